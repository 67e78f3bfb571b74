import { visible } from "../base/printable.ts";
import type { Span } from "../base/span.ts";

/** The whole line on which a span begins, or undefined where there is no source. */
export type SourceLine = (span: Span) => string | undefined;

/** The text of a span on one line; of a longer one, its first line and an ellipsis. Undefined where there is no source. */
export function sourceText(span: Span, sourceLine: SourceLine): string | undefined {
  if (span.line === 0) return undefined;
  const line = sourceLine(span);
  if (line === undefined) return undefined;
  return visible(span.endLine === span.line ? line.slice(span.column - 1, span.endColumn - 1).trim() : `${line.slice(span.column - 1).trim()} …`);
}

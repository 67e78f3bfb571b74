/** A range in a source file. Lines and columns start at 1; the end is exclusive. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** For nodes that no source text stands behind (made by a pass or a test). */
export const noSpan: Span = { file: "", line: 0, column: 0, endLine: 0, endColumn: 0 };

/** `file:line:column`, or the empty string where there is no source. */
export function showSpan(span: Span): string {
  return span.line === 0 ? "" : `${span.file}:${span.line}:${span.column}`;
}

export const sameSpan = (a: Span, b: Span): boolean =>
  a.file === b.file && a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;

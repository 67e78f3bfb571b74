/** One thing that a change does to the guarantees, for people. */
import { printable, visible } from "../base/printable.ts";
import type { Finding, Level } from "../gate/finding.ts";
import { renderDiagnostic, type Sources } from "./diagnostics.ts";
import type { Palette } from "./palette.ts";
import { lineOf } from "./sources.ts";
import { renderTrace } from "./trace.ts";

export interface FindingStyle {
  readonly palette: Palette;
  /** Of the change. */
  readonly sources: Sources;
  /** Of the base, where it is at hand. */
  readonly baseSources?: Sources;
  /** Before the message; by default what the finding is about. */
  readonly title?: string;
}

/** @param severity what it weighs, which may be less than its own level */
export function findingText(f: Finding, severity: Level, { palette, sources, baseSources, title = `${printable(f.about)}: ` }: FindingStyle): string {
  // The base's lines are not those of the files here.
  const shown = f.span === null || (f.inBase && !baseSources) ? undefined : f.span;
  const from = f.inBase && baseSources ? baseSources : sources;
  const head = renderDiagnostic({ code: f.rule, severity, message: `${title}${printable(f.message)}`, ...(shown && { span: shown }) }, from, palette);
  const base = f.inBase && f.span && !baseSources ? [`  --> ${visible(f.span.file)}:${f.span.line}:${f.span.column} (in the base)`] : [];
  const run = f.run ? [renderTrace(f.run.trace, f.run.instance, { palette, sourceLine: lineOf(sources) })] : [];
  return [head, ...base, ...f.details.map((d) => `  | ${/^ */.exec(d)![0]}${printable(d)}`), ...run].join("\n");
}

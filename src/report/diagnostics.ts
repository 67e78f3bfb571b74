/** Diagnostics as text, with the source lines they are about. */
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import { blanked, visible } from "../base/printable.ts";
import { showSpan, type Span } from "../base/span.ts";
import { type Paint, type Palette, plain } from "./palette.ts";

/** The text of a file, or undefined where it cannot be had; then the frame is left out. */
export type Sources = (file: string) => string | undefined;

/** Whatever can be told in the way of a diagnostic. */
export type Remark = Omit<Diagnostic, "code" | "severity"> & { readonly code: string; readonly severity: Severity | "note" };

/** All of them, an empty line between, without a line break at the end. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], sources: Sources, palette: Palette = plain): string {
  return diagnostics.map((d) => renderDiagnostic(d, sources, palette)).join("\n\n");
}

/**
 * ```
 * error T2001: number has no bounds
 *   --> spec.ts:4:10
 *    |
 *  4 |   votes: number = 0;
 *    |          ^^^^^^
 *    = help: write Int<0, 7> …
 * ```
 */
export function renderDiagnostic(d: Remark, sources: Sources, palette: Palette = plain): string {
  const notes = d.notes ?? [];
  const mark = d.severity === "error" ? palette.red : d.severity === "warning" ? palette.yellow : palette.cyan;
  const width = Math.max(2, ...[d.span, ...notes.map((n) => n.span)].map((s) => String(s ? lastShown(s) : 0).length));
  const label = (name: string): string => `${" ".repeat(width + 1)}${palette.dim("=")} ${palette.cyan(name)}: `;
  const indented = (name: string, text: string): string => label(name) + blanked(text).replaceAll("\n", `\n${" ".repeat(width + 5 + name.length)}`);
  const lines = [`${mark(`${d.severity} ${d.code}`)}${palette.bold(`: ${blanked(d.message)}`)}`];
  if (d.span) lines.push(...frame(d.span, sources, palette, width, mark));
  if (d.help !== undefined) lines.push(indented("help", d.help));
  for (const note of notes) lines.push(indented("note", note.message), ...frame(note.span, sources, palette, width, palette.cyan));
  return lines.join("\n");
}

/** `2 errors, 1 warning`. */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const counted = (severity: Severity): string[] => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? "" : "s"}`];
  };
  return [...counted("error"), ...counted("warning")].join(", ");
}

/** A range longer than this is shown by its first lines. */
const mostLines = 3;
const mostColumns = 120;

const lastShown = (span: Span): number => Math.min(span.endLine, span.line + mostLines - 1);

function frame(span: Span, sources: Sources, palette: Palette, width: number, mark: Paint): string[] {
  const place = showSpan(span);
  if (place === "") return [];
  const gutter = (text: string): string => palette.dim(`${text.padStart(width)} |`);
  const head = `${" ".repeat(width)}${palette.dim("-->")} ${visible(place)}`;
  const source = sources(span.file)?.split(/\r\n|\n|\r|\u2028|\u2029/);
  if (!source || source.length < span.line) return [head];
  const lines = [head, gutter("")];
  for (let n = span.line; n <= Math.min(lastShown(span), source.length); n++) {
    const text = source[n - 1];
    const first = text.length - text.trimStart().length;
    const from = n === span.line ? span.column - 1 : first;
    const to = n === span.endLine ? span.endColumn - 1 : text.length;
    const view = cut(text, from, Math.max(to, from + 1));
    lines.push(`${gutter(String(n))} ${view.text}`.trimEnd(), `${gutter("")} ${" ".repeat(view.from)}${mark("^".repeat(view.to - view.from))}`);
  }
  if (lastShown(span) < span.endLine) lines.push(gutter("…"));
  return lines;
}

/** A line without tabs and control characters and not too long, with the columns that the range then has in it. */
function cut(text: string, from: number, to: number): { readonly text: string; readonly from: number; readonly to: number } {
  const line = blanked(text);
  if (line.length <= mostColumns) return { text: line, from, to };
  const start = Math.max(0, Math.min(from - mostColumns / 4, line.length - mostColumns));
  const end = Math.min(line.length, start + mostColumns);
  const before = start > 0 ? "…" : "", after = end < line.length ? "…" : "";
  const shown = before + line.slice(start + before.length, end - after.length) + after;
  return { text: shown, from: from - start, to: Math.max(Math.min(to - start, shown.length), from - start + 1) };
}

/**
 * One finding on one line, for problem matchers of editors and for `grep`: `path:line:col-endLine:endCol: error: message [code]`.
 * All line formats are written here, so that one matcher reads them: `linePattern`.
 */
import type { Diagnostic } from "../base/diagnostic.ts";
import { printable } from "../base/printable.ts";
import type { Span } from "../base/span.ts";
import { specFile } from "../frontend/program.ts";
import type { Failure } from "./failure.ts";

/** File, line, column, last line, last column, severity, message, code. The message is greedy: brackets in it are not its code. */
export const linePattern = "^(.+?):(\\d+):(\\d+)(?:-(\\d+):(\\d+))?: (error|warning|info): (.*) \\[([\\w/-]+)\\]$";

export interface LineItem {
  readonly span: Span | null | undefined;
  readonly severity: "error" | "warning" | "info";
  /** Made safe to print here. */
  readonly message: string;
  readonly code: string;
}

/** Ends with a line break. @param file for what has no place of its own */
export function line({ span, severity, message, code }: LineItem, file: string): string {
  const place = span && span.line > 0 ? `${path(span.file)}:${span.line}:${span.column}-${span.endLine}:${span.endColumn}` : `${path(file)}:1:1`;
  return `${place}: ${severity}: ${printable(message)} [${code}]\n`;
}

/** A name of a file must not pose as a place and a verdict in front of the real ones. */
const path = (file: string): string => printable(file).replaceAll(/:(?=\d)/g, "%3A");

/** The diagnostic, and its notes at their places. */
export function diagnosticLines({ code, severity, message, span, help, notes = [] }: Diagnostic, file: string): string[] {
  const hint = help === undefined ? "" : ` (${help})`;
  return [
    line({ span, severity, message: `${message}${hint}`, code }, file),
    ...notes.map((n) => line({ span: n.span, severity: "info", message: n.message, code }, file)),
  ];
}

/** @param spec as given on the command line: where nothing else is known, that is the place */
export function failureLines({ kind, message, help, diagnostics = [] }: Failure, spec: string): string {
  const file = specFile(spec);
  if (kind === "spec") return diagnostics.flatMap((d) => diagnosticLines(d, file)).join("");
  const said = kind === "internal" ? `internal error, no verdict: ${message}` : message;
  return line({ span: null, severity: "error", message: help === undefined ? said : `${said} (${help})`, code: kind }, file);
}

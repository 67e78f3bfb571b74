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

export const diagnosticLines = (d: Diagnostic, file: string): string[] => diagnosticItems(d).map((item) => line(item, file));

/** The diagnostic, and its notes at their places. */
export function diagnosticItems({ code, severity, message, span, help, notes = [] }: Diagnostic): LineItem[] {
  const hint = help === undefined ? "" : ` (${help})`;
  return [
    { span, severity, message: `${message}${hint}`, code },
    ...notes.map((n): LineItem => ({ span: n.span, severity: "info", message: n.message, code })),
  ];
}

/** @param spec as given on the command line: where nothing else is known, that is the place */
export const failureLines = (failure: Failure, spec: string): string => failureItems(failure).map((item) => line(item, specFile(spec))).join("");

export function failureItems({ kind, message, help, diagnostics = [] }: Failure): LineItem[] {
  if (kind === "spec") return diagnostics.flatMap(diagnosticItems);
  const said = kind === "internal" ? `internal error, no verdict: ${message}` : message;
  return [{ span: null, severity: "error", message: help === undefined ? said : `${said} (${help})`, code: kind }];
}

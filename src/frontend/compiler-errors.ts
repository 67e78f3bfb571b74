/** TypeScript's own errors, in the form of ours. */
import ts from "typescript";
import type { Diagnostic } from "../base/diagnostic.ts";
import { helpFor } from "./compiler-help.ts";
import { spanOfRange } from "./span.ts";
import { covers, type Refused } from "./syntax.ts";

/** Where the text is not TypeScript at all. Nothing else that could be said about such a text is of use. */
export function syntaxErrors(program: ts.Program, files: readonly ts.SourceFile[]): Diagnostic[] {
  return files.flatMap((f) => program.getSyntacticDiagnostics(f).map((d) => translate(d, noNames)));
}

const noNames: ReadonlySet<string> = new Set();

/**
 * Type errors in `files`, without those that only follow from what is refused already.
 * @param dsl the declarations of the language, whose names can be imported
 */
export function typeErrors(program: ts.Program, files: readonly ts.SourceFile[], refused: readonly Refused[], dsl: string): Diagnostic[] {
  const all = files.flatMap((f) => [...program.getSemanticDiagnostics(f)]).filter((d) => d.category === ts.DiagnosticCategory.Error);
  const importable = new Set(program.getSourceFile(dsl)?.statements.flatMap((s) => ("name" in s && (s.name as ts.Identifier | undefined)?.text) || []));
  return all.filter((d) => !follows(d, refused) && !untypedBecause(d, all)).map((d) => translate(d, importable));
}

/** A parameter has no type where the call that would give it one is in error itself. */
function untypedBecause(d: ts.Diagnostic, all: readonly ts.Diagnostic[]): boolean {
  if (d.code !== 7006 || !d.file || d.start === undefined) return false;
  const call = callAround(d.file, d.start);
  return call !== undefined && all.some((o) => o.code !== 7006 && o.file === d.file && o.start !== undefined && call.getStart() <= o.start && o.start < call.getEnd());
}

/** The innermost call with a place in its arguments. */
function callAround(node: ts.Node, place: number): ts.CallExpression | undefined {
  const inner = ts.forEachChild(node, (child) => (child.pos <= place && place < child.end ? callAround(child, place) : undefined));
  return inner ?? (ts.isCallExpression(node) ? node : undefined);
}

const cannotFindModule = 2307;

function follows(d: ts.Diagnostic, refused: readonly Refused[]): boolean {
  if (d.code === cannotFindModule || !d.file) return refused.length > 0;
  return refused.some((r) => covers(r, d.file!, d.start ?? 0));
}

function translate(d: ts.Diagnostic, importable: ReadonlySet<string>): Diagnostic {
  const text = ts.flattenDiagnosticMessageText(d.messageText, "\n");
  const lines = text.split("\n");
  const message = misfit.has(d.code) ? `the method does not fit its role\n${lines.slice(1).join("\n")}` : lines.join("\n");
  const help = helpFor(d.code, text, importable);
  const notes = (d.relatedInformation ?? [])
    .filter((r) => r.file && r.start !== undefined)
    .map((r) => ({ message: ts.flattenDiagnosticMessageText(r.messageText, "\n"), span: range(r.file!, r.start!, r.length ?? 0) }));
  return {
    code: `TS${d.code}`,
    severity: "error",
    message: message.split(" Do you need to change your target library?")[0].split(" Try changing the 'lib'")[0],
    ...(d.file && { span: range(d.file, d.start ?? 0, d.length ?? 0) }),
    help,
    ...(notes.length > 0 && { notes }),
  };
}

/** "Unable to resolve signature of … decorator when called as an expression", which says nothing. */
const misfit = new Set([1241, 1270]);

const range = (file: ts.SourceFile, start: number, length: number) => spanOfRange(file, start, start + length);

/** Reads a formula that somebody proposes. Its text is not trusted: it is parsed as one expression, and never run. */
import ts from "typescript";
import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { spanOfRange, tellApart } from "./span.ts";
import { checkSyntax } from "./syntax.ts";

/** Larger ones are no lemmas that anybody could read. */
export const mostCharacters = 4000;
const deepest = 150;

/** A method around an expression: nothing that starts in the expression can end behind it, as the file is checked to be just this. */
export const before = (name: string): string => `  @lemma ${name}(): boolean {\n    return (`;
export const after = "\n    );\n  }";

/** What is wrong with the form of a text; empty where it is one expression. `name` stands for the text in spans. */
export function readCandidate(text: string, name: string): Diagnostic[] {
  const whole = (code: Code, message: string, help: string): Diagnostic[] =>
    [{ code, severity: "error", message, help, span: { file: name, line: 1, column: 1, endLine: 1, endColumn: 1 } }];
  if (text.length > mostCharacters) return whole("T1002", `this has ${text.length} characters; a lemma has at most ${mostCharacters}`, "say it in several lemmas");
  if (text.trim() === "") return whole("T1006", "there is no expression", "write what may stand after `return` in a @lemma method");
  if (unseen.test(text)) return whole("T1006", "there is a character that cannot be seen", "write plain text; names may have letters of any language");
  try {
    return problems(text, name) ?? whole("T1006", "this is not one expression", "write what may stand after `return` in a @lemma method, without a semicolon");
  } catch (error) {
    // The compiler goes into itself for every level of nesting.
    if (error instanceof RangeError) return whole("T1002", "this is nested too deeply to be read", "say it in several lemmas");
    throw error;
  }
}

/** Control and format characters, halves of characters, separators of lines that editors do not break: they make a text look like another. */
const unseen = /[^\P{C}\t\n\r]|[\u2028\u2029]/u;

function problems(text: string, name: string): Diagnostic[] | undefined {
  const head = `class C {\n${before("lemma")}`;
  const source = `${head}${text}${after}\n}\n`;
  const end = head.length + text.length;
  const file = ts.createSourceFile(name, source, { languageVersion: ts.ScriptTarget.ESNext, setExternalModuleIndicator: (f) => { (f as { externalModuleIndicator?: ts.Node | true }).externalModuleIndicator = true; } }, true, ts.ScriptKind.TS);
  tellApart(file, [{ name, start: head.length, end, from: 0, to: source.length + 1 }]);
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  if (parseDiagnostics.length > 0) {
    return parseDiagnostics.map((d) => ({
      code: `TS${d.code}`, severity: "error", message: ts.flattenDiagnosticMessageText(d.messageText, "\n"), span: spanOfRange(file, d.start, d.start + d.length),
      help: "write one expression, as it may stand after `return` in a @lemma method",
    }));
  }
  if (!isOneExpression(file, head.length - 1, end)) return undefined;
  const deep = depth(file) > deepest;
  if (deep) return [{ code: "T1002", severity: "error", message: `this is nested more than ${deepest} levels deep`, help: "say it in several lemmas", span: spanOfRange(file, head.length, head.length) }];
  return checkSyntax(file).map((r) => r.diagnostic);
}

/** One class with one method with one `return` of one pair of parentheses that stand where they were put. */
function isOneExpression(file: ts.SourceFile, open: number, end: number): boolean {
  const [declared, ...others] = file.statements;
  if (others.length > 0 || !declared || !ts.isClassDeclaration(declared) || declared.members.length !== 1) return false;
  const [method] = declared.members;
  const body = ts.isMethodDeclaration(method) ? (method.body?.statements ?? []) : [];
  const [given] = body;
  if (body.length !== 1 || !given || !ts.isReturnStatement(given) || !given.expression || !ts.isParenthesizedExpression(given.expression)) return false;
  return given.expression.getStart(file) === open && given.expression.getEnd() === end + after.indexOf(")") + 1;
}

/** Without going into itself. */
function depth(file: ts.SourceFile): number {
  let level: ts.Node[] = [file];
  let levels = 0;
  for (; level.length > 0; levels++) {
    const below: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void below.push(child));
    level = below;
  }
  return levels;
}

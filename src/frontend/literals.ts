/** Reads a file that holds one value in literals, as JSON or as `export default { … } satisfies …`. Nothing of it is run. */
import { extname } from "node:path";
import ts from "typescript";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { errorAt, refuse } from "./refuse.ts";
import { spanOf, spanOfRange } from "./span.ts";

export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [name: string]: Literal };

export interface LiteralFile {
  readonly value: Literal;
  /** Where a part of it is written: the value under these names and indices, or what is around it where there is none. */
  place(path: readonly PropertyKey[]): Span;
}

const mostBytes = 2 ** 18;
const deepest = 50;

/**
 * @param name for spans; one that ends with .json is JSON
 * @throws DiagnosticsError with the first thing that is not a literal, or all that is no TypeScript
 */
export function readLiterals(name: string, text: string): LiteralFile {
  const tooMuch = (message: string): never => {
    throw new DiagnosticsError([{ code: "T8001", severity: "error", message, help: "a policy is a short text that people review; use globs for many specs" }]);
  };
  if (text.length > mostBytes) return tooMuch(`${name} has more than ${mostBytes} characters`);
  try {
    const file = parse(name, text);
    const root = extname(name) === ".json" ? (file.statements[0] as ts.ExpressionStatement | undefined)?.expression : exported(file);
    if (!root) throw new DiagnosticsError([{ code: "T8001", severity: "error", message: `${name} is empty`, span: spanOfRange(file, 0, 0), help: "write { \"specs\": [] }" }]);
    const places = new Map<string, Span>();
    const value = read(root, [], places);
    return { value, place: (path) => nearest(places, path) };
  } catch (error) {
    // The compiler goes into itself for every level of nesting.
    if (error instanceof RangeError) return tooMuch(`${name} is nested too deeply to be read`);
    throw error;
  }
}

function parse(name: string, text: string): ts.SourceFile {
  // `parseJsonText` would leave out the parents, by which places are found.
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, extname(name) === ".json" ? ts.ScriptKind.JSON : ts.ScriptKind.TS);
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  if (parseDiagnostics.length === 0) return file;
  throw new DiagnosticsError(parseDiagnostics.map((d): Diagnostic => ({
    code: "T8001", severity: "error", message: ts.flattenDiagnosticMessageText(d.messageText, "\n"), span: spanOfRange(file, d.start, d.start + d.length),
    help: "write export default { … } satisfies Policy, or JSON in a .json file",
  })));
}

/** The value of the one `export default`; what is imported beside it can only be types, as names are no literals. */
function exported(file: ts.SourceFile): ts.Expression {
  const others = file.statements.filter((s) => !ts.isImportDeclaration(s));
  const help = "write nothing but import type { Policy } from \"tenet/policy\" and export default { … } satisfies Policy";
  const wrong = others.find((s) => !ts.isExportAssignment(s) || s.isExportEquals) ?? others[1];
  if (wrong) return refuse("T8002", wrong, "this would have to be run, and a policy is only read", help);
  const [found] = others;
  if (!found) return refuse("T8002", file, "nothing is exported", help);
  return (found as ts.ExportAssignment).expression;
}

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

function nearest(places: ReadonlyMap<string, Span>, path: readonly PropertyKey[]): Span {
  const found = places.get(keyOf(path));
  return found ?? nearest(places, path.slice(0, -1));
}

function read(node: ts.Expression, path: readonly (string | number)[], places: Map<string, Span>): Literal {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return read(node.expression, path, places);
  places.set(keyOf(path), spanOf(node));
  if (path.length > deepest) return refuse("T8002", node, `this is nested more than ${deepest} levels deep`, "no part of a policy is");
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand)) return -Number(node.operand.text);
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword: return true;
    case ts.SyntaxKind.FalseKeyword: return false;
    case ts.SyntaxKind.NullKeyword: return null;
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.map((element, i) => read(element, [...path, i], places));
  if (ts.isObjectLiteralExpression(node)) return readObject(node, path, places);
  return refuse("T8002", node, "this is not a literal, and a policy is only read, never run", "write the value itself: a text, a number, true, false, an array or an object of those");
}

function readObject(node: ts.ObjectLiteralExpression, path: readonly (string | number)[], places: Map<string, Span>): Literal {
  const entries = new Map<string, Literal>();
  const twice: Diagnostic[] = [];
  for (const member of node.properties) {
    if (!ts.isPropertyAssignment(member) || !(ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) || ts.isNumericLiteral(member.name))) {
      return refuse("T8002", member, "this is not a name with a literal, and a policy is only read, never run", "write name: value");
    }
    const name = member.name.text;
    if (name === "__proto__") return refuse("T8002", member.name, "nothing has that name", "leave it out");
    if (entries.has(name)) twice.push(errorAt("T8002", member.name, `${name} is given twice`, "keep one of them"));
    const value = read(member.initializer, [...path, name], places);
    entries.set(name, value);
  }
  if (twice.length > 0) throw new DiagnosticsError(twice);
  return Object.fromEntries(entries);
}

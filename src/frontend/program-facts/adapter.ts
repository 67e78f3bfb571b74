/** What an adapter says, read from its text: which actions it binds to what, and which fields it shows. */
import ts from "typescript";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import type { Code } from "./load.ts";
import { bare, declarationsOf, functionOf, type FunctionNode, hasBody, isAny } from "./symbols.ts";

export interface BindingFact {
  readonly name: string;
  readonly kind: "perform" | "request" | "unbound" | "unreadable";
  /** With `unbound`, as far as it is plain text. */
  readonly reason: string;
  readonly span: Span;
}

export interface AdapterFacts {
  readonly bindings: readonly BindingFact[];
  /** Where the actions are listed. */
  readonly span: Span;
  /** Fields that `observe` can return; null where its type does not say. */
  readonly observed: readonly { readonly name: string; readonly span: Span }[] | null;
  readonly observeSpan: Span;
  /** What keeps it from being read: nothing is known of what stands there. */
  readonly unreadable: readonly { readonly what: string; readonly span: Span }[];
  /** Of the compiler, about the adapter itself. */
  readonly errors: readonly Diagnostic[];
}

/** What of an adapter others look into. */
export interface AdapterNodes {
  readonly file: ts.SourceFile;
  /** Functions that stand for actions. */
  readonly actions: readonly FunctionNode[];
  /** `create`, `settle` and `close`: they may change the system, and are no steps. */
  readonly others: readonly FunctionNode[];
  readonly observe: readonly FunctionNode[];
  /** What `create` returns. */
  readonly systems: readonly ts.Type[];
}

type Member = ts.ObjectLiteralElementLike;

export function readAdapter(file: ts.SourceFile, code: Code): { readonly facts: AdapterFacts; readonly nodes: AdapterNodes } {
  const unreadable: { what: string; span: Span }[] = [];
  const cannot = (what: string, at: ts.Node): void => void unreadable.push({ what, span: code.span(at) });
  const literal = exported(file, code);
  if (!literal) cannot("the default export is not an object that is written there", file.statements.find(ts.isExportAssignment) ?? file.endOfFileToken);
  const members = literal ? membersOf(literal, code, cannot) : new Map<string, Member>();
  const of = (name: string): FunctionNode[] => functionsOf(members.get(name), code);
  const actions = literalOf(valueOf(members.get("actions")), code);
  if (literal && !actions) cannot("the actions are not an object that is written there", members.get("actions") ?? literal);
  const bound = [...(actions ? membersOf(actions, code, cannot) : [])].map(([name, member]) => binding(name, member, code));
  const observe = members.get("observe"), create = of("create");
  const returned = (f: FunctionNode): ts.Type[] => (ts.isClassStaticBlockDeclaration(f) ? [] : code.checker.getTypeAtLocation(f).getCallSignatures().map((s) => awaited(s.getReturnType(), code)));
  if (literal && create.length === 0) cannot("create is not a function that is written there", members.get("create") ?? literal);
  return {
    facts: {
      bindings: bound.map((b) => b.fact), unreadable, errors: errorsIn(file, code),
      span: code.span(actions ?? literal ?? file.endOfFileToken),
      observed: observed(of("observe").flatMap(returned), observe ?? file.endOfFileToken, code), observeSpan: code.span(observe ?? file.endOfFileToken),
    },
    nodes: { file, actions: bound.flatMap((b) => b.functions), others: [...create, ...of("settle"), ...of("close")], observe: of("observe"), systems: create.flatMap(returned) },
  };
}

/** `export default …`, through names and through what only tells the compiler something. */
function exported(file: ts.SourceFile, code: Code): ts.ObjectLiteralExpression | undefined {
  const assignment = file.statements.find((s): s is ts.ExportAssignment => ts.isExportAssignment(s) && !s.isExportEquals);
  return assignment && literalOf(assignment.expression, code);
}

function literalOf(node: ts.Expression | undefined, code: Code, depth = 0): ts.ObjectLiteralExpression | undefined {
  const value = node && bare(node);
  if (!value || depth > 5) return undefined;
  if (ts.isObjectLiteralExpression(value)) return value;
  if (!ts.isIdentifier(value)) return undefined;
  const symbol = ts.isShorthandPropertyAssignment(value.parent) ? code.checker.getShorthandAssignmentValueSymbol(value.parent) : code.checker.getSymbolAtLocation(value);
  const [declaration] = declarationsOf(symbol, code);
  const isConstant = declaration && ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant ? literalOf(declaration.initializer, code, depth + 1) : undefined;
}

/** By name, those of spread objects included. */
function membersOf(literal: ts.ObjectLiteralExpression, code: Code, cannot: (what: string, at: ts.Node) => void): Map<string, Member> {
  const found = new Map<string, Member>();
  for (const p of literal.properties) {
    if (ts.isSpreadAssignment(p)) {
      const inner = literalOf(p.expression, code);
      if (inner) for (const [name, member] of membersOf(inner, code, cannot)) found.set(name, member);
      else cannot("what is spread is not an object that is written there", p);
    } else if (ts.isIdentifier(p.name) || ts.isStringLiteralLike(p.name)) found.set(p.name.text, p);
    else cannot("a name that only running it would tell", p.name);
  }
  return found;
}

const valueOf = (member: Member | undefined): ts.Expression | undefined =>
  member && (ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined);

/** The functions that a member may be: written there, or named. */
function functionsOf(member: Member | undefined, code: Code): FunctionNode[] {
  if (!member) return [];
  if (hasBody(member)) return [member];
  const value = valueOf(member);
  return value ? functionsAt(bare(value), code, ts.isShorthandPropertyAssignment(member) ? code.checker.getShorthandAssignmentValueSymbol(member) : undefined) : [];
}

function functionsAt(value: ts.Expression, code: Code, symbol = code.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(value) ? value.name : value)): FunctionNode[] {
  if (hasBody(value)) return [value];
  return declarationsOf(symbol, code).filter((d) => code.isOwn(d)).flatMap((d) => functionOf(d) ?? []);
}

function binding(name: string, member: Member, code: Code): { readonly fact: BindingFact; readonly functions: FunctionNode[] } {
  const span = code.span(member.name ?? member);
  const direct = functionsOf(member, code);
  if (direct.length > 0) return { fact: { name, kind: "perform", reason: "", span }, functions: direct };
  const literal = literalOf(valueOf(member), code);
  const inner = literal ? membersOf(literal, code, () => undefined) : new Map<string, Member>();
  const request = functionsOf(inner.get("request"), code);
  if (request.length > 0) return { fact: { name, kind: "request", reason: "", span }, functions: request };
  const why = valueOf(inner.get("unbound"));
  if (why) return { fact: { name, kind: "unbound", reason: ts.isStringLiteralLike(bare(why)) ? (bare(why) as ts.StringLiteralLike).text : "", span }, functions: [] };
  return { fact: { name, kind: "unreadable", reason: "", span }, functions: [] };
}

const awaited = (type: ts.Type, { checker }: Code): ts.Type => checker.getAwaitedType(type) ?? type;

function observed(types: readonly ts.Type[], observe: ts.Node, code: Code): AdapterFacts["observed"] {
  const parts = types.flatMap((t) => (t.isUnion() ? t.types : [t]));
  if (parts.length === 0 || parts.some((t) => isAny(t) || code.checker.getIndexInfosOfType(t).length > 0)) return null;
  const found = new Map<string, Span>();
  for (const t of parts) {
    for (const p of code.checker.getPropertiesOfType(t)) {
      const at = p.declarations?.find((d) => d.getSourceFile() === observe.getSourceFile());
      found.set(p.name, code.span(at && "name" in at && at.name ? at.name as ts.Node : observe));
    }
  }
  return [...found].map(([name, span]) => ({ name, span }));
}

/** Packages that are not installed where the gate runs are no mistake of the adapter. */
const cannotFind = new Set([2307, 2792, 7016, 2688]);

/** Nor is it one that what describes Node.js is not installed. */
function isHost(d: ts.Diagnostic): boolean {
  const name = /^Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(d.messageText, " "))?.[1];
  return name !== undefined && name in globalThis;
}

const mostErrors = 20;

function errorsIn(file: ts.SourceFile, code: Code): Diagnostic[] {
  const told = [...code.program.getSyntacticDiagnostics(file), ...code.program.getSemanticDiagnostics(file)]
    .filter((d) => d.category === ts.DiagnosticCategory.Error)
    .filter((d) => !(cannotFind.has(d.code) && !/['"]\.{1,2}\//.test(ts.flattenDiagnosticMessageText(d.messageText, " "))))
    .filter((d) => !isHost(d))
    .slice(0, mostErrors)
    .map((d): Diagnostic => {
      const start = d.start ?? 0, from = file.getLineAndCharacterOfPosition(start), to = file.getLineAndCharacterOfPosition(start + (d.length ?? 0));
      const span = { file: code.pathOf(file), line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
      return { code: `TS${d.code}`, severity: "error", message: ts.flattenDiagnosticMessageText(d.messageText, " "), span };
    });
  return [...told, ...silenced(file, code)];
}

/** Comments that keep the compiler from saying what is wrong. */
function silenced(file: ts.SourceFile, code: Code): Diagnostic[] {
  return [...file.text.matchAll(/(?:\/\/|\/\*)[\s*]*@ts-(?:ignore|expect-error|nocheck)\b/g)].map((m) => {
    const from = file.getLineAndCharacterOfPosition(m.index), to = file.getLineAndCharacterOfPosition(m.index + m[0].length);
    const span = { file: code.pathOf(file), line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
    return { code: "T1004", severity: "error", message: "type errors are silenced here", span };
  });
}

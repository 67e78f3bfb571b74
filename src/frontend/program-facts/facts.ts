/** What can be said of the code behind a spec without running it: plain data. The only entry to this folder. */
import ts from "typescript";
import type { Span } from "../../base/span.ts";
import { type AdapterFacts, type AdapterNodes, readAdapter } from "./adapter.ts";
import { type Calls, callsOf, isLater, isName } from "./calls.ts";
import { Guarded } from "./guarded.ts";
import { type Code, loadCode, TooMuchCode } from "./load.ts";
import { Reaches } from "./reach.ts";
import { functionName, type FunctionNode, isAccess, ownerOf, walk } from "./symbols.ts";
import { type Write, writesOf } from "./writes.ts";

export interface FactsQuestion {
  /** Of the repository. */
  readonly root: string;
  /** From the root, with slashes. */
  readonly adapter: string;
  /** Code in which guarded state is looked for, from the root. */
  readonly files: readonly string[];
  /** The name of the type that the adapter is held to, and the text that its file must have. */
  readonly model: { readonly name: string; readonly text: string };
}

/** A change of guarded state that no action of the spec stands for. */
export interface StrayWrite {
  readonly span: Span;
  readonly field: string;
  /** The function that it is in, as people call it. */
  readonly where: string;
  readonly certain: boolean;
  readonly how: string;
  readonly text: string;
}

export interface CodeFacts {
  readonly adapter: AdapterFacts;
  /** The file with the model's type that the adapter imports; null where it imports none. */
  readonly model: { readonly file: string; readonly stale: boolean; readonly span: Span } | null;
  readonly stray: readonly StrayWrite[];
  readonly guardedFields: readonly string[];
  readonly figures: { readonly files: number; readonly functions: number; readonly writes: number };
}

export type FactsAnswer = { readonly facts: CodeFacts } | { readonly notDone: string };

export function codeFacts(question: FactsQuestion): FactsAnswer {
  try {
    return facts(question);
  } catch (error) {
    // The compiler goes into itself for every level of nesting.
    if (error instanceof TooMuchCode) return { notDone: error.message };
    if (error instanceof RangeError) return { notDone: "code is nested too deeply to be read" };
    throw error;
  }
}

function facts({ root, adapter, files, model }: FactsQuestion): FactsAnswer {
  const sources = files.filter((f) => /\.[cm]?[jt]sx?$/.test(f) && !/\.d\.[cm]?ts$/.test(f));
  const first = loadCode({ root, files: [adapter, ...sources] });
  const file = first.file(adapter);
  if (!file) return { notDone: `${adapter} cannot be read` };
  // The adapter is held to the spec as it is now, whatever the generated file says.
  const imported = modelImport(file, model.name, first);
  const stale = imported !== undefined && imported.file.text !== model.text;
  const code = stale ? loadCode({ root, files: [adapter, ...sources], instead: new Map([[first.pathOf(imported.file), model.text]]) }) : first;
  const { facts: told, nodes } = readAdapter(code.file(adapter)!, code);
  const missing = sources.filter((s) => !code.file(s));
  if (missing.length > 0) return { notDone: `${missing[0]} cannot be read${missing.length > 1 ? `, nor can ${missing.length - 1} more` : ""}` };
  const examined = examine(code, nodes);
  return {
    facts: {
      adapter: told,
      model: imported ? { file: first.pathOf(imported.file), stale, span: first.span(imported.at) } : null,
      ...examined,
    },
  };
}

/** Where the adapter has the type from that it is held to. */
function modelImport(adapter: ts.SourceFile, name: string, code: Code): { readonly file: ts.SourceFile; readonly at: ts.Node } | undefined {
  for (const s of adapter.statements) {
    if (!ts.isImportDeclaration(s)) continue;
    const bindings = s.importClause?.namedBindings;
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.find((e) => (e.propertyName ?? e.name).text === name) : undefined;
    const file = named && code.checker.getSymbolAtLocation(s.moduleSpecifier)?.valueDeclaration?.getSourceFile();
    if (file && code.isOwn(file)) return { file, at: s };
  }
  return undefined;
}

function examine(code: Code, nodes: AdapterNodes): Pick<CodeFacts, "stray" | "guardedFields" | "figures"> {
  const calls = callsOf(code);
  const guarded = new Guarded(code);
  for (const type of nodes.systems) guarded.addType(type);
  guarded.addRead(nodes.observe, calls, nodes.file);
  const reaches = new Reaches(code, guarded, calls);
  // What guarded files import may change guarded state as well.
  const scope = code.files.filter((f) => !isTest(f, code));
  const writes = writesOf(scope, code, guarded, reaches, calls);
  const bound = calls.reachable([...nodes.actions, ...nodes.others]);
  // What only looks may keep what it has seen; tests of the implementation look after every step, and would see more than that.
  const looking = calls.reachable(nodes.observe);
  const loose = writes.filter((w) => !(w.owner && bound.has(w.owner)))
    .map((w): Write => (w.owner && looking.has(w.owner) ? { ...w, certain: false, how: "observe leads to it, which should only look" } : w));
  const timed = writes.filter((w) => w.owner && bound.has(w.owner) && isLater(w.node, w.node.getSourceFile()))
    .map((w): Write => ({ ...w, certain: false, how: "later, as a step of its own" }));
  const parts = partial(scope, code, nodes, calls, bound, writes, reaches, guarded);
  return {
    stray: [...loose, ...timed, ...parts].map((w) => stray(w, code)),
    guardedFields: guarded.names,
    figures: { files: scope.length, functions: bound.size, writes: writes.length },
  };
}

/**
 * Calls, from elsewhere, of what is only a part of an action: a function that changes guarded state and that no binding calls itself.
 * Alone it is a step that the spec does not have.
 */
function partial(scope: readonly ts.SourceFile[], code: Code, nodes: AdapterNodes, calls: Calls, bound: ReadonlySet<FunctionNode>, writes: readonly Write[], reaches: Reaches, guarded: Guarded): Write[] {
  const changing = new Set(writes.flatMap((w) => (w.owner && w.certain ? [w.owner] : [])));
  for (let size = -1; size !== changing.size;) {
    size = changing.size;
    for (const f of bound) if (!changing.has(f) && [...calls.from(f)].some((to) => changing.has(to) && !ts.isConstructorDeclaration(to))) changing.add(f);
  }
  const inAdapter = [...calls.reachable(nodes.actions)].filter((f) => f.getSourceFile() === nodes.file);
  const whole = new Set([...nodes.actions, ...inAdapter, ...inAdapter.flatMap((f) => [...calls.from(f)])]);
  const found: Write[] = [];
  for (const file of scope) {
    walk(file, (node) => {
      if (!isAccess(node) && !(ts.isIdentifier(node) && !isName(node) && !isAccess(node.parent))) return;
      const owner = ownerOf(node, code);
      const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
      if ((owner && bound.has(owner)) || ts.isPropertyDeclaration(node.parent) || (call && ts.isPropertyDeclaration(call.parent))) return;
      const part = calls.targets(node).find((f) => bound.has(f) && changing.has(f) && !whole.has(f));
      if (!part || ts.isConstructorDeclaration(part) || (call && !concerns(call, part, reaches))) return;
      const name = functionName(part, "");
      found.push({ node, owner, field: `by ${name}`, certain: true, how: `${name} is only a part of what the adapter binds` });
    });
  }
  return guarded.names.length === 0 ? [] : found;
}

/** Whether it is about guarded state this time: a helper may serve others as well. */
function concerns(node: ts.CallExpression, part: FunctionNode, reaches: Reaches): boolean {
  if (ts.isClassLike(part.parent) || node.arguments.length === 0) return true;
  return node.arguments.some((a) => reaches.of(ts.isSpreadElement(a) ? a.expression : a) !== undefined);
}

/** Tests may do to the state what they like, unless the program itself imports them. */
function isTest(file: ts.SourceFile, code: Code): boolean {
  if (!isTestName(file.fileName)) return false;
  return !code.files.some((f) => f !== file && !isTestName(f.fileName) && f.statements.some((s) =>
    (ts.isImportDeclaration(s) || ts.isExportDeclaration(s)) && s.moduleSpecifier && code.checker.getSymbolAtLocation(s.moduleSpecifier)?.valueDeclaration === file));
}

const isTestName = (name: string): boolean => /\.(test|spec)\.[cm]?[jt]sx?$|\/__tests__\//.test(name);

const mostText = 200;

function stray({ node, owner, field, certain, how }: Write, code: Code): StrayWrite {
  return { span: code.span(node), field, where: functionName(owner, code.pathOf(node.getSourceFile())), certain, how, text: node.getText().slice(0, mostText) };
}

/** Who may call whom, in the code of a repository. A function that is only mentioned may be called by whoever mentions it. */
import ts from "typescript";
import type { Code } from "./load.ts";
import { bare, declarationsOf, functionOf, type FunctionNode, isAccess, ownerOf, propertyOf, walk } from "./symbols.ts";

export interface Calls {
  /** Functions that a function mentions or calls; of null, those that the top levels of files do. */
  from(owner: FunctionNode | null): ReadonlySet<FunctionNode>;
  /** These, and all that they lead to. */
  reachable(from: Iterable<FunctionNode>): Set<FunctionNode>;
  /** The functions that an expression may mean. */
  targets(callee: ts.Expression): FunctionNode[];
}

export function callsOf(code: Code): Calls {
  const classes = code.files.flatMap((f) => classesIn(f));
  const edges = new Map<FunctionNode | null, Set<FunctionNode>>();
  const add = (from: FunctionNode | null, to: FunctionNode): void => {
    if (!edges.has(from)) edges.set(from, new Set());
    edges.get(from)!.add(to);
  };
  const targets = (callee: ts.Expression): FunctionNode[] => targetsOf(bare(callee), code, classes);
  for (const file of code.files) {
    walk(file, (node) => {
      if (ts.isNewExpression(node)) for (const to of constructorsOf(node, code)) add(ownerOf(node, code), to);
      else if ((ts.isIdentifier(node) && !isName(node)) || isAccess(node)) for (const to of targetsOf(node, code, classes)) add(ownerOf(node, code), to);
      else if (functionOf(node) === node) {
        const owner = ownerOf(node, code);
        // What a constructor only prepares happens later, when nobody constructs anything any more.
        if (owner && !ts.isConstructorDeclaration(owner) && !ts.isClassLike(node.parent)) add(owner, node as FunctionNode);
      }
    });
  }
  const from = (owner: FunctionNode | null): ReadonlySet<FunctionNode> => edges.get(owner) ?? new Set();
  const reachable = (starts: Iterable<FunctionNode>): Set<FunctionNode> => {
    const found = new Set(starts);
    for (const f of found) for (const to of from(f)) found.add(to);
    return found;
  };
  return { from, reachable, targets };
}

/** Where functions go that are called later, when nobody has asked for anything. */
const later = /(?:^|\.)(?:setTimeout|setInterval|setImmediate|nextTick|queueMicrotask|on|once|addListener|addEventListener|subscribe)$/;

/** Whether a node is in a function expression of that kind, up to the function that it belongs to. */
export function isLater(node: ts.Node, owner: ts.Node): boolean {
  for (let at = node; at !== owner && at.parent; at = at.parent) {
    if ((ts.isArrowFunction(at) || ts.isFunctionExpression(at)) && ts.isCallExpression(at.parent) && later.test(at.parent.expression.getText())) return true;
  }
  return false;
}

/** The name of something that is declared here, or of a property, which the access around it is about. */
export const isName = (node: ts.Identifier): boolean =>
  ("name" in node.parent && node.parent.name === node && !ts.isShorthandPropertyAssignment(node.parent)) || ts.isImportSpecifier(node.parent) || ts.isExportSpecifier(node.parent);

function targetsOf(node: ts.Expression, code: Code, classes: readonly ts.ClassLikeDeclaration[]): FunctionNode[] {
  const symbol = isAccess(node) ? propertyOf(node, code) : ts.isIdentifier(node) && ts.isShorthandPropertyAssignment(node.parent) ? code.checker.getShorthandAssignmentValueSymbol(node.parent) : code.checker.getSymbolAtLocation(node);
  const declarations = declarationsOf(symbol, code).filter((d) => code.isOwn(d));
  const direct = declarations.flatMap((d) => functionOf(d) ?? []);
  const virtual = declarations.flatMap((d) => (ts.isClassLike(d.parent) || ts.isInterfaceDeclaration(d.parent) ? overriding(d.parent, symbol!.name, code, classes) : []));
  return [...new Set([...direct, ...virtual])];
}

/** Members of that name in all classes that may stand where `declared` does. */
function overriding(declared: ts.ClassLikeDeclaration | ts.InterfaceDeclaration, name: string, { checker }: Code, classes: readonly ts.ClassLikeDeclaration[]): FunctionNode[] {
  const target = checker.getTypeAtLocation(declared);
  return classes.filter((c) => c !== declared).flatMap((c) => {
    const member = checker.getTypeAtLocation(c).symbol?.members?.get(ts.escapeLeadingUnderscores(name));
    if (!member || !checker.isTypeAssignableTo(checker.getTypeAtLocation(c), target)) return [];
    return (member.declarations ?? []).flatMap((d) => functionOf(d) ?? []);
  });
}

/** The constructor that runs, and those of the classes above. */
function constructorsOf(node: ts.NewExpression, code: Code): FunctionNode[] {
  const made = code.checker.getTypeAtLocation(node);
  const chain = (type: ts.Type, depth: number): ts.ClassLikeDeclaration[] => {
    const here = (type.symbol?.declarations ?? []).filter(ts.isClassLike).filter((c) => code.isOwn(c));
    return depth > 20 || !type.isClassOrInterface() ? here : [...here, ...code.checker.getBaseTypes(type).flatMap((b) => chain(b, depth + 1))];
  };
  return chain(made, 0).flatMap((c) => c.members.filter(ts.isConstructorDeclaration).filter((m) => m.body !== undefined));
}

function classesIn(file: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  walk(file, (node) => {
    if (ts.isClassLike(node)) found.push(node);
  });
  return found;
}

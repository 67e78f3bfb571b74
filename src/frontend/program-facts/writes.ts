/** Every place that changes guarded state, or may: assignments, deletions, methods of collections, reflection, and what is given away. */
import ts from "typescript";
import type { Calls } from "./calls.ts";
import type { Guarded } from "./guarded.ts";
import type { Code } from "./load.ts";
import type { Reaches } from "./reach.ts";
import { accessName, bare, declarationsOf, type FunctionNode, isAccess, isAny, isAssignment, ownerOf, propertyOf, walk } from "./symbols.ts";

export interface Write {
  readonly node: ts.Node;
  /** `LockService.stored`, or what comes closest to a name. */
  readonly field: string;
  readonly owner: FunctionNode | null;
  /** Whether it is one, as far as types and names tell; if not, it cannot be excluded. */
  readonly certain: boolean;
  /** What it does where that is not obvious. */
  readonly how: string;
}

const mutators = new Set([
  "set", "add", "delete", "clear", "push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill", "copyWithin",
  "setTime", "setDate", "setFullYear", "setHours", "setMinutes", "setMonth", "setSeconds", "setMilliseconds", "setUint8", "setInt8", "setUint16", "setInt16", "setUint32", "setInt32", "setFloat32", "setFloat64",
  "getOrInsert", "getOrInsertComputed",
]);

/** Functions that change their first argument. */
const changing = /^(?:globalThis\.)?(?:Object\.(?:assign|defineProperty|defineProperties|setPrototypeOf)|Reflect\.(?:set|deleteProperty|defineProperty|setPrototypeOf)|Atomics\.\w+)$/;

export function writesOf(files: readonly ts.SourceFile[], code: Code, guarded: Guarded, reaches: Reaches, calls: Calls): Write[] {
  const found: Write[] = [], seen = new Set<ts.Node>();
  const note = (node: ts.Node, field: string, certain: boolean, how = ""): void => {
    found.push({ node, field, owner: ownerOf(node, code), certain, how });
  };

  /** Something is assigned to it, or it is deleted. */
  const target = (given: ts.Expression, at: ts.Node): void => {
    const node = bare(given);
    if (ts.isArrayLiteralExpression(node)) node.elements.forEach((e) => target(ts.isSpreadElement(e) ? e.expression : withoutDefault(e), e));
    else if (ts.isObjectLiteralExpression(node)) {
      for (const p of node.properties) {
        if (ts.isPropertyAssignment(p)) target(withoutDefault(p.initializer), p);
        else if (ts.isSpreadAssignment(p)) target(p.expression, p);
        else if (ts.isShorthandPropertyAssignment(p)) variable(code.checker.getShorthandAssignmentValueSymbol(p), p);
      }
    } else if (ts.isIdentifier(node)) variable(code.checker.getSymbolAtLocation(node), at);
    else if (isAccess(node)) access(node, at);
  };
  const variable = (symbol: ts.Symbol | undefined, at: ts.Node): void => {
    const field = guarded.fieldOf(symbol);
    if (field !== undefined) note(at, field, true);
  };
  const access = (node: ts.PropertyAccessExpression | ts.ElementAccessExpression, at: ts.Node): void => {
    // In `[a.b = 1] = …` it is met twice.
    if (seen.has(node)) return;
    seen.add(node);
    const symbol = propertyOf(node, code), name = accessName(node, code);
    const field = guarded.fieldOf(symbol);
    if (field !== undefined) return note(at, field, true);
    const base = reaches.of(node.expression);
    if (base === 0) return note(at, nameOf(node, code, guarded), true);
    if (base === "system") {
      // A setter is a function: what it changes is found in it.
      if (symbol && symbol.flags & ts.SymbolFlags.Accessor) return;
      if (name === undefined) return note(at, "some field", true, "by a name that only running it would tell");
      if (symbol === undefined) return note(at, guarded.named(name) ?? name, true);
      if (symbol.flags & ts.SymbolFlags.Method) return note(at, name, true, "a method is replaced");
      return;
    }
    if (base === undefined && name !== undefined && guarded.named(name) !== undefined && isAny(code.checker.getTypeAtLocation(bare(node.expression)))) note(at, name, false, "of what could be the system, as nothing is known of its type");
  };

  const call = (node: ts.CallExpression): void => {
    const callee = bare(node.expression);
    const declarations = declarationsOf(isAccess(callee) ? propertyOf(callee, code) : code.checker.getSymbolAtLocation(callee), code);
    const first = node.arguments[0];
    if (changing.test(callee.getText()) && first) {
      const reach = reaches.of(first);
      if (reach === "system" || reach === 0) note(node, nameOf(first, code, guarded), true, `by ${callee.getText()}`);
      return;
    }
    const isLibrary = declarations.some((d) => code.isLibrary(d));
    if (isAccess(callee)) {
      const name = accessName(callee, code) ?? "";
      const base = reaches.of(callee.expression);
      if ((isLibrary || declarations.length === 0) && mutators.has(name) && (base === 0 || base === "system")) return note(node, nameOf(callee.expression, code, guarded), true);
      // `Array.prototype.push.call(this.log, entry)`
      if (isLibrary && ["call", "apply", "bind"].includes(name) && calls.targets(callee.expression).length === 0 && first && [0, "system"].includes(reaches.of(first) ?? "")) return note(node, nameOf(first, code, guarded), mutators.has(lastName(callee.expression)), `by ${callee.getText()}`);
    }
    if (isLibrary || declarations.some((d) => code.isOwn(d)) || calls.targets(callee).length > 0) return;
    for (const a of node.arguments) {
      const value = ts.isSpreadElement(a) ? a.expression : a;
      if (reaches.of(value) === 0 && !isFunction(value, code)) note(a, nameOf(value, code, guarded), false, `is given to ${callee.getText().slice(0, 60)}, which may change it`);
    }
  };

  for (const file of files) {
    walk(file, (node) => {
      if (isAssignment(node)) target(node.left, node);
      else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)) target(node.operand, node);
      else if (ts.isDeleteExpression(node)) target(node.expression, node);
      else if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && !ts.isVariableDeclarationList(node.initializer)) target(node.initializer, node.initializer);
      else if (ts.isCallExpression(node)) call(node);
      if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && /^(?:globalThis\.)?(?:eval|Function)$/.test(bare(node.expression).getText())) note(node, "guarded state", false, "by code that only running it would tell");
    });
  }
  return found.filter((w) => !isConstruction(w));
}

const withoutDefault = (node: ts.Expression): ts.Expression => (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken ? node.left : node);

const lastName = (node: ts.Expression): string => (ts.isPropertyAccessExpression(node) ? node.name.text : "");

const isFunction = (node: ts.Expression, { checker }: Code): boolean => checker.getTypeAtLocation(node).getCallSignatures().length > 0;

/** The field that it is a part of, or what it is called here. */
const nameOf = (node: ts.Expression, code: Code, guarded: Guarded): string => rootOf(node, code, guarded) ?? `guarded state, here ${bare(node).getText().replaceAll(/\s+/g, " ").slice(0, 40)},`;

/** The guarded field that a path begins with. */
function rootOf(given: ts.Expression, code: Code, guarded: Guarded): string | undefined {
  const node = bare(given);
  const symbol = isAccess(node) ? propertyOf(node, code) : code.checker.getSymbolAtLocation(node);
  const field = guarded.fieldOf(symbol);
  if (field !== undefined) return field;
  if (isAccess(node)) return rootOf(node.expression, code, guarded);
  return ts.isCallExpression(node) ? rootOf(node.expression, code, guarded) : undefined;
}

/** A constructor gives its own object the first values. */
function isConstruction({ node, owner }: Write): boolean {
  if (!owner || !ts.isConstructorDeclaration(owner)) return false;
  const expression = ts.isBinaryExpression(node) ? node.left : ts.isCallExpression(node) ? (changing.test(node.expression.getText()) ? node.arguments[0] : node.expression) : ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node) ? node.operand : undefined;
  for (let at = expression && bare(expression); at; at = bare(at.expression)) {
    if (at.kind === ts.SyntaxKind.ThisKeyword) return true;
    if (!isAccess(at) && !ts.isCallExpression(at)) return false;
  }
  return false;
}

/** `const` and `let`. */
import ts from "typescript";
import { InternalError } from "../base/assert-never.ts";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { int, seqOf, type Type } from "../ir/type.ts";
import { sharedBy } from "./aliases-of.ts";
import { isAssignment } from "./calls-effects.ts";
import { bindPattern, valueOf } from "./lower-callbacks.ts";
import { bare, type Binding, type Body, type Cx, textOf, type Writable } from "./lower-context.ts";
import { objectOf } from "./lower-members.ts";
import { adopt, fit, isReference, typeAt, typeHint } from "./lower-types.ts";
import { named } from "./places.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export function lowerVariables(at: Body, list: ts.VariableDeclarationList): void {
  const { cx } = at;
  if (!(list.flags & ts.NodeFlags.BlockScoped) || (list.flags & ts.NodeFlags.BlockScoped) > ts.NodeFlags.Const) {
    list.declarations.forEach((d) => markBroken(cx, d.name));
    return refuse("T4005", list, "only const and let declare variables", "write const, or let where the variable changes");
  }
  for (const d of list.declarations) {
    try {
      lowerVariable(at, d, (list.flags & ts.NodeFlags.Const) !== 0);
    } catch (e) {
      if (e instanceof DiagnosticsError) markBroken(cx, d.name);
      throw e;
    }
  }
}

/** Keeps the uses of a variable from being reported, as its declaration has been. */
function markBroken(cx: Cx, name: ts.BindingName): void {
  if (!ts.isIdentifier(name)) {
    for (const e of name.elements) if (ts.isBindingElement(e)) markBroken(cx, e.name);
    return;
  }
  const symbol = cx.member.services.checker.getSymbolAtLocation(name);
  if (symbol && !cx.scope.find(symbol)) cx.scope.set(symbol, { kind: "broken" });
}

function lowerVariable(at: Body, d: ts.VariableDeclaration, constant: boolean): void {
  const { cx } = at;
  const source = d.initializer && bare(d.initializer);
  if (constant && source && ts.isIdentifier(d.name) && (ts.isArrowFunction(source) || ts.isFunctionExpression(source))) {
    return declareFunction(cx, d.name, source);
  }
  if (source && objectOf(cx, source)) return refuse("T4020", source, `\`${textOf(source)}\` is a protocol, not a value`, "name its fields instead");
  const name = ts.isIdentifier(d.name) ? d.name.text : "value";
  const before = at.out.length;
  const inner: Body = { ...at, cx: { ...cx, bound: name }, ...(constant && { variable: name }) };
  const declared = d.type && typeAt(inner.cx, d, name);
  const value = d.initializer ? settle(inner, d, constant, declared) : uninitialised(d, declared);
  const put = at.out.findIndex((s, i) => i >= before && s.kind === "let" && value.kind === "local" && s.name === value.name && isNamedFor(s.name, name));
  if (ts.isIdentifier(d.name)) return declare(at, d.name, value, constant, constant && put >= 0 ? put : undefined);
  const whole = put >= 0 ? value : named(at, "value", value);
  bindPattern(cx, d.name, valueOf(whole), (part, v) => bindingOf(at, part, v, constant));
}

const isNamedFor = (local: string, wanted: string): boolean => local === wanted || local.startsWith(`${wanted}$`);

export function declareFunction(cx: Cx, name: ts.Identifier, declaration: ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration): void {
  const symbol = cx.member.services.checker.getSymbolAtLocation(name);
  if (symbol) cx.scope.set(symbol, { kind: "function", declaration, cx });
}

function uninitialised(d: ts.VariableDeclaration, declared: Type | undefined): Expr {
  if (declared?.kind === "option") return build.none(declared.of, spanOf(d));
  return refuse("T4005", d, `\`${textOf(d.name)}\` has no initial value`, "give it one, or a type with undefined: let best: Node | undefined");
}

/** The initial value, at the type that the variable is to have. */
function settle(at: Body, d: ts.VariableDeclaration, constant: boolean, declared: Type | undefined): Expr {
  const { cx } = at;
  const { dispatch } = cx.member;
  const source = d.initializer!;
  const grows = ts.isIdentifier(d.name) && (!constant || isGrown(cx, d.name));
  if (declared) {
    const value = dispatch.effectful(at, source, declared);
    return fit(cx, value, grows ? settledBounds(declared, value) : adopt(declared, value.type), source);
  }
  if (!grows) return dispatch.effectful(at, source);
  // The value says too little of a variable: `let n = 0` is not to stay 0.
  const type = typeHint(cx, cx.member.services.checker.getTypeAtLocation(d), d);
  const value = dispatch.effectful(at, source, type);
  if (type) return fit(cx, value, settledBounds(type, value), source);
  return value.type.kind === "int" ? build.coerce(value, int()) : fit(cx, value, typeAt(cx, d), d);
}

/** A sequence or bag that is a copy of another is bounded like that one; one that is written out is bounded by its own name. */
function settledBounds(declared: Type, value: Expr): Type {
  if (declared.kind === "seq" && value.type.kind === "seq" && typeof declared.max === "string" && value.kind !== "collection") {
    return seqOf(declared.of, value.type.max);
  }
  if (declared.kind === "bag" && value.type.kind === "bag" && typeof declared.max === "string" && value.kind !== "collection") return value.type;
  if (declared.kind === "record" && value.kind === "record" && value.type.kind === "record") {
    return { kind: "record", fields: declared.fields.map((f) => {
      const given = value.fields.find((g) => g.name === f.name);
      return given ? { name: f.name, type: settledBounds(f.type, given.value) } : f;
    }) };
  }
  return declared;
}

/** Whether elements may be added to what a `const` holds. */
function isGrown(cx: Cx, name: ts.Identifier): boolean {
  const { checker } = cx.member.services;
  const symbol = checker.getSymbolAtLocation(name);
  let scope: ts.Node = name;
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isCaseBlock(scope)) scope = scope.parent;
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node !== name && checker.getSymbolAtLocation(node) === symbol && isWritten(node)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(scope);
}

/** Whether the expression around a name may write to what it holds. */
function isWritten(name: ts.Node): boolean {
  let node: ts.Node = name;
  while (ts.isPropertyAccessExpression(node.parent) || ts.isElementAccessExpression(node.parent) || ts.isNonNullExpression(node.parent)) {
    if (ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node) return false;
    node = node.parent;
  }
  const { parent } = node;
  return (ts.isCallExpression(parent) && parent.expression === node) || (ts.isBinaryExpression(parent) && isAssignment(parent) && parent.left === node)
    || ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent);
}

/** @param put where the value stands under a name already, as the `let` of its own */
function declare(at: Body, name: ts.Identifier, value: Expr, constant: boolean, put: number | undefined): void {
  const symbol = at.cx.member.services.checker.getSymbolAtLocation(name);
  const binding = put === undefined ? bindingOf(at, name, value, constant) : putBinding(at, value, put);
  if (symbol) at.cx.scope.set(symbol, binding);
}

function putBinding(at: Body, value: Expr, put: number): Binding {
  const { out } = at;
  const stmt = out[put];
  if (stmt.kind !== "let") throw new InternalError("no let where a value was put aside");
  const markMutable = (): void => void (out[put] = build.letStmt(stmt.name, stmt.value, stmt.span, true));
  return { kind: "local", name: stmt.name, type: value.type, region: at.cx.region, writable: constantWritable(value.type), markMutable };
}

const constantWritable = (type: Type): Writable => (isReference(type) ? "parts" : "nothing");

function bindingOf(at: Body, name: ts.Identifier, value: Expr, constant: boolean): Binding {
  const { names, aliases } = at.cx.member;
  const { out } = at;
  const writable = constant ? constantWritable(value.type) : "all";
  const local = writable === "nothing" ? names.constant(name.text) : names.fresh(name.text);
  const index = out.length;
  out.push(build.letStmt(local, value, spanOf(name)));
  if (isReference(value.type)) aliases.share({ root: local, path: [] }, sharedBy(value));
  const markMutable = (): void => void (out[index] = build.letStmt(local, value, spanOf(name), true));
  return { kind: "local", name: local, type: value.type, region: at.cx.region, writable, markMutable };
}

/** Bodies of functions that give a value: every `return` has to give it at one type. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import { option, type Type } from "../ir/type.ts";
import { type Body, type Cx, type FunctionLike, nested, type Returns } from "./lower-context.ts";
import { adopt, fit, lower, typeHint, typeOf, unify } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** The type that a function declares to return, as far as it says. */
function declaredReturn(cx: Cx, declaration: FunctionLike): Type | undefined {
  const { checker } = cx.member.services;
  const signature = declaration.type && checker.getSignatureFromDeclaration(declaration);
  return signature && typeOf(cx, checker.getReturnTypeOfSignature(signature), declaration.type!, nameOf(declaration));
}

export function nameOf(declaration: FunctionLike): string {
  const named = declaration.name ?? (ts.isVariableDeclaration(declaration.parent) ? declaration.parent.name : undefined);
  return named ? named.getText() : "function";
}

/** What literals after `return` are to be. */
export function expectedReturn(cx: Cx, declaration: FunctionLike, expected: Type | undefined): Type | undefined {
  const declared = declaredReturn(cx, declaration);
  if (declared) return declared;
  const { checker } = cx.member.services;
  const signature = checker.getSignatureFromDeclaration(declaration);
  const inferred = signature && typeHint(cx, checker.getReturnTypeOfSignature(signature), declaration);
  return expected && inferred?.kind === "option" ? option(expected) : (expected ?? inferred);
}

export function givesNothing(cx: Cx, declaration: FunctionLike): boolean {
  const { checker } = cx.member.services;
  const signature = checker.getSignatureFromDeclaration(declaration);
  return signature !== undefined && (checker.getReturnTypeOfSignature(signature).flags & ts.TypeFlags.Void) !== 0;
}

/** The value of a single expression as the function returns it. */
export function asReturned(cx: Cx, value: Expr, declaration: FunctionLike, at: ts.Node): Expr {
  const declared = declaredReturn(cx, declaration);
  return declared ? fit(cx, value, adopt(declared, value.type), at) : value;
}

/** The type that all returned values fit. */
export function returnedType(cx: Cx, returns: Returns, declaration: FunctionLike): Type {
  const [first, ...others] = returns.values;
  if (!first) return refuse("T4044", declaration.name ?? declaration, "this function gives no value", "return one on every path");
  const joined = others.reduce<Expr | undefined>((all, r) => all && unify(cx, all, r.value)?.a, first.value)?.type;
  const declared = declaredReturn(cx, declaration);
  if (declared) return joined ? adopt(declared, joined) : declared;
  return joined ?? refuse("T4024", declaration.name ?? declaration, "this function returns values of different types", "write the type that it returns");
}

/** The body of a function without effects, as an expression. */
export function pureBody(cx: Cx, declaration: FunctionLike, expected: Type | undefined): Expr {
  const { body } = declaration;
  if (!body) return refuse("T4033", declaration, "this function has no body", "write one, or make the class that has it the protocol");
  const wanted = expectedReturn(cx, declaration, expected);
  const inner = nested(cx);
  if (!ts.isBlock(body)) return asReturned(inner, lower(inner, body, wanted), declaration, body);
  const returns: Returns = { kind: "value", expected: wanted, values: [] };
  const out: Stmt[] = [];
  const at: Body = { cx: inner, out, returns, loop: false };
  const problems = cx.member.errors.length;
  cx.member.dispatch.statements(at, body.statements);
  if (cx.member.errors.length > problems) throw new DiagnosticsError([]);
  if (!alwaysReturns(out) && wanted?.kind === "option") giveBack(at, build.none(wanted.of, spanOf(body)), body);
  const type = returnedType(inner, returns, declaration);
  for (const r of returns.values) r.list[r.index] = build.returnStmt(fit(inner, r.value, type, r.node), r.value.span);
  // TypeScript has seen that the end is not reached, from types that a write through `this` may have overtaken.
  const nothing = build.none(type, spanOf(body));
  if (!alwaysReturns(out)) out.push(build.returnStmt(nothing.type === type ? nothing : build.unwrap(nothing, spanOf(body)), spanOf(body)));
  return asExpression(out, type, spanOf(body));
}

/** Notes a returned value, to be settled when all are known. */
export function giveBack(at: Body, value: Expr, node: ts.Node): void {
  at.returns.values.push({ list: at.out, index: at.out.length, value, node });
  at.out.push(build.returnStmt(value, value.span));
}

export function alwaysReturns(stmts: readonly Stmt[]): boolean {
  return stmts.some((s) => s.kind === "return" || (s.kind === "if" && alwaysReturns(s.then) && alwaysReturns(s.else)));
}

/** Without the `do` where tests and returns are all there is. */
function asExpression(stmts: readonly Stmt[], type: Type, span: Expr["span"]): Expr {
  const decided = decide(stmts);
  if (decided) return decided;
  const lets = stmts.findIndex((s) => s.kind !== "let" || s.mutable);
  const rest = lets > 0 ? decide(stmts.slice(lets)) : undefined;
  return build.doExpr(rest ? [...stmts.slice(0, lets), build.returnStmt(rest, rest.span)] : stmts, type, span);
}

function decide([first, ...rest]: readonly Stmt[]): Expr | undefined {
  if (first?.kind === "return") return first.value ?? undefined;
  if (first?.kind !== "if" || !alwaysReturns(first.then)) return undefined;
  const then = decide(first.then);
  const otherwise = then && decide([...first.else, ...rest]);
  return then && otherwise && build.cond(first.cond, then, otherwise, first.span);
}

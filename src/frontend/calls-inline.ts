/** Functions stand for their bodies: a call is the body with its parameters bound. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import { option, type Type } from "../ir/type.ts";
import { sharedBy } from "./aliases-of.ts";
import { type Callee, hasEffects, isAssignment } from "./calls-effects.ts";
import { inferTypeArgs } from "./calls-generics.ts";
import type { Member } from "./context.ts";
import { bindPattern, functionRef, hintOf, moduleCx, valueOf } from "./lower-callbacks.ts";
import { bare, type Body, type Cx, type Frame, type FunctionLike, nested, type Returns, textOf } from "./lower-context.ts";
import { type ObjectRef, objectOf } from "./lower-members.ts";
import { asReturned, expectedReturn, givesNothing, nameOf, returnedType } from "./lower-returns.ts";
import { adopt, fit, isPlain, isReference, lower, typeAt } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

const deepest = 200;
const mostCalls = 5000;

/** Runs `run` inside a function or constant, unless it stands inside itself already. */
export function withFrame<T>(cx: Cx, frame: Frame, at: ts.Node, run: (cx: Cx) => T): T {
  const from = cx.frames.findIndex((f) => f.declaration === frame.declaration && f.instance === frame.instance);
  if (from >= 0 || cx.frames.length >= deepest) {
    const cycle = [...cx.frames.slice(Math.max(from, cx.frames.length - 8)), frame].map((f) => f.label).join(" → ");
    refuse("T4029", at, `a call leads back to itself: ${cycle}`, "functions are inlined, so they cannot call themselves; write a for … of loop");
  }
  if (++cx.member.inlined.calls > mostCalls) {
    refuse("T1002", at, `the calls in one method unfold to more than ${mostCalls}`, "functions are inlined where they are called; keep what is computed twice in a const");
  }
  return run({ ...cx, frames: [...cx.frames, frame] });
}

/** A call inside an expression. */
export function inlinePure(cx: Cx, callee: Callee, call: ts.CallExpression, expected: Type | undefined): Expr {
  const label = textOf(call.expression);
  if (hasEffects(callee)) {
    return refuse("T4032", call, `\`${label}\` writes or guards, and stands inside an expression`,
      cx.pure ? `${cx.pure} only reads; call a function that writes nothing` : "call it in a statement of its own: const x = …; return …;");
  }
  const pure = cx.pure ?? "a function called inside an expression";
  const inner = nested(callee.cx, { pure, region: { description: pure }, frames: cx.frames, bound: nameOf(callee.declaration) });
  return withFrame(inner, { declaration: callee.declaration, instance: callee.cx.instance, label }, call, (framed) => {
    const { cx: bound, lets } = bindArguments(cx, framed, callee.declaration, call, expected, isPlain);
    const body = bound.member.dispatch.pureBody(bound, callee.declaration, expected);
    return lets.length === 0 ? body : build.doExpr([...lets, build.returnStmt(body, body.span)], body.type, spanOf(call));
  });
}

type Getter = Extract<Member, { kind: "method" }> & { readonly declaration: ts.GetAccessorDeclaration };

export function inlineGetter(cx: Cx, object: ObjectRef, member: Getter, node: ts.Node, expected: Type | undefined): Expr {
  const pure = cx.pure ?? "a getter";
  const { declaration, owner, typeArgs } = member;
  const inner: Cx = { ...moduleCx(cx), instance: object.instance, when: object.when, owner, typeArgs, pure, region: { description: pure }, bound: nameOf(declaration) };
  return withFrame(inner, { declaration, instance: object.instance, label: textOf(node) }, node, (framed) => framed.member.dispatch.pureBody(framed, declaration, expected));
}

/** A call as a statement, or as the source of one. @returns its value, undefined where it gives none */
export function inlineEffects(at: Body, callee: Callee, call: ts.CallExpression, expected: Type | undefined): Expr | undefined {
  const { cx } = at;
  const { declaration } = callee;
  const inner = nested(callee.cx, { pure: cx.pure, region: cx.region, frames: cx.frames, bound: nameOf(declaration) });
  return withFrame(inner, { declaration, instance: callee.cx.instance, label: textOf(call.expression) }, call, (framed) => {
    const unchanged = (value: Expr): boolean => value.kind === "literal" || (value.kind === "local" && cx.member.names.isConstant(value.name));
    const { cx: bound, lets } = bindArguments(cx, framed, declaration, call, expected, unchanged);
    at.out.push(...lets);
    return inlineBody({ cx: bound, out: at.out, returns: { kind: "nothing", expected: undefined, values: [] }, loop: false }, declaration, expected);
  });
}

function inlineBody(at: Body, declaration: FunctionLike, expected: Type | undefined): Expr | undefined {
  const { cx, out } = at;
  const body = declaration.body!;
  const { dispatch } = cx.member;
  const wanted = givesNothing(cx, declaration) ? undefined : expectedReturn(cx, declaration, expected);
  if (!ts.isBlock(body)) {
    const whole = bare(body);
    if (givesNothing(cx, declaration) || (ts.isBinaryExpression(whole) && isAssignment(whole))) return void dispatch.effect(at, whole);
    return asReturned(cx, dispatch.effectful(at, body, wanted), declaration, body);
  }
  const returns = returnsIn(body);
  const last = body.statements.at(-1);
  if (returns.length === 0) {
    dispatch.statements(at, body.statements);
    return undefined;
  }
  if (returns.length === 1 && last && ts.isReturnStatement(last) && last.expression && !givesNothing(cx, declaration)) {
    dispatch.statements(at, body.statements.slice(0, -1));
    return asReturned(cx, dispatch.effectful(at, last.expression, wanted), declaration, last.expression);
  }
  const list: Stmt[] = [];
  if (givesNothing(cx, declaration)) {
    dispatch.statements({ ...at, out: list }, body.statements);
    out.push(build.block(list, spanOf(body)));
    return undefined;
  }
  const results: Returns = { kind: "result", expected: wanted, values: [] };
  dispatch.statements({ ...at, out: list, returns: results }, body.statements);
  return putAside(at, declaration, results, list);
}

/** The value of a body that returns from several places: a local that is set before leaving the block. */
function putAside(at: Body, declaration: FunctionLike, returns: Returns, list: Stmt[]): Expr {
  const { cx, out } = at;
  const span = spanOf(declaration.body!);
  const type = returnedType(cx, returns, declaration);
  const result = build.place({ kind: "local", name: cx.member.names.fresh(nameOf(declaration)), type: option(type) });
  for (const r of returns.values) r.list[r.index] = build.assign(result, fit(cx, r.value, type, r.node), r.value.span);
  out.push(build.letStmt(result.root.name, build.none(type, span), span, true), build.block(list, span));
  cx.member.aliases.share({ root: result.root.name, path: [] }, returns.values.flatMap((r) => sharedBy(r.value)));
  const value = build.read(result, span);
  return type.kind === "option" ? value : build.unwrap(value, span);
}

/** The `return` statements of a body, without those of functions in it. */
function returnsIn(body: ts.Block): ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) found.push(node);
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

interface Bound { readonly cx: Cx; readonly lets: readonly Stmt[] }

/**
 * Evaluates the arguments where the call stands and binds the parameters.
 * @param asIs which arguments may stand for the parameter itself; all others are named
 */
function bindArguments(
  caller: Cx, inner: Cx, declaration: FunctionLike, call: ts.CallExpression, expected: Type | undefined, asIs: (value: Expr) => boolean,
): Bound {
  const spread = call.arguments.find(ts.isSpreadElement);
  if (spread) return refuse("T4031", spread, "arguments cannot be spread", "write them out");
  const generic = (declaration.typeParameters?.length ?? 0) > 0;
  const given = generic ? call.arguments.map((a) => typeOfArgument(caller, a)) : [];
  const cx: Cx = generic ? { ...inner, typeArgs: inferTypeArgs(caller, declaration, call, given, expected, inner.typeArgs) } : inner;
  const lets: Stmt[] = [];
  declaration.parameters.forEach((p, i) => bindArgument(caller, cx, p, call.arguments[i], call, lets, asIs));
  return { cx, lets };
}

function typeOfArgument(cx: Cx, node: ts.Expression): Type | undefined {
  if (functionRef(cx, node) || objectOf(cx, node)) return undefined;
  try {
    return lower(cx, node).type;
  } catch (e) {
    // Reported when it is lowered again, with the type of the parameter known.
    if (e instanceof DiagnosticsError) return undefined;
    throw e;
  }
}

function bindArgument(caller: Cx, cx: Cx, p: ts.ParameterDeclaration, argument: ts.Expression | undefined, call: ts.CallExpression, lets: Stmt[], asIs: (value: Expr) => boolean): void {
  if (p.dotDotDotToken) return refuse("T4031", call, `\`${textOf(call.expression)}\` takes any number of arguments`, "take a set or an array instead");
  const symbol = cx.member.services.checker.getSymbolAtLocation(p.name);
  const ref = argument && functionRef(caller, argument);
  if (ref && symbol) return cx.scope.set(symbol, { kind: "function", ...ref });
  const object = argument && objectOf(caller, argument);
  if (object && symbol) {
    if (argument.kind === ts.SyntaxKind.ThisKeyword) refuse("T4020", argument, "`this` is the protocol itself, not a value", "make the function a method of the class, or give it the fields that it needs");
    return cx.scope.set(symbol, { kind: "instance", ...object });
  }
  const declared = typeAt(cx, p, hintOf(p.name, cx.bound));
  const value = argument ? lower(caller, argument, declared) : p.initializer ? lower(cx, p.initializer, declared) : undefined;
  if (!value && declared.kind !== "option") return refuse("T4031", call, `there is no argument for \`${textOf(p.name)}\``, "write it");
  const given = value ? fit(cx, value, adopt(declared, value.type), argument ?? p) : build.none((declared as { of: Type }).of, spanOf(call));
  if (asIs(given)) return bindPattern(cx, p.name, valueOf(given));
  const name = cx.member.names.constant(hintOf(p.name, "argument"));
  lets.push(build.letStmt(name, given, given.span));
  if (isReference(given.type)) {
    cx.member.aliases.foreign(name);
    cx.member.aliases.share({ root: name, path: [] }, sharedBy(given));
  }
  bindPattern(cx, p.name, valueOf(build.local(name, given.type, given.span)));
}

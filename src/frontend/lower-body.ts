/** Bodies of methods and initial values of fields, as expressions and statements of the IR. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { Param } from "../ir/protocol.ts";
import { bool, int, record, type Type } from "../ir/type.ts";
import { Aliases } from "./aliases.ts";
import { withFrame } from "./calls-inline.ts";
import type { Instance, Role, Services, TypeArgs } from "./context.ts";
import { bindPattern, hintOf, valueOf } from "./lower-callbacks.ts";
import { type Body, type Cx, type FunctionLike, type Member, Names, Scope } from "./lower-context.ts";
import { effectful } from "./lower-effects.ts";
import { lowerExpr } from "./lower-expr.ts";
import { pureBody } from "./lower-returns.ts";
import { lowerEffect, lowerStatement, lowerStatements } from "./lower-statements.ts";
import { fit, isReference, lowerAs, typeAt } from "./lower-types.ts";
import { spanOf } from "./span.ts";

export interface LoweredAction { readonly params: readonly Param[]; readonly body: readonly Stmt[] }

/**
 * An action or `@init` method of an object.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export function lowerAction(services: Services, instance: Instance, method: ts.MethodDeclaration, typeArgs: TypeArgs): LoweredAction {
  return lowerSteps(services, instance, method, typeArgs, (at, statements) => lowerStatements(at, statements)).lowered;
}

/**
 * The same, and by itself what its statements after the first became.
 * @throws DiagnosticsError
 */
export function lowerUpdate(services: Services, instance: Instance, method: ts.MethodDeclaration, typeArgs: TypeArgs): LoweredAction & { readonly own: readonly Stmt[] } {
  const { lowered, result } = lowerSteps(services, instance, method, typeArgs, (at, [first, ...rest]) => {
    lowerStatements(at, [first]);
    const begun = at.out.length;
    lowerStatements(at, rest);
    return begun;
  });
  return { ...lowered, own: lowered.body.slice(result) };
}

function lowerSteps<T>(
  services: Services, instance: Instance, method: ts.MethodDeclaration, typeArgs: TypeArgs, run: (at: Body, statements: readonly ts.Statement[]) => T,
): { lowered: LoweredAction; result: T } {
  const cx = enter(services, instance, method, typeArgs, undefined);
  return finish(cx, () => inside(cx, method, (framed) => {
    const params = method.parameters.map((p) => lowerParameter(framed, p));
    const body: Stmt[] = [];
    const result = run({ cx: framed, out: body, returns: { kind: "nothing", expected: undefined, values: [] }, loop: false }, method.body?.statements ?? []);
    return { lowered: { params, body }, result };
  }));
}

const descriptions: Readonly<Record<Role, string>> = {
  action: "an action", fault: "a fault", repair: "a repair", delay: "a delay", init: "an @init method", invariant: "an invariant", lemma: "a lemma", step: "a step property", reachable: "a @reachable property",
  assume: "an assumption", constraint: "a constraint", terminal: "a @terminal property", eventually: "an @eventually property", leadsTo: "a @leadsTo property", milestone: "a milestone", cost: "a cost",
};

/**
 * A property of an object, or a milestone or cost. Of what looks at a step, the parameter is the object after the step.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export function lowerPredicate(
  services: Services, instance: Instance, method: ts.MethodDeclaration | ts.GetAccessorDeclaration, typeArgs: TypeArgs, role: Role,
): Expr {
  const cx = enter(services, instance, method, typeArgs, descriptions[role]);
  return finish(cx, () => inside(cx, method, (framed) => {
    const next = role === "step" || role === "cost" ? method.parameters[0] : undefined;
    const type = role === "cost" ? int() : bool;
    const symbol = next && services.checker.getSymbolAtLocation(next.name);
    if (symbol) framed.scope.set(symbol, { kind: "instance", instance, when: "next" });
    return fit(framed, pureBody(framed, method, type), type, method.name);
  }));
}

export interface LoweredLiveness { readonly params: readonly Param[]; readonly from: Expr | null; readonly to: Expr }

/** What a `@leadsTo` method returns. */
const fromTo = record([{ name: "from", type: bool }, { name: "to", type: bool }]);

/**
 * An `@eventually` or `@leadsTo` property of an object.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export function lowerLiveness(services: Services, instance: Instance, method: ts.MethodDeclaration, typeArgs: TypeArgs, role: "eventually" | "leadsTo"): LoweredLiveness {
  const cx = enter(services, instance, method, typeArgs, descriptions[role]);
  return finish(cx, () => inside(cx, method, (framed) => {
    const params = method.parameters.map((p) => lowerParameter(framed, p));
    const type = role === "leadsTo" ? fromTo : bool;
    const body = fit(framed, pureBody(framed, method, type), type, method.name);
    return role === "leadsTo" ? { params, from: partOf(body, "from"), to: partOf(body, "to") } : { params, from: null, to: body };
  }));
}

/** A field of a record, without the rest where that can be told apart. */
function partOf(body: Expr, field: "from" | "to"): Expr {
  if (body.kind === "record") return body.fields.find((f) => f.name === field)?.value ?? build.get(body, field, body.span);
  if (body.kind === "if") return build.cond(body.cond, partOf(body.then, field), partOf(body.else, field), body.span);
  return build.get(body, field, body.span);
}

/**
 * The initial value of a field, at the type of the field.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export function lowerInitializer(services: Services, instance: Instance, expression: ts.Expression, type: Type, typeArgs: TypeArgs): Expr {
  const cx = enter(services, instance, expression, typeArgs, "an initial value");
  return finish(cx, () => lowerAs(cx, expression, type));
}

/**
 * A function of a module by itself: its parameters, and what it returns.
 * @throws DiagnosticsError with everything that is wrong in it
 */
export function lowerFunction(services: Services, declaration: FunctionLike): { readonly params: readonly Param[]; readonly result: Expr } {
  const cx = enter(services, undefined, declaration, new Map(), "an implementation");
  return finish(cx, () => inside(cx, declaration, (framed) => {
    const params = declaration.parameters.map((p) => lowerParameter(framed, p));
    return { params, result: pureBody(framed, declaration, params[0]?.type) };
  }));
}

function enter(services: Services, instance: Instance | undefined, node: ts.Node, typeArgs: TypeArgs, pure: string | undefined): Cx {
  const member: Member = {
    services, names: new Names(), aliases: new Aliases(), errors: [], inlined: { calls: 0 },
    dispatch: { expr: lowerExpr, effectful, statements: lowerStatements, statement: lowerStatement, effect: lowerEffect, pureBody },
  };
  let owner: ts.Node | undefined = node;
  while (owner && !ts.isClassDeclaration(owner)) owner = owner.parent;
  const description = pure ?? "an action";
  return { member, instance, owner, when: "now", typeArgs, scope: new Scope(), pure, region: { description }, frames: [], bound: boundOf(node) };
}

function boundOf(node: ts.Node): string {
  const { parent } = node;
  const named = ts.isMethodDeclaration(node) || ts.isGetAccessorDeclaration(node) ? node.name : ts.isPropertyDeclaration(parent) ? parent.name : undefined;
  return named?.getText() ?? "value";
}

/** So that a call that leads back to the method itself is found. */
function inside<T>(cx: Cx, method: FunctionLike, run: (cx: Cx) => T): T {
  return withFrame(cx, { declaration: method, instance: cx.instance, label: method.name?.getText() ?? "" }, method, run);
}

/** Throws what was collected on the way, each error once. */
function finish<T>(cx: Cx, run: () => T): T {
  const { errors } = cx.member;
  let result: T | undefined;
  try {
    result = run();
  } catch (e) {
    if (!(e instanceof DiagnosticsError)) throw e;
    errors.push(...e.diagnostics);
  }
  const seen = new Set<string>();
  const once = errors.filter((d) => {
    const key = JSON.stringify([d.code, d.span, d.message]);
    return !seen.has(key) && seen.add(key);
  });
  if (once.length > 0 || result === undefined) throw new DiagnosticsError(once);
  return result;
}

function lowerParameter(cx: Cx, p: ts.ParameterDeclaration): Param {
  const hint = hintOf(p.name, "argument");
  const type = typeAt(cx, p, hint);
  const name = cx.member.names.constant(hint);
  if (isReference(type)) cx.member.aliases.foreign(name);
  bindPattern(cx, p.name, valueOf(build.local(name, type, spanOf(p.name))));
  return { name, type, span: spanOf(p) };
}

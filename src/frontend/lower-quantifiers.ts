/** What "tenet" exports as functions: quantifiers, logic, values of maps and of ordered sorts. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Domain, Expr } from "../ir/expr.ts";
import { mapOf, type MapType, showType, type Type } from "../ir/type.ts";
import { callback, hintOf, needFunction, valueOf } from "./lower-callbacks.ts";
import type { Cx } from "./lower-context.ts";
import { booleanBody, both, type Source, sourceOf, toSet } from "./lower-sources.ts";
import { fit, lowerAs, lowerCondition, lowerPresent, present, typeAt, typeOf } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

type Quantifier = "forall" | "exists" | "count" | "sum";

export function lowerDslCall(cx: Cx, name: string, node: ts.CallExpression, expected: Type | undefined): Expr {
  const spread = node.arguments.find(ts.isSpreadElement);
  if (spread) return refuse("T4031", spread, "arguments cannot be spread", "write them out");
  const [first, second] = node.arguments;
  const wanted = expected?.kind === "option" ? expected.of : expected;
  switch (name) {
    case "forall": case "exists": case "count": case "sum":
      return second ? overSource(cx, name, sourceOf(cx, first), second, node) : overTypes(cx, name, first, node);
    case "filter": {
      const source = second ? sourceOf(cx, first) : overType(cx, first, node);
      const test = second ?? first;
      const guard = (v: Expr): Expr => both(source.guard?.(v), booleanBody(callback(cx, test, [source.element(v)], "`filter`"), test));
      return toSet(cx, { ...source, guard }, hintOf(needFunction(cx, test).declaration.parameters[0]?.name, "element"), node);
    }
    case "implies":
      return build.connective("implies", lowerCondition(cx, first), lowerCondition(cx, second), spanOf(node));
    case "fill": {
      const type = mapType(cx, node, wanted);
      return build.fill(type, lowerAs(cx, first, type.value), spanOf(node));
    }
    case "tabulate": return lowerTabulate(cx, node, wanted);
    case "first": case "last": {
      const type = node.typeArguments?.[0] ? typeAt(cx, node.typeArguments[0]) : wanted?.kind === "sort" ? wanted : typeAt(cx, node);
      if (type.kind === "sort") return build.extreme(name, type, spanOf(node));
      return refuse("T4014", node, `${showType(type)} has no ${name} value`, `name an ordered sort: ${name}<Term>()`);
    }
    case "next": case "previous": {
      const value = lowerPresent(cx, first);
      if (value.type.kind === "sort") return build.neighbour(name, value, spanOf(node));
      return refuse("T4014", first, `${showType(value.type)} has no ${name} value`, "only ordered sorts have: type Term = Order<\"Term\">");
    }
    case "range": return refuse("T4043", node, "a range is not a value", "range over it: for (const i of range(0, n)), forall(range(0, n), (i) => …)");
    case "require": return refuse("T4011", node, "`require` is a statement", cx.pure ? "a condition that is part of a value is written with && or implies" : "write it on a line of its own");
    default: return refuse("T4033", node, `\`${name}\` cannot be called here`, "roles stand before methods: @invariant name() { … }");
  }
}

/** Nested, the first parameter outermost. */
function overTypes(cx: Cx, op: Quantifier, test: ts.Expression, node: ts.CallExpression): Expr {
  const { declaration, cx: at } = needFunction(cx, test);
  if (declaration.parameters.length === 0) return refuse("T4041", test, `\`${op}\` has nothing to range over`, `give the function a parameter with a type: ${op}((n: Node) => …)`);
  const span = spanOf(node);
  const variables = declaration.parameters.map((p) => {
    const name = cx.member.names.constant(hintOf(p.name, "value"));
    cx.member.aliases.foreign(name);
    return { name, type: rangeOf(at, p) };
  });
  const body = callback(cx, test, variables.map((v) => valueOf(build.local(v.name, v.type, span))), `\`${op}\``);
  const innermost = op === "sum" ? integerBody(body, test) : booleanBody(body, test);
  return variables.reduceRight<Expr>((inner, v, i) =>
    build.fold(op === "count" && i < variables.length - 1 ? "sum" : op, v.name, { kind: "type", type: v.type }, inner, span), innermost);
}

/** The type that a parameter of a quantifier ranges over. */
function rangeOf(cx: Cx, parameter: ts.ParameterDeclaration): Type {
  const type = cx.member.services.checker.getTypeAtLocation(parameter);
  if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) {
    return refuse("T4041", parameter, "it is not said what this parameter ranges over", "give it a type: (n: Node) => …");
  }
  return typeOf(cx, type, parameter, hintOf(parameter.name, cx.bound));
}

function overType(cx: Cx, test: ts.Expression, node: ts.CallExpression): Source {
  const { declaration, cx: at } = needFunction(cx, test);
  const [parameter] = declaration.parameters;
  if (!parameter) return refuse("T4041", node, "there is nothing to range over", "give the function a parameter with a type: filter((n: Node) => …)");
  const domain: Domain = { kind: "type", type: rangeOf(at, parameter) };
  return { domain, collection: undefined, element: valueOf, guard: undefined, plain: true, live: false };
}

export function overSource(cx: Cx, op: Quantifier, source: Source, test: ts.Expression, node: ts.Node): Expr {
  const span = spanOf(node);
  const name = cx.member.names.constant(hintOf(needFunction(cx, test).declaration.parameters[0]?.name, "element"));
  cx.member.aliases.foreign(name);
  const variable = build.local(name, build.domainType(source.domain), span);
  const guard = source.guard?.(variable);
  const body = callback(cx, test, [source.element(variable)], `\`${op}\``);
  return build.fold(op, name, source.domain, guarded(op, guard, op === "sum" ? integerBody(body, test) : booleanBody(body, test)), span);
}

function guarded(op: Quantifier, guard: Expr | undefined, body: Expr): Expr {
  if (!guard) return body;
  switch (op) {
    case "forall": return build.connective("implies", guard, body, body.span);
    case "exists": case "count": return build.connective("and", guard, body, body.span);
    case "sum": return build.cond(guard, body, build.intLit(0, body.span), body.span);
  }
}

/** How many elements a source visits. */
export function countOf(cx: Cx, source: Source, node: ts.Node): Expr {
  const name = cx.member.names.constant("element");
  const variable = build.local(name, build.domainType(source.domain), spanOf(node));
  return build.fold("count", name, source.domain, source.guard?.(variable) ?? build.boolLit(true, spanOf(node)), spanOf(node));
}

function integerBody(body: Expr, at: ts.Node): Expr {
  const value = present(body);
  return value.type.kind === "int" ? value : refuse("T4015", at, `this gives ${showType(value.type)}, not an integer`, "sum adds integers; count counts what is true");
}

function mapType(cx: Cx, node: ts.CallExpression, expected: Type | undefined): MapType {
  if (expected?.kind === "map" && expected.total) return expected;
  const type = typeAt(cx, node);
  if (type.kind === "map" && type.total) return type;
  return refuse("T4023", node, "the type of this map is not known", "write it: fill<Node, Int>(0), or give what it is assigned to a type");
}

function lowerTabulate(cx: Cx, node: ts.CallExpression, expected: Type | undefined): Expr {
  const [body] = node.arguments;
  const known = expected?.kind === "map" && expected.total ? expected : undefined;
  const { declaration, cx: at } = needFunction(cx, body);
  const [parameter] = declaration.parameters;
  const key = known?.key ?? (parameter ? rangeOf(at, parameter) : mapType(cx, node, expected).key);
  const name = cx.member.names.constant(hintOf(parameter?.name, "key"));
  cx.member.aliases.foreign(name);
  const value = callback(cx, body, [valueOf(build.local(name, key, spanOf(node)))], "`tabulate`", known?.value);
  const type = known ?? mapOf(key, value.type, true);
  return build.tabulate(type, name, fit(cx, value, type.value, body), spanOf(node));
}

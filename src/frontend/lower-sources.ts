/** What `for … of` and the quantifiers range over: types, integers, elements of collections, entries of maps. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Domain, Expr } from "../ir/expr.ts";
import { showType } from "../ir/type.ts";
import { callback, type Element, pairOf, valueOf } from "./lower-callbacks.ts";
import { bare, type Cx, dslFunction, textOf } from "./lower-context.ts";
import { lower, lowerIndex, present } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

export interface Source {
  readonly domain: Domain;
  /** The collection that is visited, if one is. */
  readonly collection: Expr | undefined;
  /** Whether JavaScript would notice changes to it meanwhile. */
  readonly live: boolean;
  /** What is visited, given the variable that ranges over the domain. */
  element(variable: Expr): Element;
  /** Which are visited; undefined for all. */
  readonly guard: ((variable: Expr) => Expr) | undefined;
  /** Whether the elements are the variable itself. */
  readonly plain: boolean;
}

/**
 * @param hold names a collection that is read again for every element; in an expression it can simply be repeated
 */
export function sourceOf(cx: Cx, expression: ts.Expression, hold: (value: Expr) => Expr = (v) => v): Source {
  const node = bare(expression);
  if (ts.isCallExpression(node)) {
    const found = ofCall(cx, node, hold);
    if (found) return found;
  }
  if (isUnordered(cx, node)) return { ...sourceOf(cx, node.elements[0].expression, hold), live: false };
  const value = present(lower(cx, node));
  if (value.type.kind === "map" && !value.type.total) return entriesOf(hold(value), expression);
  return elements(value, expression);
}

/** `[...set]`: the elements in no order that could be relied on. */
export function isUnordered(cx: Cx, node: ts.Expression): node is ts.ArrayLiteralExpression & { readonly elements: readonly [ts.SpreadElement] } {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length !== 1 || !ts.isSpreadElement(node.elements[0])) return false;
  return !isArray(cx, cx.member.services.checker.getTypeAtLocation(node.elements[0].expression));
}

function isArray(cx: Cx, type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some((t) => isArray(cx, t));
  return cx.member.services.checker.isArrayType(type);
}

/** `[...set].filter(…).map(…)`: visited as such, never made into a sequence. */
export function isStream(cx: Cx, expression: ts.Expression): boolean {
  const node = bare(expression);
  if (isUnordered(cx, node)) return true;
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ["filter", "map"].includes(node.expression.name.text)
    && isStream(cx, node.expression.expression);
}

function ofCall(cx: Cx, node: ts.CallExpression, hold: (value: Expr) => Expr): Source | undefined {
  if (dslFunction(cx, node.expression) === "range") {
    const [from, to] = node.arguments;
    return { ...whole, domain: { kind: "range", from: lowerIndex(cx, from), to: lowerIndex(cx, to) }, collection: undefined };
  }
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  if (isStream(cx, node)) {
    const base = sourceOf(cx, expression, hold);
    const body = (v: Expr): Expr => callback(cx, node.arguments[0], [base.element(v)], `\`${name.text}\``);
    return name.text === "map"
      ? { ...base, element: (v) => valueOf(body(v)), plain: false }
      : { ...base, guard: (v) => both(base.guard?.(v), booleanBody(body(v), node.arguments[0])) };
  }
  if (node.arguments.length > 0 || !["keys", "values", "entries"].includes(name.text)) return undefined;
  const type = cx.member.services.checker.getTypeAtLocation(expression).symbol as ts.Symbol | undefined;
  if (type?.name !== "Map" && type?.name !== "ReadonlyMap") return undefined;
  const map = present(lower(cx, expression));
  if (name.text === "keys") return elements(map, expression);
  const entries = entriesOf(hold(map), expression);
  return name.text === "entries" ? entries : { ...entries, element: (v) => valueOf((entries.element(v) as Extract<Element, { kind: "pair" }>).second) };
}

const whole = { element: valueOf, guard: undefined, plain: true, live: true };

function elements(value: Expr, at: ts.Node): Source {
  switch (value.type.kind) {
    case "set": case "bag": case "majority": case "seq": case "map":
      if (value.type.kind === "map" && value.type.total) break;
      return { ...whole, domain: { kind: "elements", of: value }, collection: value };
    default: break;
  }
  return refuse("T4009", at, `\`${textOf(at)}\` is ${showType(value.type)}, which has no elements`,
    "range over a set, bag, sequence, map, majority or range(from, to); over all values of a type: filter((n: Node) => true)");
}

const entriesOf = (map: Expr, at: ts.Node): Source => ({
  ...elements(map, at),
  element: (key) => {
    const found = build.lookup(map, key, map.span);
    // A key may stand for no value: new Map<K, V | undefined>().
    return pairOf(key, map.type.kind === "map" && map.type.value.kind === "option" ? found : build.unwrap(found, map.span));
  },
  plain: false,
});

export const both = (a: Expr | undefined, b: Expr): Expr => (a ? build.connective("and", a, b, b.span) : b);

/** What a function that decides gives. */
export function booleanBody(body: Expr, at: ts.Node): Expr {
  const value = present(body);
  return value.type.kind === "bool" ? value : refuse("T4012", at, `this gives ${showType(value.type)}, not a boolean`, "return a comparison");
}

/** The elements as a set. */
export function toSet(cx: Cx, source: Source, hint: string, at: ts.Node): Expr {
  const span = spanOf(at);
  const variable = (): Expr => build.local(cx.member.names.constant(hint), build.domainType(source.domain), span);
  let { domain } = source;
  if (source.guard) {
    const v = variable();
    domain = { kind: "elements", of: build.comprehend("filter", nameOf(v), domain, source.guard(v), span) };
  }
  const v = variable();
  const element = source.element(v);
  if (element.kind === "pair") return refuse("T4042", at, "the entries of a map are pairs, and pairs are not values", "take the keys or the values: map.keys(), map.values()");
  if (domain.kind === "elements" && domain.of.type.kind === "seq") return setOfSequence(cx, domain.of, nameOf(v), element.value, span);
  if (!source.plain) return build.comprehend("map", nameOf(v), domain, element.value, span);
  if (domain.kind !== "elements" || domain.of.type.kind !== "set") return build.comprehend("filter", nameOf(v), domain, build.boolLit(true, span), span);
  return domain.of;
}

const nameOf = (e: Expr): string => (e.kind === "local" ? e.name : "");

function setOfSequence(cx: Cx, seq: Expr, element: string, value: Expr, span: Expr["span"]): Expr {
  const type = { kind: "set", of: value.type } as const;
  const place = build.place({ kind: "local", name: cx.member.names.fresh("set"), type });
  return build.doExpr([
    build.letStmt(place.root.name, build.collection(type, [], span), span, true),
    build.forStmt(element, { kind: "elements", of: seq }, [build.assign(place, build.withItem("add", build.read(place, span), value, span), span)], span),
    build.returnStmt(build.read(place, span), span),
  ], type, span);
}

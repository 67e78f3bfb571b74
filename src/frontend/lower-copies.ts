/** Copies of collections with something changed: `{ ...total, [key]: value }`, `new Set([...set, x])`, `new Map([...map, [key, value]])`. */
import ts from "typescript";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { type MapType, setOf, showType, type Type } from "../ir/type.ts";
import { asCopy } from "./aliases-of.ts";
import { bare, type Cx, textOf } from "./lower-context.ts";
import { fit, lower, lowerAs, present, typeHint } from "./lower-types.ts";
import { refuse } from "./refuse.ts";
import { spanOf } from "./span.ts";

/** Whether an object literal begins with all values of a total map. */
export function copiesTotalMap(cx: Cx, node: ts.ObjectLiteralExpression): boolean {
  const [first] = node.properties;
  if (!first || !ts.isSpreadAssignment(first)) return false;
  const type = typeHint(cx, cx.member.services.checker.getTypeAtLocation(first.expression), first.expression);
  return type?.kind === "map" && type.total;
}

/** `{ ...total, [key]: value }`, in order. */
export function changedTotalMap(cx: Cx, node: ts.ObjectLiteralExpression, wanted: MapType | undefined): Expr {
  const [first, ...rest] = node.properties as unknown as readonly [ts.SpreadAssignment, ...ts.ObjectLiteralElementLike[]];
  const source = present(lower(cx, first.expression, wanted));
  const map = fit(cx, source, wanted ?? source.type, first.expression);
  const { key, value } = build.need(map.type, "map");
  const changed = rest.reduce((before, p) => {
    const written = keyAndValue(p);
    if (!written) return refuse("T4026", p, "this cannot stand in a copy of a record with keys", "write [key]: value");
    const at = typeof written.key === "string" ? nameAsKey(written.key, key, p) : lowerAs(cx, written.key, key);
    return build.put(before, at, lowerAs(cx, written.value, value), spanOf(p));
  }, map);
  return asCopy({ ...changed });
}

function keyAndValue(p: ts.ObjectLiteralElementLike): { readonly key: ts.Expression | string; readonly value: ts.Expression } | undefined {
  if (ts.isShorthandPropertyAssignment(p)) return { key: p.name.text, value: p.name };
  if (!ts.isPropertyAssignment(p)) return undefined;
  const { name, initializer: value } = p;
  if (ts.isComputedPropertyName(name)) return { key: name.expression, value };
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? { key: name.text, value } : undefined;
}

function nameAsKey(name: string, key: Type, at: ts.Node): Expr {
  if (key.kind === "enum" && key.values.includes(name)) return build.enumLit(name, spanOf(at), key);
  return refuse("T4026", at, `"${name}" is no ${showType(key)}`, "write a key in brackets: [key]: value");
}

/** Whether an array literal is one of elements of sets, and more. */
export function spreadsCollection(cx: Cx, node: ts.Expression): node is ts.ArrayLiteralExpression {
  if (!ts.isArrayLiteralExpression(node) || node.elements.length < 2) return false;
  const { checker } = cx.member.services;
  return node.elements.some((e) => ts.isSpreadElement(e) && ["Set", "ReadonlySet", "Map", "ReadonlyMap"].includes(checker.getTypeAtLocation(e.expression).symbol?.name ?? ""));
}

/** `new Set([...set, x])`. */
export function changedSet(cx: Cx, node: ts.ArrayLiteralExpression, wanted: Type | undefined): Expr {
  const span = spanOf(node);
  const spread = node.elements.find(ts.isSpreadElement)!;
  const type = wanted ?? asSet(cx, present(lower(cx, spread.expression)), spread).type;
  const { of } = build.need(type, "set");
  const all = node.elements.reduce<Expr>((set, e) => (ts.isSpreadElement(e)
    ? union(set, fit(cx, asSet(cx, present(lower(cx, e.expression, type)), e), type, e), span)
    : build.withItem("add", set, lowerAs(cx, e, of), spanOf(e))), build.collection(type, [], span));
  return asCopy(all);
}

const union = (a: Expr, b: Expr, span: Expr["span"]): Expr => (a.kind === "collection" && a.items.length === 0 ? b : build.setOp("union", a, b, span));

function asSet(cx: Cx, value: Expr, at: ts.SpreadElement): Expr {
  if (value.type.kind === "majority") return fit(cx, value, setOf(value.type.of), at);
  return value.type.kind === "set" ? value : refuse("T4024", at, `the elements of ${showType(value.type)} beside those of a set`, "add them one by one: for (const x of …) set.add(x)");
}

/** `new Map([...map, [key, value]])`. */
export function changedMap(cx: Cx, node: ts.ArrayLiteralExpression, wanted: MapType | undefined): Expr {
  const [first, ...rest] = node.elements;
  if (!ts.isSpreadElement(first)) return refuse("T4026", first, "what is copied stands first", "write new Map([...map, [key, value]])");
  const source = present(lower(cx, first.expression, wanted));
  const type = build.need((wanted ?? source.type), "map");
  const changed = rest.reduce((map, e) => {
    const pair = bare(e);
    if (!ts.isArrayLiteralExpression(pair) || pair.elements.length !== 2 || pair.elements.some(ts.isSpreadElement)) {
      return refuse("T4026", e, `\`${textOf(e)}\` is no entry`, "write [key, value]");
    }
    const [key, value] = pair.elements;
    return build.put(map, lowerAs(cx, key, type.key), lowerAs(cx, value, type.value), spanOf(e));
  }, fit(cx, source, type, first));
  return asCopy({ ...changed });
}

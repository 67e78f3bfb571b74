/** Between the types of TypeScript, which narrow, and those of the IR, which do not. */
import ts from "typescript";
import { DiagnosticsError } from "../base/diagnostic.ts";
import * as build from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import { bool, type Field, mapOf, option, sameType, seqOf, setOf, showType, type Type, type UnionType } from "../ir/type.ts";
import type { Cx } from "./lower-context.ts";
import { asName, asNumber } from "./mixed.ts";
import { refuse } from "./refuse.ts";

/** The IR type of an expression or declaration, as the checker sees it. */
export function typeAt(cx: Cx, node: ts.Node, bound: string = cx.bound): Type {
  return typeOf(cx, cx.member.services.checker.getTypeAtLocation(node), node, bound);
}

export const typeOf = (cx: Cx, type: ts.Type, at: ts.Node, bound: string = cx.bound): Type =>
  cx.member.services.typeOf(type, at, cx.typeArgs, bound);

/** As a hint only: undefined where the type has no counterpart. */
export function typeHint(cx: Cx, type: ts.Type, at: ts.Node): Type | undefined {
  try {
    return typeOf(cx, type, at);
  } catch (e) {
    if (e instanceof DiagnosticsError) return undefined;
    throw e;
  }
}

/** Whether the checker knows the value to be there. */
export function mayBeUndefined(cx: Cx, node: ts.Node): boolean {
  const type = cx.member.services.checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((t) => (t.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0);
}

/** The value itself where TypeScript has narrowed an option to it. */
export const present = (value: Expr): Expr => (value.type.kind === "option" ? build.unwrap(value, value.span) : value);

export const lower = (cx: Cx, node: ts.Expression, expected?: Type): Expr => cx.member.dispatch.expr(cx, node, expected);

/** Never an option. */
export const lowerPresent = (cx: Cx, node: ts.Expression, expected?: Type): Expr => present(lower(cx, node, expected));

/** Never an option, and a number where TypeScript has narrowed a choice between numbers and texts to its numbers. */
export const lowerOperand = (cx: Cx, node: ts.Expression): Expr => numberOf(cx, lowerPresent(cx, node));

const numberOf = (cx: Cx, value: Expr): Expr => (value.type.kind === "enum" ? naming(cx, value, "value", (v) => asNumber(v) ?? v) : value);

/** At exactly `type`. */
export const lowerAs = (cx: Cx, node: ts.Expression, type: Type): Expr => fit(cx, lower(cx, node, type), type, node);

export function lowerCondition(cx: Cx, node: ts.Expression): Expr {
  const value = lower(cx, node, bool);
  const given = value.type.kind === "option" && !mayBeUndefined(cx, node) ? present(value) : value;
  if (given.type.kind === "bool") return given;
  return refuse("T4012", node, `this is ${showType(given.type)}, not a boolean`,
    given.type.kind === "option" ? "compare: … !== undefined" : "compare it with a value: … === …, … !== 0, … .size > 0");
}

/** `value` at type `to`, with the conversions that TypeScript's structural types make unseen. */
export function fit(cx: Cx, value: Expr, to: Type, at: ts.Node): Expr {
  const converted = convert(cx, value, to);
  if (converted) return converted;
  return refuse("T4024", at, `this is of type ${showType(value.type)}, where ${showType(to)} is needed`, "make the two types the same where they are declared");
}

/** Undefined where the types have nothing to do with each other. */
export function convert(cx: Cx, value: Expr, to: Type): Expr | undefined {
  const from = value.type;
  if (build.castable(from, to)) return build.coerce(value, to);
  const name = asName(value, to);
  if (name) return name;
  if (from.kind === "enum" && to.kind === "int") {
    const number = numberOf(cx, value);
    return build.castable(number.type, to) ? build.coerce(number, to) : undefined;
  }
  if (from.kind === "option") {
    if (to.kind !== "option") return convert(cx, present(value), to);
    if (!convert(cx, present(value), to.of)) return undefined;
    return naming(cx, value, "value", (v) => build.cond(build.isNone(v, v.span), build.none(to.of, v.span), convert(cx, present(v), to.of)!, v.span));
  }
  if (to.kind === "option") {
    const inner = convert(cx, value, to.of);
    return inner && build.coerce(inner, to);
  }
  if ((from.kind === "set" || from.kind === "majority") && to.kind === "set") {
    const name = cx.member.names.fresh("element");
    const image = convert(cx, build.local(name, from.of, value.span), to.of);
    return image && build.comprehend("map", name, { kind: "elements", of: value }, image, value.span);
  }
  if (from.kind === "record" && to.kind === "union") {
    const tag = from.fields.find((f) => f.name === to.discriminant)?.type;
    if (tag?.kind !== "enum" || tag.values.length !== 1) return undefined;
    const variant = to.variants.find((v) => v.tag === tag.values[0]);
    const fields = variant && variant.fields.length === from.fields.length - 1 ? convertFields(cx, value, variant.fields) : undefined;
    return variant && fields && build.variantLit(to, variant.tag, fields, value.span);
  }
  if (from.kind === "record" && to.kind === "record" && from.fields.length === to.fields.length) {
    const fields = convertFields(cx, value, to.fields);
    return fields && build.recordLit(to, fields, value.span);
  }
  return undefined;
}

function convertFields(cx: Cx, value: Expr, fields: readonly Field[]) {
  const converted = fields.flatMap((f) => {
    if (!build.fieldType(value.type, f.name)) return [];
    const field = value.kind === "record" ? value.fields.find((g) => g.name === f.name)!.value : build.get(value, f.name, value.span);
    const part = convert(cx, field, f.type);
    return part ? [{ name: f.name, value: part }] : [];
  });
  return converted.length === fields.length ? converted : undefined;
}

/** Both at one type. */
export function unify(cx: Cx, a: Expr, b: Expr): { a: Expr; b: Expr; type: Type } | undefined {
  const type = build.join(a.type, b.type);
  if (type) return { a: build.coerce(a, type), b: build.coerce(b, type), type };
  if (a.type.kind === "enum" && b.type.kind === "int" && b.kind !== "literal") return numbers(cx, a, b);
  if (b.type.kind === "enum" && a.type.kind === "int" && a.kind !== "literal") return numbers(cx, a, b);
  const toB = convert(cx, a, b.type);
  if (toB) return { a: toB, b, type: b.type };
  const toA = convert(cx, b, a.type);
  return toA && { a, b: toA, type: a.type };
}

/** An integer and what TypeScript has narrowed to one. */
function numbers(cx: Cx, a: Expr, b: Expr): { a: Expr; b: Expr; type: Type } | undefined {
  const [l, r] = [a, b].map((v) => numberOf(cx, v));
  const type = build.join(l.type, r.type);
  return type && { a: build.coerce(l, type), b: build.coerce(r, type), type };
}

/**
 * A declared type with what it leaves open (bounds of `number` and of plain arrays) taken from the value it is
 * declared for: a parameter `log: Entry[]` is as long as its argument.
 */
export function adopt(declared: Type, actual: Type): Type {
  if (declared.kind === "option") return option(adopt(declared.of, actual.kind === "option" ? actual.of : actual));
  if (declared.kind === "int" && actual.kind === "int") return declared.lo === null && declared.hi === null ? actual : declared;
  if (declared.kind === "seq" && actual.kind === "seq") {
    return seqOf(adopt(declared.of, actual.of), typeof declared.max === "string" ? actual.max : declared.max);
  }
  if (declared.kind === "bag" && actual.kind === "bag" && typeof declared.max === "string") return actual;
  if (declared.kind === "set" && actual.kind === "majority") return sameType(declared.of, actual.of) ? actual : declared;
  if (declared.kind === "set" && actual.kind === "set") return setOf(adopt(declared.of, actual.of));
  if (declared.kind === "map" && actual.kind === "map") {
    return mapOf(adopt(declared.key, actual.key), adopt(declared.value, actual.value), declared.total);
  }
  if (declared.kind === "record" && actual.kind === "record") return { kind: "record", fields: adoptFields(declared.fields, actual.fields) };
  if (declared.kind === "union" && actual.kind === "union") return adoptVariants(declared, actual);
  return declared;
}

const adoptFields = (declared: readonly Field[], actual: readonly Field[]): readonly Field[] =>
  declared.map((f) => {
    const other = actual.find((a) => a.name === f.name);
    return other ? { name: f.name, type: adopt(f.type, other.type) } : f;
  });

const adoptVariants = (declared: UnionType, actual: UnionType): UnionType => ({
  ...declared,
  variants: declared.variants.map((v) => {
    const other = actual.variants.find((a) => a.tag === v.tag);
    return other ? { tag: v.tag, fields: adoptFields(v.fields, other.fields) } : v;
  }),
});

/** Whether reading it again gives the same and costs nothing, so that it need not be named. */
export function isSimple(value: Expr): boolean {
  switch (value.kind) {
    case "literal": case "local": case "state": return true;
    case "get": return isSimple(value.object);
    case "unwrap": return isSimple(value.value);
    case "at": return isSimple(value.collection) && isSimple(value.key);
    default: return false;
  }
}

/** Whether it cannot fail either, and nothing but a write to what it reads can change it: it may stand where a parameter stood. */
export function isPlain(value: Expr): boolean {
  switch (value.kind) {
    case "literal": case "local": case "state": return true;
    case "get": return value.object.type.kind === "record" && isPlain(value.object);
    default: return false;
  }
}

/** An expression that reads `value` several times, which is evaluated once. */
export function naming(cx: Cx, value: Expr, hint: string, use: (value: Expr) => Expr): Expr {
  if (isSimple(value)) return use(value);
  const name = cx.member.names.fresh(hint);
  const result = use(build.local(name, value.type, value.span));
  return build.doExpr([build.letStmt(name, value, value.span), build.returnStmt(result, result.span)], result.type, result.span);
}

/** Whether the values of a type can be told apart from their copies in TypeScript. */
export function isReference(type: Type): boolean {
  switch (type.kind) {
    case "record": case "union": case "set": case "bag": case "map": case "seq": return true;
    case "option": return isReference(type.of);
    case "bool": case "int": case "enum": case "sort": case "majority": return false;
  }
}

/** A position in a sequence. */
export function lowerIndex(cx: Cx, node: ts.Expression): Expr {
  const index = lowerPresent(cx, node);
  if (index.type.kind === "int") return index;
  return refuse("T4015", node, `an index is an integer, not ${showType(index.type)}`, "sequences are read by position; for other keys use Record<K, V>");
}

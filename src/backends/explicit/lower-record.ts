/** Records, unions, options. */
import { InternalError } from "../../base/assert-never.ts";
import type { Expr, Get, NamedExpr, RecordLit, Tag, Unwrap, VariantLit } from "../../ir/expr.ts";
import { sameType, tagType, type UnionType } from "../../ir/type.ts";
import { fieldOfIndex, indexOf, tagOfIndex, variantStart } from "./index-coding.ts";
import { add, eq, type KExpr, konst, load, lor, mul, not, sub, zero } from "./kernel.ts";
import { castOperand } from "./lower-cast.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { contents, isNone } from "./option.ts";
import type { PlacedField } from "./shapes.ts";

export function lowerRecord(cx: Lowering, expr: RecordLit, dest?: KExpr): Operand {
  if (expr.type.kind !== "record") throw new InternalError("a record literal of another type");
  const placed = cx.shapes.fields(expr.type.fields);
  if (cx.shapes.isScalar(expr.type)) {
    const raws = expr.fields.map((f) => cx.rawOf(cx.expr(f.value), f.value.span));
    return { rep: "raw", type: expr.type, raw: raws[0] ?? zero };
  }
  const addr = dest ?? cx.temp(expr.type);
  storeFields(cx, expr.fields, placed, addr);
  return { rep: "memory", type: expr.type, addr, stable: dest === undefined };
}

function storeFields(cx: Lowering, values: readonly NamedExpr[], placed: readonly PlacedField[], addr: KExpr): void {
  for (const v of values) cx.exprInto(v.value, add(addr, konst(placed.find((p) => p.name === v.name)!.offset)));
}

export function lowerVariant(cx: Lowering, expr: VariantLit, dest?: KExpr): Operand {
  const { type, tag } = expr;
  if (type.kind !== "union") throw new InternalError("a variant literal of another type");
  const index = konst(type.variants.findIndex((v) => v.tag === tag), JSON.stringify(tag));
  if (cx.shapes.isScalar(type)) return { rep: "raw", type, raw: index };
  const addr = dest ?? cx.temp(type);
  const placed = cx.shapes.variantFields(type, tag);
  cx.store(addr, index);
  storeFields(cx, expr.fields, placed, addr);
  const end = Math.max(1, ...placed.map((p) => p.offset + cx.shapes.of(p.type).slots));
  cx.clear(add(addr, konst(end)), cx.shapes.of(type).slots - end);
  return { rep: "memory", type, addr, stable: dest === undefined };
}

/** The index of the value of an expression. Literals get theirs without a detour through memory. */
export function indexOfExpr(cx: Lowering, expr: Expr): KExpr {
  const { type } = expr;
  if (expr.kind === "record" && type.kind === "record") return indexOfFields(cx, expr.fields);
  if (expr.kind === "variant" && type.kind === "union" && cx.shapes.isIndexable(type)) {
    const start = variantStart(cx, type, type.variants.findIndex((v) => v.tag === expr.tag));
    return add(indexOfFields(cx, expr.fields), konst(start, `${expr.tag}…`));
  }
  return indexOf(cx, cx.expr(expr), expr.span);
}

function indexOfFields(cx: Lowering, fields: readonly NamedExpr[]): KExpr {
  return fields.reduce<KExpr>((index, f) => add(mul(index, konst(cx.shapes.count(f.value.type))), indexOfExpr(cx, f.value)), zero);
}

/** The tag of a value of a union, as a number. */
export function tagOf(cx: Lowering, v: Operand): KExpr {
  if (v.type.kind !== "union") throw new InternalError("the tag of something that is not a union");
  switch (v.rep) {
    case "raw": return v.raw;
    case "memory": return load(v.addr);
    case "index": return tagOfIndex(cx, v.type, v.index);
    case "int": throw new InternalError("an integer as a union");
  }
}

export function lowerTag(cx: Lowering, expr: Tag): Operand {
  const v = cx.expr(expr.object);
  if (v.type.kind !== "union") throw new InternalError("the tag of something that is not a union");
  return { rep: "raw", type: tagType(v.type), raw: tagOf(cx, v) };
}

export function lowerGet(cx: Lowering, expr: Get): Operand {
  const object = cx.expr(expr.object);
  const { type } = object;
  if (type.kind === "record") {
    if (object.rep === "index") return fieldOfIndex(cx, type.fields, expr.field, object.index);
    const field = cx.shapes.fields(type.fields).find((f) => f.name === expr.field)!;
    return cx.part(object, konst(field.offset), field.type, expr.span);
  }
  if (type.kind !== "union") throw new InternalError(`a field of a ${type.kind}`);
  return unionField(cx, object, type, expr);
}

function unionField(cx: Lowering, given: Operand, type: UnionType, expr: Get): Operand {
  const object: Operand = given.rep === "index" ? { ...given, index: cx.once("index", given.index) } : given;
  const possible = cx.casesOf(expr.object, type);
  const known = variantsWith(cx, type, expr.field).filter((h) => possible.has(h.variant));
  // Where what is known leaves no variant, the code is not reached, or fails whatever it reads.
  const having = known.length > 0 ? known : variantsWith(cx, type, expr.field);
  const tag = having.length === 1 && known.length === possible.size ? zero : cx.once("tag", tagOf(cx, object));
  if (known.length < possible.size) cx.failIf(not(oneOf(tag, having.map((h) => h.variant))), "variant", expr.span);
  const read = ({ variant, field }: HavingVariant): Operand => {
    if (object.rep !== "index") return cx.part(object, konst(field.offset), field.type, expr.span);
    return fieldOfIndex(cx, type.variants[variant].fields, field.name, sub(object.index, konst(variantStart(cx, type, variant))));
  };
  if (having.length === 1 || (object.rep !== "index" && having.every((h) => h.field.offset === having[0].field.offset && sameType(h.field.type, having[0].field.type)))) {
    return castOperand(cx, read(having[0]), expr.type, expr.span);
  }
  const result = cx.variable(expr.field, expr.type, null, expr.span);
  const assign = (h: HavingVariant): void => cx.assignVariable(result, castOperand(cx, read(h), expr.type, expr.span), expr.span);
  const each = (from: number): void => {
    if (from === having.length - 1) assign(having[from]);
    else cx.if(eq(tag, konst(having[from].variant)), () => assign(having[from]), () => each(from + 1));
  };
  each(0);
  return result.rep === "memory" ? { ...result, stable: true } : result;
}

interface HavingVariant { readonly variant: number; readonly field: PlacedField }

/** The variants that have a field of this name. */
export function variantsWith(cx: Lowering, type: UnionType, field: string): readonly HavingVariant[] {
  return type.variants.flatMap((v, variant) => {
    const placed = cx.shapes.variantFields(type, v.tag).find((f) => f.name === field);
    return placed ? [{ variant, field: placed }] : [];
  });
}

export const oneOf = (tag: KExpr, variants: readonly number[]): KExpr => variants.map((v) => eq(tag, konst(v))).reduce(lor, zero);

export function lowerUnwrap(cx: Lowering, expr: Unwrap): Operand {
  const given = cx.expr(expr.value);
  const v = given.rep === "raw" ? { ...given, raw: cx.once("value", given.raw) } : given;
  if (v.type.kind === "option" && cx.casesOf(expr.value, v.type).has(0)) cx.failIf(isNone(v), "undefined", expr.span);
  return contents(cx, v, expr.span);
}

/** Maps, and access by key or index. */
import { InternalError } from "../../base/assert-never.ts";
import type { At, Entries, Expr, Fill, Lookup, Put, Tabulate } from "../../ir/expr.ts";
import { type MapType, sameType, type SeqType } from "../../ir/type.ts";
import { checkIndexable, fromIndex } from "./index-coding.ts";
import { add, type KExpr, konst, le, load, lor, lt, mul, narrow, zero } from "./kernel.ts";
import { lookupType } from "./lower-cast.ts";
import { indexOfExpr } from "./lower-record.ts";
import type { Lowering } from "./lowering.ts";
import type { IntOperand, Operand } from "./operand.ts";
import { contents, isNone, some } from "./option.ts";
import { entryType } from "./shapes.ts";

type Span = Expr["span"];

const mapOf = (expr: Expr): MapType => {
  if (expr.type.kind !== "map") throw new InternalError(`expected a map, got a ${expr.type.kind}`);
  return expr.type;
};

/** Slots per entry and number of entries. */
export function entries(cx: Lowering, type: MapType, span: Span): { slots: number; keys: number } {
  checkIndexable(cx, type.key, span);
  return { slots: cx.shapes.of(entryType(type)).slots, keys: cx.shapes.count(type.key) };
}

export function lowerAt(cx: Lowering, expr: At): Operand {
  const collection = cx.expr(expr.collection);
  const { type } = collection;
  if (type.kind === "map") {
    const key = indexOfExpr(cx, expr.key);
    return cx.part(collection, mul(key, konst(entries(cx, type, expr.span).slots)), type.value, expr.span);
  }
  if (type.kind !== "seq") throw new InternalError(`an element of a ${type.kind}`);
  const index = cx.int(expr.key);
  const seq = cx.shapes.isScalar(type) ? collection : cx.memory(collection);
  const offset = elementOffset(cx, seq, index, expr.span);
  return seq.rep === "memory" ? cx.part(seq, offset, type.of, expr.span) : cx.zeroOf(type.of);
}

/** The offset of an element of a sequence. Fails with `index` where there is none. */
export function elementOffset(cx: Lowering, seq: Operand, index: IntOperand, span: Span): KExpr {
  const i = cx.once("i", index.value);
  const length = lengthOf(seq);
  cx.failIf(lor(index.lo < 0 ? lt(i, zero) : zero, le(length, i)), "index", span);
  return add(mul(narrow(i), konst(cx.shapes.of((seq.type as SeqType).of).slots)), konst(1));
}

/** The length of a sequence in memory, or of one that is always empty. */
export const lengthOf = (seq: Operand): KExpr => (seq.rep === "memory" ? load(seq.addr) : zero);

export function lowerLookup(cx: Lowering, expr: Lookup): Operand {
  const map = cx.expr(expr.map);
  const type = mapOf(expr.map);
  const key = indexOfExpr(cx, expr.key);
  const entry = cx.part(map, mul(key, konst(entries(cx, type, expr.span).slots)), entryType(type), expr.span);
  if (sameType(entryType(type), lookupType(type))) return entry;
  // The values are options themselves: undefined either way.
  const held = cx.hold("entry", entry);
  const result = cx.variable("value", type.value, cx.zeroOf(type.value), expr.span);
  cx.if(isNone(held), () => {}, () => cx.assignVariable(result, contents(cx, held, expr.span), expr.span));
  return result;
}

export function lowerFill(cx: Lowering, expr: Fill, dest?: KExpr): Operand {
  const type = mapOf(expr);
  const { slots, keys } = entries(cx, type, expr.span);
  const value = cx.hold("value", cx.expr(expr.value));
  if (cx.shapes.isScalar(expr.type)) return { rep: "raw", type, raw: keys === 0 ? zero : cx.rawOf(value, expr.value.span) };
  const addr = dest ?? cx.temp(type);
  if (slots === 1) {
    const raw = cx.once("value", cx.rawOf(value, expr.value.span));
    cx.loop("k", zero, konst(keys), (k) => cx.store(add(addr, k), raw));
  } else {
    cx.loop("k", zero, konst(keys), (k) => cx.storeOperand(add(addr, mul(k, konst(slots))), value, expr.value.span));
  }
  return { rep: "memory", type, addr, stable: dest === undefined };
}

export function lowerTabulate(cx: Lowering, expr: Tabulate, dest?: KExpr): Operand {
  const type = mapOf(expr);
  const { slots, keys } = entries(cx, type, expr.span);
  const scalar = cx.shapes.isScalar(type);
  const addr = scalar || !dest ? cx.temp(type) : dest;
  cx.loop(expr.local, zero, konst(keys), (k) => {
    cx.locals.set(expr.local, fromIndex(cx, type.key, k));
    cx.noting(expr, () => cx.exprInto(expr.body, add(addr, mul(k, konst(slots)))));
  });
  return scalar ? cx.fromRaw(type, cx.let("map", load(addr))) : { rep: "memory", type, addr, stable: addr !== dest };
}

export const lowerPut = (cx: Lowering, expr: Put, dest?: KExpr): Operand => putItem(cx, expr, cx.expr(expr.collection), dest);

/** @param dest may be where `collection` itself lies; then it is changed in place */
export function putItem(cx: Lowering, expr: Put, collection: Operand, dest?: KExpr): Operand {
  const { type } = collection;
  if (type.kind === "map") {
    const offset = cx.pin(mul(indexOfExpr(cx, expr.key), konst(entries(cx, type, expr.span).slots)));
    const value = cx.expr(expr.value);
    const entry = type.total ? value : some(cx, { kind: "option", of: type.value }, value, expr.span);
    return changed(cx, collection, dest, expr.span, (addr) => cx.storeOperand(add(addr, offset), entry, expr.value.span), () => entry);
  }
  if (type.kind !== "seq") throw new InternalError(`an element of a ${type.kind}`);
  const key = cx.int(expr.key);
  const index = { ...key, value: cx.once("i", key.value) };
  const value = cx.expr(expr.value);
  const seq = cx.shapes.isScalar(type) ? collection : cx.memory(collection);
  const offset = elementOffset(cx, seq, index, expr.span);
  return changed(cx, seq, dest, expr.span, (addr) => cx.storeOperand(add(addr, offset), value, expr.value.span), () => seq);
}

/** A copy of a collection, changed at one place. A collection of one slot is all new, or as it was. */
function changed(cx: Lowering, collection: Operand, dest: KExpr | undefined, span: Span, write: (addr: KExpr) => void, scalar: () => Operand): Operand {
  const { type } = collection;
  if (cx.shapes.isScalar(type)) return { rep: "raw", type, raw: cx.rawOf(scalar(), span) };
  const addr = dest ?? cx.temp(type);
  cx.storeOperand(addr, collection, span);
  write(addr);
  return { rep: "memory", type, addr, stable: dest === undefined };
}

export function lowerEntries(cx: Lowering, expr: Entries, dest?: KExpr): Operand {
  const type = mapOf(expr);
  const { slots } = entries(cx, type, expr.span);
  const scalar = cx.shapes.isScalar(type);
  const addr = scalar || !dest ? cx.temp(type) : dest;
  cx.clear(addr, cx.shapes.of(type).slots);
  for (const e of expr.entries) {
    const offset = cx.once("at", mul(indexOfExpr(cx, e.key), konst(slots)));
    cx.storeOperand(add(addr, offset), some(cx, { kind: "option", of: type.value }, cx.expr(e.value), e.value.span), e.value.span);
  }
  return scalar ? cx.fromRaw(type, cx.let("map", load(addr))) : { rep: "memory", type, addr, stable: addr !== dest };
}

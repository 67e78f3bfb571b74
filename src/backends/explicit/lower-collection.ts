/** Operators that several kinds of collection share: literals, membership, size, one element more or less. */
import { InternalError } from "../../base/assert-never.ts";
import type { Collection, CountOf, Expr, Has, Size, With } from "../../ir/expr.ts";
import { int, type IntType, type MapType } from "../../ir/type.ts";
import { bitOf, hasBit, wordOf } from "./domain.ts";
import { checkIndexable } from "./index-coding.ts";
import { add, and, type KExpr, konst, le, load, lt, mul, ne, not, one, or, select, sub, xor, zero } from "./kernel.ts";
import { entries, lengthOf } from "./lower-map.ts";
import { indexOfExpr } from "./lower-record.ts";
import { buildSeq, elementAddress, findIndex } from "./lower-seq.ts";
import { buildSet } from "./lower-set.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { isNone } from "./option.ts";
import { boundOf } from "./shapes.ts";

/** A set or sequence by its elements. */
export function lowerCollection(cx: Lowering, expr: Collection, dest?: KExpr): Operand {
  const { type } = expr;
  if (type.kind === "seq") {
    return buildSeq(cx, type, dest, (append) => {
      for (const item of expr.items) append(cx.expr(item), item.span);
    });
  }
  if (type.kind !== "set") throw new InternalError(`a literal of a ${type.kind}`);
  checkIndexable(cx, type.of, expr.span);
  if (expr.items.length === 0) return cx.zeroOf(type, dest);
  return buildSet(cx, type, dest, (addIndex) => {
    for (const item of expr.items) addIndex(indexOfExpr(cx, item));
  });
}

/** A bag by its elements. Whether the copies are too many is asked only after the last. */
export function lowerBag(cx: Lowering, expr: Collection, dest?: KExpr): Operand {
  const { type } = expr;
  if (type.kind !== "bag") throw new InternalError(`a bag of type ${type.kind}`);
  checkIndexable(cx, type.of, expr.span);
  if (expr.items.length === 0) return cx.zeroOf(type, dest);
  const scalar = cx.shapes.isScalar(type);
  const { slots } = cx.shapes.of(type);
  const addr = scalar || !dest ? cx.temp(type) : dest;
  cx.clear(addr, slots);
  for (const item of expr.items) {
    const at = add(addr, cx.once("element", indexOfExpr(cx, item)));
    cx.store(at, add(load(at), one));
  }
  if (expr.items.length > boundOf(type.max)) {
    cx.loop("i", zero, konst(slots), (i) => cx.failIf(lt(konst(boundOf(type.max)), load(add(addr, i))), "capacity", expr.span));
  }
  return scalar ? cx.fromRaw(type, cx.let("bag", load(addr))) : { rep: "memory", type, addr, stable: addr !== dest };
}

export function lowerHas(cx: Lowering, expr: Has): KExpr {
  const collection = cx.expr(expr.collection);
  const { type } = collection;
  switch (type.kind) {
    case "set": case "majority":
      checkIndexable(cx, type.of, expr.span);
      return hasBit(cx, collection, cx.shapes.isScalar(type) ? indexOfExpr(cx, expr.value) : cx.once("element", indexOfExpr(cx, expr.value)), expr.span);
    case "bag": return ne(copiesAt(cx, collection, indexOfExpr(cx, expr.value), expr.span), zero);
    case "map": return hasKey(cx, collection, type, indexOfExpr(cx, expr.value), expr.span);
    case "seq": {
      const seq = cx.shapes.isScalar(type) ? collection : cx.memory(collection);
      return le(zero, findIndex(cx, seq, type, cx.hold("value", cx.expr(expr.value)), expr.span));
    }
    default: throw new InternalError(`membership in a ${type.kind}`);
  }
}

function hasKey(cx: Lowering, map: Operand, type: MapType, key: KExpr, span: Expr["span"]): KExpr {
  if (type.total) return one;
  const { slots } = entries(cx, type, span);
  return not(isNone(cx.part(map, mul(key, konst(slots)), { kind: "option", of: type.value }, span)));
}

/** The copies in a bag of the element with an index. */
function copiesAt(cx: Lowering, bag: Operand, index: KExpr, span: Expr["span"]): KExpr {
  return cx.shapes.isScalar(bag.type) ? cx.rawOf(bag, span) : load(add(cx.memory(bag).addr, index));
}

export function lowerCountOf(cx: Lowering, expr: CountOf): Operand {
  const bag = cx.expr(expr.bag);
  if (bag.type.kind !== "bag") throw new InternalError(`copies in a ${bag.type.kind}`);
  checkIndexable(cx, bag.type.of, expr.span);
  const max = boundOf(bag.type.max);
  return cx.intOperand(int(0, max), copiesAt(cx, bag, indexOfExpr(cx, expr.value), expr.span), 0, max);
}

export function lowerSize(cx: Lowering, expr: Size): Operand {
  const collection = cx.expr(expr.collection);
  const { type } = collection;
  const result = (value: KExpr, max: number): Operand => cx.intOperand(expr.type as IntType, value, 0, max);
  const { slots } = cx.shapes.of(type);
  const popcount = (arg: KExpr): KExpr => ({ op: "popcount", ty: "i32", arg });
  switch (type.kind) {
    case "set": case "majority": {
      const max = cx.shapes.count(type.of);
      return result(slots === 1 ? popcount(cx.rawOf(collection, expr.span)) : sumOver(cx, slots, (w) => popcount(load(add(cx.memory(collection).addr, w)))), max);
    }
    case "bag":
      return result(slots === 1 ? cx.rawOf(collection, expr.span) : sumOver(cx, slots, (i) => load(add(cx.memory(collection).addr, i))), slots * boundOf(type.max));
    case "seq": return result(slots === 1 ? zero : lengthOf(cx.memory(collection)), boundOf(type.max));
    case "map": {
      const { keys } = entries(cx, type, expr.span);
      if (type.total) return result(konst(keys), keys);
      const map = cx.shapes.isScalar(type) ? cx.hold("map", collection) : cx.memory(collection);
      return result(sumOver(cx, keys, (k) => hasKey(cx, map, type, k, expr.span)), keys);
    }
    default: throw new InternalError(`the size of a ${type.kind}`);
  }
}

function sumOver(cx: Lowering, count: number, term: (i: KExpr) => KExpr): KExpr {
  const sum = cx.let("size", zero);
  cx.loop("i", zero, konst(count), (i) => cx.set(sum, add(sum, term(i))));
  return sum;
}

export const lowerWith = (cx: Lowering, expr: With, dest?: KExpr): Operand => withItem(cx, expr, cx.expr(expr.collection), dest);

/** @param dest may be where `collection` itself lies; then it is changed in place */
export function withItem(cx: Lowering, expr: With, collection: Operand, dest?: KExpr): Operand {
  const { type } = collection;
  const inMemory = (addr: KExpr): Operand => ({ rep: "memory", type: expr.type, addr, stable: dest === undefined });
  switch (type.kind) {
    case "set": {
      checkIndexable(cx, type.of, expr.span);
      const given = indexOfExpr(cx, expr.value);
      if (cx.shapes.isScalar(type)) return { rep: "raw", type, raw: changedWord(expr.op, cx.rawOf(collection, expr.span), bitOf(given)) };
      const index = cx.once("element", given);
      const addr = start(cx, expr, collection, dest);
      const at = wordOf(addr, index);
      cx.store(at, changedWord(expr.op, load(at), bitOf(index)));
      return inMemory(addr);
    }
    case "bag": {
      checkIndexable(cx, type.of, expr.span);
      const index = cx.once("element", indexOfExpr(cx, expr.value));
      if (cx.shapes.isScalar(type)) return { rep: "raw", type: expr.type, raw: changedCopies(cx, expr.op, cx.rawOf(collection, expr.span)) };
      const addr = start(cx, expr, collection, dest);
      const at = add(addr, index);
      cx.store(at, changedCopies(cx, expr.op, load(at)));
      return inMemory(addr);
    }
    case "seq": return push(cx, expr, collection, dest);
    case "map": {
      const { slots } = entries(cx, type, expr.span);
      const key = cx.once("key", indexOfExpr(cx, expr.value));
      if (cx.shapes.isScalar(type)) return cx.zeroOf(type);
      const addr = start(cx, expr, collection, dest);
      cx.clear(add(addr, mul(key, konst(slots))), slots);
      return inMemory(addr);
    }
    default: throw new InternalError(`an element more in a ${type.kind}`);
  }
}

const changedWord = (op: With["op"], word: KExpr, bit: KExpr): KExpr => (op === "add" ? or(word, bit) : and(word, xor(bit, konst(-1))));

function changedCopies(cx: Lowering, op: With["op"], copies: KExpr): KExpr {
  if (op === "add") return add(copies, one);
  const held = cx.once("copies", copies);
  return select(held, sub(held, one), zero);
}

/** A copy of a collection, to be changed. */
function start(cx: Lowering, expr: With, collection: Operand, dest?: KExpr): KExpr {
  const addr = dest ?? cx.temp(expr.type);
  cx.storeOperand(addr, collection, expr.span);
  return addr;
}

function push(cx: Lowering, expr: With, seq: Operand, dest?: KExpr): Operand {
  const { type } = expr;
  if (type.kind !== "seq") throw new InternalError("push on something that is not a sequence");
  const source = cx.shapes.isScalar(seq.type) ? seq : cx.memory(seq);
  const value = cx.expr(expr.value);
  const length = cx.once("length", lengthOf(source));
  const addr = dest ?? cx.temp(type);
  const before = cx.shapes.of(seq.type).slots;
  if (source.rep === "memory") cx.copy(addr, source.addr, before);
  cx.clear(add(addr, konst(before)), cx.shapes.of(type).slots - before);
  cx.storeOperand(elementAddress(cx, addr, type, length), value, expr.value.span);
  cx.store(addr, add(length, one));
  return { rep: "memory", type, addr, stable: dest === undefined };
}

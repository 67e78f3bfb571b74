/** The operators on sets, bags, maps and sequences, on values. */
import { InternalError } from "../base/assert-never.ts";
import type { SetOp } from "../ir/expr.ts";
import { asBag, asMap, asSeq, asSet } from "./shape.ts";
import { bagValue, type MapValue, mapValue, sameValue, type SeqValue, seqValue, type SetValue, setValue, type Value } from "./value.ts";

type Collected = Extract<Value, { readonly kind: "set" | "bag" | "map" | "seq" }>;

function collected(value: Value): Collected {
  if (typeof value === "object" && value !== null && value.kind !== "record" && value.kind !== "variant") return value;
  throw new InternalError("expected a collection");
}

const contains = (items: readonly Value[], value: Value): boolean => items.some((i) => sameValue(i, value));

/** Of a set, sequence or bag each element once, of a map its keys; in the order of iteration. */
export function elementsOf(collection: Value): readonly Value[] {
  const c = collected(collection);
  switch (c.kind) {
    case "set": case "seq": return c.items;
    case "bag": return c.entries.map((e) => e.value);
    case "map": return c.entries.map((e) => e.key);
  }
}

export const hasElement = (collection: Value, value: Value): boolean => contains(elementsOf(collection), value);

export const countInBag = (bag: Value, value: Value): number => asBag(bag).entries.find((e) => sameValue(e.value, value))?.count ?? 0;

/** Copies in a bag count. */
export function sizeOf(collection: Value): number {
  const c = collected(collection);
  return c.kind === "bag" ? c.entries.reduce((n, e) => n + e.count, 0) : elementsOf(c).length;
}

export function addElement(collection: Value, value: Value): Value {
  const c = collected(collection);
  switch (c.kind) {
    case "set": return setValue([...c.items, value]);
    case "bag": return bagValue([...c.entries, { value, count: 1 }]);
    case "seq": return seqValue([...c.items, value]);
    case "map": throw new InternalError("add on a map");
  }
}

/** Of a bag one copy; nothing happens where there is none. */
export function deleteElement(collection: Value, value: Value): Value {
  const c = collected(collection);
  switch (c.kind) {
    case "set": return setValue(c.items.filter((i) => !sameValue(i, value)));
    case "bag": return bagValue([...c.entries, { value, count: -1 }]);
    case "map": return mapValue(c.entries.filter((e) => !sameValue(e.key, value)));
    case "seq": throw new InternalError("delete on a sequence");
  }
}

/** The value of a map at a key, or undefined (of JavaScript) where it has none. */
export const valueAtKey = (map: Value, key: Value): Value | undefined => asMap(map).entries.find((e) => sameValue(e.key, key))?.value;

export const setKey = (map: Value, key: Value, value: Value): MapValue => mapValue([...asMap(map).entries, { key, value }]);

export const setIndex = (seq: Value, index: number, value: Value): SeqValue => seqValue(asSeq(seq).items.with(index, value));

export function setOperation(op: SetOp["op"], left: Value, right: Value): SetValue {
  const l = asSet(left).items;
  const r = asSet(right).items;
  const without = (a: readonly Value[], b: readonly Value[]): Value[] => a.filter((v) => !contains(b, v));
  switch (op) {
    case "union": return setValue([...l, ...r]);
    case "intersection": return setValue(l.filter((v) => contains(r, v)));
    case "difference": return setValue(without(l, r));
    case "symmetricDifference": return setValue([...without(l, r), ...without(r, l)]);
  }
}

export const isSubset = (left: Value, right: Value): boolean => asSet(left).items.every((v) => contains(asSet(right).items, v));

export const concatenation = (left: Value, right: Value): SeqValue => seqValue([...asSeq(left).items, ...asSeq(right).items]);

export const sliceOf = (seq: Value, from: number, to: number | undefined): SeqValue => seqValue(asSeq(seq).items.slice(from, to));

export const indexIn = (seq: Value, value: Value): number => asSeq(seq).items.findIndex((i) => sameValue(i, value));

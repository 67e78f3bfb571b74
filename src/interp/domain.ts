/**
 * All values of a type, in the order that every engine keeps. Earlier means less in `compareValues`:
 * false before true; integers ascending; undefined first; records by their fields, the first the most significant;
 * variants in order, then by their fields; sets by bit mask, where bit i stands for the i-th element; maps by their values,
 * the first key the most significant (no entry before any); sequences by length, then by their items.
 */
import { InternalError } from "../base/assert-never.ts";
import { type Bound, type Field, showType, type Type } from "../ir/type.ts";
import { type Sorts, sortSize } from "./env.ts";
import { type NamedValue, sameValue, type Value } from "./value.ts";

/**
 * How many values a type has; exact up to 2^53, beyond that a nearby float or Infinity.
 * @throws InternalError for an unbounded integer inside
 */
export function cardinality(type: Type, sorts: Sorts): number {
  switch (type.kind) {
    case "bool": return 2;
    case "int": {
      const [lo, hi] = bounds(type);
      return Math.max(0, hi - lo + 1);
    }
    case "enum": return type.values.length;
    case "sort": return sortSize(sorts, type.name);
    case "majority": return majorityCount(sortSize(sorts, type.of.name));
    case "record": return fieldsCardinality(type.fields, sorts);
    case "union": return type.variants.reduce((n, v) => n + fieldsCardinality(v.fields, sorts), 0);
    case "option": return 1 + cardinality(type.of, sorts);
    case "set": return 2 ** cardinality(type.of, sorts);
    case "bag": return (capacity(type.max) + 1) ** cardinality(type.of, sorts);
    case "map": return (cardinality(type.value, sorts) + (type.total ? 0 : 1)) ** cardinality(type.key, sorts);
    case "seq": {
      const n = cardinality(type.of, sorts);
      let all = 0;
      for (let length = 0; length <= capacity(type.max); length++) all += n ** length;
      return all;
    }
  }
}

const fieldsCardinality = (fields: readonly Field[], sorts: Sorts): number => fields.reduce((n, f) => n * cardinality(f.type, sorts), 1);

/** The subsets of n values with more than half of them. */
function majorityCount(n: number): number {
  let all = 0;
  let choose = 1;
  for (let k = 0; k <= n; k++) {
    if (2 * k > n) all += choose;
    choose = (choose * (n - k)) / (k + 1);
  }
  return all;
}

/** The bound of an instantiated sequence or bag. */
export function capacity(max: Bound): number {
  if (typeof max === "string") throw new InternalError(`bound ${max} has no number`);
  return max;
}

function bounds(type: Extract<Type, { kind: "int" }>): [number, number] {
  if (type.lo === null || type.hi === null) throw new InternalError(`${showType(type)} cannot be enumerated`);
  return [type.lo, type.hi];
}

/** Lazy, so that a search may stop early in a type with very many values. */
export function* valuesOf(type: Type, sorts: Sorts): Generator<Value, void, undefined> {
  switch (type.kind) {
    case "bool":
      yield false;
      yield true;
      return;
    case "int": {
      const [lo, hi] = bounds(type);
      for (let n = lo; n <= hi; n++) yield n;
      return;
    }
    case "enum":
      yield* type.values;
      return;
    case "sort":
      for (let n = 0; n < sortSize(sorts, type.name); n++) yield n;
      return;
    case "majority": {
      const quorums = sorts.get(type.of.name)?.quorums;
      if (quorums) {
        for (const items of quorums) yield { kind: "set", items };
        return;
      }
      const members = [...valuesOf(type.of, sorts)];
      for (const items of subsets(members)) if (2 * items.length > members.length) yield { kind: "set", items };
      return;
    }
    case "record":
      for (const fields of fieldTuples(type.fields, sorts)) yield { kind: "record", fields };
      return;
    case "union":
      for (const v of type.variants) for (const fields of fieldTuples(v.fields, sorts)) yield { kind: "variant", tag: v.tag, fields };
      return;
    case "option":
      yield null;
      yield* valuesOf(type.of, sorts);
      return;
    case "set":
      for (const items of subsets([...valuesOf(type.of, sorts)])) yield { kind: "set", items };
      return;
    case "bag": {
      const items = [...valuesOf(type.of, sorts)];
      const counts = Array.from({ length: capacity(type.max) + 1 }, (_, n) => n);
      for (const tuple of tuples(items.map(() => counts))) {
        yield { kind: "bag", entries: items.map((value, i) => ({ value, count: tuple[i] })).filter((e) => e.count > 0) };
      }
      return;
    }
    case "map": {
      const keys = [...valuesOf(type.key, sorts)];
      const present: Iterable<{ readonly value: Value }> = { [Symbol.iterator]: () => boxed(type.value, sorts) };
      const choices: Iterable<{ readonly value: Value } | null> = type.total ? present : { *[Symbol.iterator]() { yield null; yield* present; } };
      for (const tuple of tuples(keys.map(() => choices))) {
        yield { kind: "map", entries: keys.flatMap((key, i) => (tuple[i] ? [{ key, value: tuple[i].value }] : [])) };
      }
      return;
    }
    case "seq":
      for (let length = 0; length <= capacity(type.max); length++) {
        const items = Array.from({ length }, () => ({ [Symbol.iterator]: () => valuesOf(type.of, sorts) }));
        for (const tuple of tuples<Value>(items)) yield { kind: "seq", items: tuple };
      }
  }
}

function* boxed(type: Type, sorts: Sorts): Generator<{ readonly value: Value }, void, undefined> {
  for (const value of valuesOf(type, sorts)) yield { value };
}

/** One element of each list, the first list the most significant. */
export function* tuples<T>(lists: readonly Iterable<T>[], from = 0): Generator<readonly T[], void, undefined> {
  if (from === lists.length) {
    yield [];
    return;
  }
  for (const head of lists[from]) for (const tail of tuples(lists, from + 1)) yield [head, ...tail];
}

/** By bit mask: those without the last item before those with it. */
function* subsets(items: readonly Value[]): Generator<readonly Value[], void, undefined> {
  if (items.length === 0) {
    yield [];
    return;
  }
  const rest = items.slice(0, -1);
  const last = items[items.length - 1];
  yield* subsets(rest);
  for (const s of subsets(rest)) yield [...s, last];
}

function* fieldTuples(fields: readonly Field[], sorts: Sorts): Generator<readonly NamedValue[], void, undefined> {
  for (const tuple of tuples(fields.map((f) => ({ [Symbol.iterator]: () => valuesOf(f.type, sorts) })))) {
    yield fields.map((f, i) => ({ name: f.name, value: tuple[i] }));
  }
}

/**
 * The position of a value among those of its type, from 0, found by walking there.
 * @throws InternalError where it is not among them
 */
export function indexOfValue(type: Type, value: Value, sorts: Sorts): number {
  let index = 0;
  for (const v of valuesOf(type, sorts)) {
    if (sameValue(v, value)) return index;
    index++;
  }
  throw new InternalError(`not a value of ${showType(type)}: ${JSON.stringify(value)}`);
}

/**
 * Values of the language as immutable plain data, always canonical: two values of one type are equal
 * exactly when `compareValues` gives 0. A value does not depend on its static type: a cast changes nothing.
 */
import { InternalError } from "../base/assert-never.ts";

/**
 * A boolean; a number for an integer or a member of a sort (0..n-1); a string for an enum member; `null` for undefined.
 * A majority is a set.
 */
export type Value = boolean | number | string | null | RecordValue | VariantValue | SetValue | BagValue | MapValue | SeqValue;

export interface NamedValue { readonly name: string; readonly value: Value }

/** Fields in alphabetical order of name, as in the type. */
export interface RecordValue { readonly kind: "record"; readonly fields: readonly NamedValue[] }
/** Fields in alphabetical order of name; the discriminant is not among them. */
export interface VariantValue { readonly kind: "variant"; readonly tag: string; readonly fields: readonly NamedValue[] }
/** Distinct items, ascending. */
export interface SetValue { readonly kind: "set"; readonly items: readonly Value[] }
/** Distinct values, ascending; counts are at least 1. */
export interface BagValue { readonly kind: "bag"; readonly entries: readonly { readonly value: Value; readonly count: number }[] }
/** Distinct keys, ascending; a total map has every key of its type. */
export interface MapValue { readonly kind: "map"; readonly entries: readonly { readonly key: Value; readonly value: Value }[] }
export interface SeqValue { readonly kind: "seq"; readonly items: readonly Value[] }

/** One value for each of `Protocol.state`, in that order. */
export type State = readonly Value[];

// Constructors, which make canonical

export const recordValue = (fields: readonly NamedValue[]): RecordValue => ({ kind: "record", fields: byName(fields) });
export const variantValue = (tag: string, fields: readonly NamedValue[] = []): VariantValue => ({ kind: "variant", tag, fields: byName(fields) });
export const seqValue = (items: readonly Value[]): SeqValue => ({ kind: "seq", items });

/** Items in any order, repetitions allowed. */
export function setValue(items: Iterable<Value>): SetValue {
  const sorted = [...items].toSorted(compareValues);
  return { kind: "set", items: sorted.filter((v, i) => i === 0 || compareValues(v, sorted[i - 1]) !== 0) };
}

/** Entries in any order; counts of one value add, and values with none left are dropped. */
export function bagValue(entries: Iterable<{ readonly value: Value; readonly count: number }>): BagValue {
  const merged: { value: Value; count: number }[] = [];
  for (const e of [...entries].toSorted((a, b) => compareValues(a.value, b.value))) {
    const last = merged.at(-1);
    if (last && sameValue(last.value, e.value)) last.count += e.count;
    else merged.push({ value: e.value, count: e.count });
  }
  return { kind: "bag", entries: merged.filter((e) => e.count > 0) };
}

/** Entries in any order; of two with one key the later wins. */
export function mapValue(entries: Iterable<{ readonly key: Value; readonly value: Value }>): MapValue {
  // The sort is stable, so the later of two equal keys comes second.
  const sorted = [...entries].toSorted((a, b) => compareValues(a.key, b.key));
  return {
    kind: "map",
    entries: sorted
      .filter((e, i) => i === sorted.length - 1 || !sameValue(e.key, sorted[i + 1].key))
      .map((e) => ({ key: e.key, value: e.value })),
  };
}

const byName = (fields: readonly NamedValue[]): readonly NamedValue[] =>
  fields.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

// Order

/**
 * The enumeration order of `domain.ts`, without the type: negative, 0 or positive.
 * Both values are of one type (or of castable ones); else InternalError.
 */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a !== "object" || typeof b !== "object") {
    if (typeof a !== typeof b) throw incomparable(a, b);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  switch (a.kind) {
    case "record": return b.kind === "record" ? compareFields(a.fields, b.fields) : mismatch(a, b);
    case "variant":
      if (b.kind !== "variant") return mismatch(a, b);
      return a.tag === b.tag ? compareFields(a.fields, b.fields) : a.tag < b.tag ? -1 : 1;
    case "set": return b.kind === "set" ? compareAsMasks(a.items, b.items) : mismatch(a, b);
    case "bag":
      return b.kind === "bag"
        ? compareSparse(a.entries.map((e) => [e.value, e.count]), b.entries.map((e) => [e.value, e.count]))
        : mismatch(a, b);
    case "map":
      return b.kind === "map"
        ? compareSparse(a.entries.map((e) => [e.key, e.value]), b.entries.map((e) => [e.key, e.value]))
        : mismatch(a, b);
    case "seq":
      if (b.kind !== "seq") return mismatch(a, b);
      return a.items.length - b.items.length || compareInOrder(a.items, b.items);
  }
}

const incomparable = (a: Value, b: Value): InternalError => new InternalError(`values of different types: ${valueKey(a)} and ${valueKey(b)}`);
const mismatch = (a: Value, b: Value): never => {
  throw incomparable(a, b);
};

function compareFields(a: readonly NamedValue[], b: readonly NamedValue[]): number {
  return compareInOrder(a.map((f) => f.value), b.map((f) => f.value));
}

function compareInOrder(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, v] of a.entries()) {
    const c = compareValues(v, b[i]);
    if (c !== 0) return c;
  }
  return 0;
}

/** The set with the greatest element that the other lacks has the greater bit mask. */
function compareAsMasks(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 1; i <= Math.min(a.length, b.length); i++) {
    const c = compareValues(a[a.length - i], b[b.length - i]);
    if (c !== 0) return c;
  }
  return a.length - b.length;
}

/** As functions over all keys, the least key first; a missing key counts as less than any value. */
function compareSparse(a: readonly (readonly [Value, Value])[], b: readonly (readonly [Value, Value])[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const key = compareValues(a[i][0], b[i][0]);
    // The one that has the lesser key is the greater: there the other has nothing.
    if (key !== 0) return -key;
    const value = compareValues(a[i][1], b[i][1]);
    if (value !== 0) return value;
  }
  return a.length - b.length;
}

export const sameValue = (a: Value, b: Value): boolean => compareValues(a, b) === 0;

export const sameState = (a: State, b: State): boolean => a.length === b.length && a.every((v, i) => sameValue(v, b[i]));

// Keys

/** Equal for equal values, different for different values of one type; for maps and sets of JavaScript. */
export function valueKey(value: Value): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  switch (value.kind) {
    case "record": return `{${fieldKeys(value.fields)}}`;
    case "variant": return `${JSON.stringify(value.tag)}{${fieldKeys(value.fields)}}`;
    case "set": return `<${value.items.map(valueKey).join()}>`;
    case "bag": return `#<${value.entries.map((e) => `${valueKey(e.value)}*${e.count}`).join()}>`;
    case "map": return `(${value.entries.map((e) => `${valueKey(e.key)}:${valueKey(e.value)}`).join()})`;
    case "seq": return `[${value.items.map(valueKey).join()}]`;
  }
}

const fieldKeys = (fields: readonly NamedValue[]): string => fields.map((f) => `${f.name}:${valueKey(f.value)}`).join();

export const stateKey = (state: State): string => state.map(valueKey).join(";");

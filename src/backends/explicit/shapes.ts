/**
 * How a value of a type lies in memory: as a fixed number of slots, each a small unsigned integer.
 *
 * bool, enum, sort: the index. int: value minus the lower bound. majority: bit mask of its members.
 * option: where the inner type has one slot, that slot plus 1, and 0 for undefined; otherwise a presence slot, then the payload.
 * record: its fields one after the other. union: a tag slot, then the payload, where the variants lie over each other;
 * fields that all variants share come first. set: bit words, 32 elements each, by the index of the element.
 * bag: the copies, by index of the element. map: the values (partial: options) by index of the key.
 * seq: the length, then room for `max` elements.
 *
 * Payload that is not in use is zero, so equal values have equal slots. Every type has at least one slot
 * (a type without content has one that is always 0).
 */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { SortDecl } from "../../ir/protocol.ts";
import { type Bound, type Field, type IntType, type MapType, type OptionType, sameType, showType, type Type, type UnionType } from "../../ir/type.ts";

export interface Shape {
  readonly slots: number;
  /** The greatest raw value of each slot, at most 2^32-1. */
  readonly maxima: readonly number[];
  /** Number of values; `Infinity` where there is no end or more than 2^53. */
  readonly count: number;
}

/** Where a field of a record or of one variant lies, from the start of the value. */
export interface PlacedField extends Field {
  readonly offset: number;
}

/** Indices stay below this, so that they are non-negative 32-bit integers. */
const indexLimit = 2 ** 31;
export const int32Min = -(2 ** 31);
export const int32Max = 2 ** 31 - 1;

/** The integers that a slot of this type can hold: those of the type where 32 bits suffice, else those of 32-bit signed integers. */
export function slotRange(type: IntType): { readonly lo: number; readonly hi: number } {
  if (type.lo !== null && type.hi !== null && type.hi - type.lo < 2 ** 32) return { lo: type.lo, hi: Math.max(type.lo, type.hi) };
  return { lo: Math.max(type.lo ?? int32Min, int32Min), hi: Math.min(type.hi ?? int32Max, int32Max) };
}

export function boundOf(bound: Bound): number {
  if (typeof bound === "string") throw new InternalError(`bound ${bound} without a number: instantiate first`);
  return bound;
}

/** The shapes of the types of one protocol instance. */
export class Shapes {
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #shapes = new Map<string, Shape>();

  constructor(sorts: readonly SortDecl[]) {
    this.#sizes = new Map(sorts.map((s) => {
      if (s.size === null) throw new InternalError(`sort ${s.name} without a size: instantiate first`);
      return [s.name, s.size];
    }));
  }

  sortSize(name: string): number {
    const size = this.#sizes.get(name);
    if (size === undefined) throw new InternalError(`unknown sort ${name}`);
    return size;
  }

  of(type: Type): Shape {
    const key = showType(type);
    const known = this.#shapes.get(key);
    if (known) return known;
    const made = this.#make(type);
    const shape = made.slots > 0 ? made : { ...made, slots: 1, maxima: [0] };
    this.#shapes.set(key, shape);
    return shape;
  }

  count(type: Type): number {
    return this.of(type).count;
  }

  /** Whether a value is one slot, and so can live in a local. */
  isScalar(type: Type): boolean {
    return this.of(type).slots === 1;
  }

  /** Whether the values have indices that generated code can compute with. */
  isIndexable(type: Type): boolean {
    return this.count(type) < indexLimit;
  }

  /** Whether an option of this type is a single slot with 0 for undefined. */
  isPackedOption(type: OptionType): boolean {
    const of = this.of(type.of);
    return of.slots === 1 && of.maxima[0] < indexLimit - 1;
  }

  /** The fields of a record. */
  fields(fields: readonly Field[], start = 0): readonly PlacedField[] {
    let offset = start;
    return fields.map((f) => {
      const placed = { ...f, offset };
      offset += this.of(f.type).slots;
      return placed;
    });
  }

  /** The fields of a variant; those that all variants share lie at the same offset in each. */
  variantFields(type: UnionType, tag: string): readonly PlacedField[] {
    const variant = type.variants.find((v) => v.tag === tag);
    if (!variant) throw new InternalError(`no variant ${tag} in ${showType(type)}`);
    const shared = variant.fields.filter((f) => isShared(type, f));
    const own = variant.fields.filter((f) => !isShared(type, f));
    const placed = this.fields([...shared, ...own], 1);
    return variant.fields.map((f) => placed.find((p) => p.name === f.name)!);
  }

  /** 32-bit words of a set of elements of this type. */
  setWords(of: Type): number {
    return Math.max(1, Math.ceil(this.count(of) / 32));
  }

  #make(type: Type): Shape {
    switch (type.kind) {
      case "bool": return one(2);
      case "int": {
        const { lo, hi } = slotRange(type);
        const finite = type.lo !== null && type.hi !== null;
        return { slots: 1, maxima: [hi - lo], count: finite ? Math.max(0, type.hi - type.lo + 1) : Infinity };
      }
      case "enum": return one(type.values.length);
      case "sort": return one(this.sortSize(type.name));
      case "majority": {
        const size = this.sortSize(type.of.name);
        return { slots: 1, maxima: [maskOf(Math.min(size, 32))], count: majorityCount(size) };
      }
      case "record": return this.#concat(type.fields);
      case "union": return this.#union(type);
      case "option": return this.#option(type);
      case "set": {
        const n = this.count(type.of);
        const words = this.setWords(type.of);
        const maxima = Array.from({ length: n === Infinity ? 1 : words }, (_, i) => maskOf(Math.min(32, n - 32 * i)));
        return { slots: maxima.length, maxima, count: power(2, n) };
      }
      case "bag": return this.#repeat(one(boundOf(type.max) + 1), this.count(type.of));
      case "map": return this.#repeat(this.of(entryType(type)), this.count(type.key));
      case "seq": {
        const of = this.of(type.of);
        const max = boundOf(type.max);
        const items = this.#repeat(of, max);
        let count = 0;
        for (let n = 0; n <= max; n++) count += power(of.count, n);
        return { slots: 1 + items.slots, maxima: [max, ...items.maxima], count };
      }
      default: return assertNever(type);
    }
  }

  #concat(fields: readonly Field[]): Shape {
    const shapes = fields.map((f) => this.of(f.type));
    return {
      slots: shapes.reduce((n, s) => n + s.slots, 0),
      maxima: shapes.flatMap((s) => s.maxima),
      count: shapes.reduce((n, s) => times(n, s.count), 1),
    };
  }

  #union(type: UnionType): Shape {
    const maxima = [Math.max(0, type.variants.length - 1)];
    let count = 0;
    for (const variant of type.variants) {
      for (const f of this.variantFields(type, variant.tag)) {
        const shape = this.of(f.type);
        for (let i = 0; i < shape.slots; i++) maxima[f.offset + i] = Math.max(maxima[f.offset + i] ?? 0, shape.maxima[i]);
      }
      count += this.#concat(variant.fields).count;
    }
    return { slots: maxima.length, maxima, count };
  }

  #option(type: OptionType): Shape {
    const of = this.of(type.of);
    if (this.isPackedOption(type)) {
      // An inner type without values leaves only undefined.
      return { slots: 1, maxima: [of.count === 0 ? 0 : of.maxima[0] + 1], count: of.count + 1 };
    }
    return { slots: of.slots + 1, maxima: [1, ...of.maxima], count: of.count + 1 };
  }

  #repeat(of: Shape, times: number): Shape {
    if (!Number.isFinite(times) || times * of.slots > slotLimit) return { slots: slotLimit + 1, maxima: [0], count: Infinity };
    return {
      slots: times * of.slots,
      maxima: Array.from({ length: times }, () => of.maxima).flat(),
      count: power(of.count, times),
    };
  }
}

/** What a map has at each key: of a partial one an option, even where the values are options themselves. */
export const entryType = (map: MapType): Type => (map.total ? map.value : { kind: "option", of: map.value });

/** Slots that one value may take. */
export const slotLimit = 2 ** 20;
/** Members that a sort with majorities may have: their masks are listed in a table. */
export const majorityLimit = 16;
/** Elements that the type of a set's elements may have. */
export const setLimit = 65_536;

const one = (count: number): Shape => ({ slots: 1, maxima: [Math.max(0, count - 1)], count });
const maskOf = (bits: number): number => 2 ** Math.max(0, bits) - 1;
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : exact(a * b));
const power = (a: number, n: number): number => (n === 0 ? 1 : a <= 1 ? a : exact(a ** n));
const exact = (n: number): number => (n <= Number.MAX_SAFE_INTEGER ? n : Infinity);

function isShared(type: UnionType, field: Field): boolean {
  return type.variants.every((v) => v.fields.some((f) => f.name === field.name && sameType(f.type, field.type)));
}

/** The masks of majorities among `n`, ascending. */
export function majorityMasks(n: number): readonly number[] {
  const masks: number[] = [];
  for (let mask = 0; mask < 2 ** n; mask++) if (2 * bitCount(mask) > n) masks.push(mask);
  return masks;
}

function majorityCount(n: number): number {
  let sum = 0;
  let choose = 1;
  for (let k = 0; k <= n; k++) {
    if (2 * k > n) sum += choose;
    choose = (choose * (n - k)) / (k + 1);
  }
  return exact(sum);
}

function bitCount(mask: number): number {
  let n = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) n++;
  return n;
}

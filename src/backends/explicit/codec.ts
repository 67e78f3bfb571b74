/** Packed states as values of the interpreter, and back: for traces. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { valuesOf } from "../../interp/domain.ts";
import { type Sorts, sortsOf } from "../../interp/env.ts";
import { type NamedValue, type State, type Value, valueKey } from "../../interp/value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { type MapType, showType, type Type } from "../../ir/type.ts";
import { type Layout, maskOf } from "./layout.ts";
import { entryType, type PlacedField, type Shapes, slotRange } from "./shapes.ts";

/** Turns states of one model into values and back. */
export class Codec {
  readonly #layout: Layout;
  readonly #shapes: Shapes;
  readonly #sorts: Sorts;
  readonly #values = new Map<string, readonly Value[]>();
  readonly #indices = new Map<string, ReadonlyMap<string, number>>();

  /** @param protocol the one that `layout` was made for */
  constructor(protocol: Protocol, layout: Layout) {
    this.#layout = layout;
    this.#shapes = layout.shapes;
    this.#sorts = sortsOf(protocol);
  }

  /** The values of the fields, in their order. */
  decode(words: Uint32Array): State {
    const slots = this.#layout.slots.map((p) => (p.bits === 0 ? 0 : ((words[p.word] >>> p.shift) & maskOf(p.bits)) >>> 0));
    return this.#layout.fields.map((f) => this.#read(f.field.type, slots, f.offset));
  }

  /** @throws InternalError for a value that is not of the type of its field */
  encode(state: State): Uint32Array {
    const slots = this.#layout.slots.map(() => 0);
    this.#layout.fields.forEach((f, i) => this.#write(f.field.type, state[i], slots, f.offset));
    const words = new Uint32Array(this.#layout.words);
    this.#layout.slots.forEach((p, i) => {
      if (p.bits > 0) words[p.word] |= slots[i] << p.shift;
    });
    return words;
  }

  #read(type: Type, slots: readonly number[], at: number): Value {
    const raw = slots[at];
    switch (type.kind) {
      case "bool": return raw === 1;
      case "int": return raw + slotRange(type).lo;
      case "enum": return type.values[raw];
      case "sort": return raw;
      case "majority": return { kind: "set", items: bitsIn([raw]) };
      case "record": return { kind: "record", fields: this.#readFields(this.#shapes.fields(type.fields), slots, at) };
      case "union": {
        const { tag } = type.variants[raw];
        return { kind: "variant", tag, fields: this.#readFields(this.#shapes.variantFields(type, tag), slots, at) };
      }
      case "option":
        if (raw === 0) return null;
        return this.#shapes.isPackedOption(type) ? this.#read(type.of, [raw - 1], 0) : this.#read(type.of, slots, at + 1);
      case "set": {
        const values = this.#valuesOf(type.of);
        return { kind: "set", items: bitsIn(slots.slice(at, at + this.#shapes.of(type).slots)).map((i) => values[i]) };
      }
      case "bag": return { kind: "bag", entries: this.#valuesOf(type.of).map((value, i) => ({ value, count: slots[at + i] })).filter((e) => e.count > 0) };
      case "map": {
        const { of, slots: width } = this.#entry(type);
        const entries = this.#valuesOf(type.key).flatMap((key, i) => {
          const start = at + i * width;
          if (type.total) return [{ key, value: this.#read(of, slots, start) }];
          if (slots[start] === 0) return [];
          // The entry is an option; where its value is one too, what it holds may be undefined.
          return [{ key, value: this.#read(of, slots, start) }];
        });
        return { kind: "map", entries };
      }
      case "seq": {
        const { slots: width } = this.#shapes.of(type.of);
        return { kind: "seq", items: Array.from({ length: raw }, (_, i) => this.#read(type.of, slots, at + 1 + i * width)) };
      }
      default: return assertNever(type);
    }
  }

  #readFields(fields: readonly PlacedField[], slots: readonly number[], at: number): NamedValue[] {
    return fields.map((f) => ({ name: f.name, value: this.#read(f.type, slots, at + f.offset) }));
  }

  /** What is stored for each key of a map. */
  #entry(type: MapType): { of: Type; slots: number } {
    const of = entryType(type);
    return { of, slots: this.#shapes.of(of).slots };
  }

  #write(type: Type, value: Value, slots: number[], at: number): void {
    switch (type.kind) {
      case "bool": slots[at] = value === true ? 1 : 0; return;
      case "int": slots[at] = Number(value) - slotRange(type).lo; return;
      case "enum": slots[at] = type.values.indexOf(String(value)); return;
      case "sort": slots[at] = Number(value); return;
      case "option":
        if (value === null) return;
        if (this.#shapes.isPackedOption(type)) {
          this.#write(type.of, value, slots, at);
          slots[at]++;
          return;
        }
        slots[at] = 1;
        this.#write(type.of, value, slots, at + 1);
        return;
      default: this.#writeWide(type, value, slots, at);
    }
  }

  #writeWide(type: Exclude<Type, { kind: "bool" | "int" | "enum" | "sort" | "option" }>, value: Value, slots: number[], at: number): void {
    const bad = (): never => {
      throw new InternalError(`not a value of ${showType(type)}: ${valueKey(value)}`);
    };
    if (typeof value !== "object" || value === null) return bad();
    switch (type.kind) {
      case "record":
        if (value.kind !== "record") return bad();
        this.#writeFields(this.#shapes.fields(type.fields), value.fields, slots, at);
        return;
      case "union": {
        if (value.kind !== "variant") return bad();
        slots[at] = type.variants.findIndex((v) => v.tag === value.tag);
        this.#writeFields(this.#shapes.variantFields(type, value.tag), value.fields, slots, at);
        return;
      }
      case "majority": case "set":
        if (value.kind !== "set") return bad();
        for (const item of value.items) {
          const i = this.#indexOf(type.of, item);
          slots[at + (i >>> 5)] = (slots[at + (i >>> 5)] | (1 << (i & 31))) >>> 0;
        }
        return;
      case "bag":
        if (value.kind !== "bag") return bad();
        for (const e of value.entries) slots[at + this.#indexOf(type.of, e.value)] = e.count;
        return;
      case "map": {
        if (value.kind !== "map") return bad();
        const { of, slots: width } = this.#entry(type);
        for (const e of value.entries) this.#writeEntry(type, of, e.value, slots, at + this.#indexOf(type.key, e.key) * width);
        return;
      }
      case "seq": {
        if (value.kind !== "seq") return bad();
        const { slots: width } = this.#shapes.of(type.of);
        slots[at] = value.items.length;
        value.items.forEach((item, i) => this.#write(type.of, item, slots, at + 1 + i * width));
        return;
      }
      default: assertNever(type);
    }
  }

  #writeEntry(map: MapType, entry: Type, value: Value, slots: number[], at: number): void {
    if (map.total || entry.kind !== "option" || value !== null) {
      this.#write(entry, value, slots, at);
      return;
    }
    // Present, and its value is undefined.
    slots[at] = 1;
  }

  #writeFields(placed: readonly PlacedField[], values: readonly NamedValue[], slots: number[], at: number): void {
    for (const f of placed) this.#write(f.type, values.find((v) => v.name === f.name)!.value, slots, at + f.offset);
  }

  #valuesOf(type: Type): readonly Value[] {
    const key = showType(type);
    const known = this.#values.get(key) ?? [...valuesOf(type, this.#sorts)];
    this.#values.set(key, known);
    return known;
  }

  #indexOf(type: Type, value: Value): number {
    const key = showType(type);
    const known = this.#indices.get(key) ?? new Map(this.#valuesOf(type).map((v, i) => [valueKey(v), i]));
    this.#indices.set(key, known);
    return known.get(valueKey(value)) ?? -1;
  }
}

/** Positions of the bits that are set, over words of 32. */
function bitsIn(words: readonly number[]): number[] {
  return words.flatMap((word, w) => Array.from({ length: 32 }, (_, i) => i).filter((i) => ((word >>> i) & 1) === 1).map((i) => 32 * w + i));
}

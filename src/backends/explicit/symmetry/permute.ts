/**
 * Permuting the values of sorts in a state. Where each value goes stands in memory: by sort, at an address, one slot for each value.
 */
import { InternalError } from "../../../base/assert-never.ts";
import { showType, type Type } from "../../../ir/type.ts";
import { bitOf, wordOf } from "../domain.ts";
import { majorityIndexTable, majorityMaskTable } from "../index-coding.ts";
import { add, eq, type KExpr, klocal, konst, load, mul, or, select, sub, zero } from "../kernel.ts";
import { Lowering } from "../lowering.ts";
import type { Program } from "../program.ts";
import { rules } from "../rules.ts";
import { entryType, type Shapes } from "../shapes.ts";
import { mentions, type Sum, sumsOf } from "./occurrences.ts";

/** Whether the values of a type can be permuted. */
export function canPermute(shapes: Shapes, type: Type, sorts: ReadonlySet<string>): boolean {
  const under = (t: Type): boolean => canPermute(shapes, t, sorts);
  if (!mentions(type, sorts)) return true;
  switch (type.kind) {
    case "sort": case "majority": return true;
    case "option": case "seq": return under(type.of);
    case "set": case "bag": return canIndex(shapes, type.of, sorts);
    case "map": return canIndex(shapes, type.key, sorts) && under(type.value);
    case "record": return type.fields.every((f) => under(f.type));
    case "union": return type.variants.every((v) => v.fields.every((f) => under(f.type)));
    default: return false;
  }
}

/** Whether it is known where a value goes, by its index. */
const canIndex = (shapes: Shapes, type: Type, sorts: ReadonlySet<string>): boolean =>
  sumsOf(shapes, type, sorts) !== undefined || type.kind === "majority" || (type.kind === "set" && canIndex(shapes, type.of, sorts)) ||
  (type.kind === "option" && canIndex(shapes, type.of, sorts));

/** Code without failures, for functions of its own. */
export const plainLowering = (program: Program, params: readonly string[] = []): Lowering => {
  const cx = new Lowering(program, rules, {
    now: konst(program.target), next: null, stableState: () => true,
    fail: () => { throw new InternalError("a permutation fails"); },
  });
  for (const p of params) cx.label(p);
  return cx;
};

export class Permutation {
  readonly #shapes: Shapes;
  readonly #sorts: ReadonlySet<string>;
  /** A slot that is always 0. */
  readonly #nothing: number;

  /** @param images by sort, where its images stand */
  constructor(readonly program: Program, readonly images: ReadonlyMap<string, number>) {
    this.#shapes = program.layout.shapes;
    this.#sorts = new Set(images.keys());
    this.#nothing = program.allocate(1);
  }

  /** Writes the permuted value at `from` to `to`. */
  value(cx: Lowering, type: Type, from: KExpr, to: KExpr): void {
    const shapes = this.#shapes;
    const { slots } = shapes.of(type);
    if (!mentions(type, this.#sorts)) return cx.copy(to, from, slots);
    if (shapes.isScalar(type)) return cx.store(to, this.#raw(cx, type, load(from)));
    const part = (of: Type, offset: number): void => this.value(cx, of, add(from, konst(offset)), add(to, konst(offset)));
    switch (type.kind) {
      case "record": for (const f of shapes.fields(type.fields)) part(f.type, f.offset); return;
      case "option":
        cx.store(to, load(from));
        return cx.if(load(from), () => part(type.of, 1), () => cx.clear(add(to, konst(1)), slots - 1));
      case "union":
        cx.store(to, load(from));
        cx.clear(add(to, konst(1)), slots - 1);
        for (const [i, v] of type.variants.entries()) {
          if (v.fields.length > 0) cx.if(eq(load(from), konst(i)), () => { for (const f of shapes.variantFields(type, v.tag)) part(f.type, f.offset); });
        }
        return;
      case "set":
        cx.clear(to, slots);
        return cx.loop("word", zero, konst(slots), (w) => cx.bits("element", load(add(from, w)), mul(w, konst(32)), 32 * slots - 1, (e) => {
          const image = cx.once("image", this.index(type.of, e));
          cx.store(wordOf(to, image), or(load(wordOf(to, image)), bitOf(image)));
        }));
      case "bag":
        return cx.loop("element", zero, konst(slots), (e) => cx.store(add(to, this.index(type.of, e)), load(add(from, e))));
      case "map": {
        const entry = entryType(type);
        const width = konst(shapes.of(entry).slots);
        return cx.loop("key", zero, konst(shapes.count(type.key)), (k) => {
          const at = (index: KExpr, base: KExpr): KExpr => cx.once("at", add(mul(index, width), base));
          this.value(cx, entry, at(k, from), at(this.index(type.key, k), to));
        });
      }
      case "seq": {
        const width = shapes.of(type.of).slots;
        cx.store(to, load(from));
        cx.clear(add(to, konst(1)), slots - 1);
        return cx.loop("item", zero, load(from), (i) => {
          const offset = cx.once("offset", add(mul(i, konst(width)), konst(1)));
          this.value(cx, type.of, add(from, offset), add(to, offset));
        });
      }
      default: throw new InternalError(`cannot permute ${showType(type)}`);
    }
  }

  /** The contents of the slot of a value of one slot. */
  #raw(cx: Lowering, type: Type, raw: KExpr): KExpr {
    switch (type.kind) {
      case "sort": return load(add(raw, konst(this.#imageOf(type.name))));
      case "majority": case "set": return this.#mask(cx, type.of, raw);
      case "option": {
        const held = cx.once("raw", raw);
        const image = cx.let("image", zero);
        cx.if(held, () => cx.set(image, add(this.#raw(cx, type.of, sub(held, konst(1))), konst(1))));
        return image;
      }
      case "record": return this.#raw(cx, type.fields[0].type, raw);
      case "map": return this.#raw(cx, entryType(type), raw);
      default: throw new InternalError(`cannot permute ${showType(type)}`);
    }
  }

  #mask(cx: Lowering, of: Type, mask: KExpr): KExpr {
    const image = cx.let("mask", zero);
    cx.bits("member", mask, zero, 31, (e) => cx.set(image, or(image, bitOf(this.index(of, e)))));
    return image;
  }

  #imageOf(sort: string): number {
    const at = this.images.get(sort);
    if (at === undefined) throw new InternalError(`${sort} is not permuted`);
    return at;
  }

  /** Where the value with an index goes. */
  index(type: Type, index: KExpr): KExpr {
    if (!mentions(type, this.#sorts)) return index;
    if (type.kind === "sort") return load(add(index, konst(this.#imageOf(type.name))));
    const fn = this.program.sharedFunction(`image ${showType(type)}`, "image", (name) => {
      const cx = plainLowering(this.program, ["index"]);
      const body = cx.capture(() => cx.emit({ op: "return", value: this.#imageIn(cx, type, klocal("index")) }));
      return { name, doc: [`Where a value goes: ${showType(type)}`], params: ["index"], body };
    });
    return { op: "call", ty: "i32", fn, args: [index] };
  }

  #imageIn(cx: Lowering, type: Type, index: KExpr): KExpr {
    const sums = sumsOf(this.#shapes, type, this.#sorts);
    if (sums) return this.#sum(sums, showType(type), index);
    switch (type.kind) {
      case "set": return this.#mask(cx, type.of, index);
      case "majority": {
        const size = this.#shapes.sortSize(type.of.name);
        const table = (name: string, at: KExpr): KExpr => ({ op: "table", ty: "i32", table: name, index: at });
        return table(majorityIndexTable(this.program, size, type), this.#mask(cx, type.of, table(majorityMaskTable(this.program, size, type), index)));
      }
      case "option": return select(eq(index, zero), zero, add(this.index(type.of, select(eq(index, zero), zero, sub(index, konst(1)))), konst(1)));
      default: throw new InternalError(`cannot permute ${showType(type)}`);
    }
  }

  #sum(sums: readonly Sum[], key: string, index: KExpr): KExpr {
    const table = (what: string, of: (sum: Sum) => number): KExpr => ({ op: "table", ty: "i32", table: this.program.table(`${what} ${key}`, () => sums.map(of)), index });
    const terms = Math.max(...sums.map((s) => s.terms.length));
    let value = table("base", (s) => s.base);
    for (let t = 0; t < terms; t++) {
      const at = table(`image${t}`, ({ terms: all }) => (t < all.length ? this.#imageOf(all[t].sort) + all[t].value : this.#nothing));
      value = add(value, mul(load(at), table(`stride${t}`, ({ terms: all }) => all[t]?.stride ?? 0)));
    }
    return value;
  }
}

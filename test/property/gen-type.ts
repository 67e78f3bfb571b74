/** Random types, small enough that instances stay small. */
import { cardinality } from "../../src/interp/domain.ts";
import type { Sorts } from "../../src/interp/env.ts";
import type { SortDecl } from "../../src/ir/protocol.ts";
import { sort as sortNamed } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import { mapType, partsOfType } from "../../src/ir/visit-type.ts";
import type { Choices } from "./choices.ts";

export const fieldNames = ["x", "y", "z"];
const tags = ["a", "b", "c"];

/** The types of one protocol. */
export class TypeGen {
  readonly pool: t.Type[] = [];
  private readonly sized: Sorts;

  /**
   * @param sizes of sorts and of symbolic bounds
   * @param pool the types to choose from; random ones by default
   */
  constructor(private readonly c: Choices, readonly sorts: readonly SortDecl[], readonly sizes: Readonly<Record<string, number>>, pool?: readonly t.Type[]) {
    this.sized = new Map(sorts.map((s) => [s.name, { ...s, size: sizes[s.name] }]));
    if (pool) {
      this.pool.push(...pool);
      return;
    }
    this.pool.push(t.bool, t.int(0, 2), t.enumOf(["a", "b", "c"]));
    for (const s of sorts) this.pool.push(sortNamed(s.name));
    // What the interesting bugs need: places found by a computed key or index.
    this.pool.push(t.mapOf(c.pick([...sorts.map((s) => sortNamed(s.name)), t.int(0, 2), t.bool]), this.fresh(1), true), t.seqOf(this.fresh(1), c.between(1, 3)));
    for (let i = 0; i < 7; i++) this.pool.push(c.chance(20) ? this.relative(c.pick(this.pool)) : this.fresh(2));
  }

  any(): t.Type {
    return this.c.pick(this.pool);
  }

  /** For fields: more often than not a type with parts. */
  forField(): t.Type {
    return this.c.chance(50) ? this.anyWhere((type) => partsOfType(type).length > 0, t.bool) : this.any();
  }

  /** One of the pool, or the fallback where none fits. */
  anyWhere(fits: (type: t.Type) => boolean, otherwise: t.Type): t.Type {
    const found = this.pool.filter(fits);
    return found.length > 0 ? this.c.pick(found) : otherwise;
  }

  /** How many values; Infinity where integers have no end. */
  cardinality(type: t.Type): number {
    if (isUnbounded(type)) return Infinity;
    return cardinality(this.concrete(type), this.sized);
  }

  bound(max: t.Bound): number {
    return typeof max === "number" ? max : this.sizes[max];
  }

  /** A type of at most `most` values, for what engines go through. */
  small(most: number): t.Type {
    return this.anyWhere((type) => this.cardinality(type) <= most, t.bool);
  }

  private concrete(type: t.Type): t.Type {
    return mapType(type, (p) => (p.kind === "seq" || p.kind === "bag" ? { ...p, max: this.bound(p.max) } : p));
  }

  /** A type that values of `type` can often be cast to. */
  private relative(type: t.Type): t.Type {
    return mapType(type, (p) => {
      if (p.kind === "int") return this.c.pick([t.int(0, 2), t.int(0, 1), t.int(-1, 3)]);
      if (p.kind === "seq") return { ...p, max: this.c.between(0, 3) };
      if (p.kind === "enum") return t.enumOf(this.c.pick([["a", "b"], ["b", "c"], ["b"]]));
      return p;
    });
  }

  private leaf(): t.Type {
    const { c } = this;
    return c.weighted<() => t.Type>([
      [3, () => t.bool],
      [4, () => c.pick([t.int(0, 2), t.int(0, 1), t.int(0, 3), t.int(-2, 2), t.int(1, 1)])],
      [2, () => t.enumOf(c.pick([["a", "b"], ["a", "b", "c"], ["b"], ["b", "c"]]))],
      [4, () => sortNamed(c.pick(this.sorts).name)],
    ])();
  }

  /** Types of elements and keys: one bit or field of the state for every value. */
  private counted(most: number, depth: number): t.Type {
    const type = this.fresh(depth);
    return this.cardinality(type) <= most ? type : this.leaf();
  }

  fresh(depth: number): t.Type {
    const { c } = this;
    if (depth === 0) return this.leaf();
    const under = (): t.Type => this.fresh(depth - 1);
    const fields = (least: number): t.Field[] =>
      fieldNames.slice(0, c.between(least, 2)).map((name) => ({ name, type: under() }));
    const bound = (most: number): t.Bound => (c.chance(25) ? "bound" : c.between(most === 0 ? 0 : 1, most));
    return c.weighted<() => t.Type>([
      [4, () => this.leaf()],
      [1, () => c.pick([t.int(), t.int(0, null), t.int(null, 3)])],
      [1, () => t.majority(sortNamed(c.pick(this.sorts).name))],
      [3, () => t.record(fields(1))],
      [4, () => t.union("kind", tags.slice(0, c.between(1, 3)).map((tag) => ({ tag, fields: fields(0) })))],
      [4, () => t.option(under())],
      // Sets of more than 32 elements need several words.
      [4, () => t.setOf(c.chance(15) ? c.pick([t.int(0, 40), t.int(-5, 65)]) : this.counted(12, depth - 1))],
      [2, () => t.bagOf(this.counted(4, depth - 1), bound(2))],
      [4, () => t.mapOf(this.counted(4, depth - 1), under(), true)],
      [3, () => t.mapOf(this.counted(4, depth - 1), under(), false)],
      [4, () => t.seqOf(under(), bound(3))],
    ])();
  }
}

function isUnbounded(type: t.Type): boolean {
  return (type.kind === "int" && (type.lo === null || type.hi === null)) || partsOfType(type).some((p) => isUnbounded(p.type));
}

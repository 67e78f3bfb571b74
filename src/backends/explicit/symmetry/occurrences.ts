/**
 * Which values of interchangeable sorts occur in the values of an enumerated type (an element of a set, a key of a map), and where
 * a value goes when they are permuted. In records, messages and options of them the index is a sum of digits, so a value that
 * holds `a` and `b` at index `base + s·a + t·b` goes to `base + s·π(a) + t·π(b)`.
 */
import type { Field, Type } from "../../../ir/type.ts";
import { sortsIn } from "../../../passes/interchangeable.ts";
import { entryType, type Shapes } from "../shapes.ts";

export interface Term {
  readonly sort: string;
  readonly value: number;
  readonly stride: number;
}

/** The value with this index, as a sum. */
export interface Sum {
  readonly base: number;
  readonly terms: readonly Term[];
}

/** More values than this are not listed. */
const mostValues = 16_384;

/** Of every value of a type, in order; undefined where values are no such sums (sets of sets) or too many. */
export function sumsOf(shapes: Shapes, type: Type, sorts: ReadonlySet<string>): readonly Sum[] | undefined {
  return shapes.count(type) <= mostValues ? listed(shapes, type, sorts) : undefined;
}

/** Whether a type mentions one of the sorts. */
export const mentions = (type: Type, sorts: ReadonlySet<string>): boolean => [...sortsIn(type)].some((s) => sorts.has(s));

function listed(shapes: Shapes, type: Type, sorts: ReadonlySet<string>): readonly Sum[] | undefined {
  const of = (t: Type): readonly Sum[] | undefined => listed(shapes, t, sorts);
  if (!mentions(type, sorts)) return Array.from({ length: shapes.count(type) }, (_, base) => ({ base, terms: [] }));
  switch (type.kind) {
    case "sort": return Array.from({ length: shapes.sortSize(type.name) }, (_, value) => ({ base: 0, terms: [{ sort: type.name, value, stride: 1 }] }));
    case "option": {
      const some = of(type.of);
      return some && [{ base: 0, terms: [] }, ...some.map((s) => ({ ...s, base: s.base + 1 }))];
    }
    case "record": return product(type.fields, of);
    case "union": {
      const all: Sum[] = [];
      for (const v of type.variants) {
        const start = all.length;
        const values = product(v.fields, of);
        if (!values) return undefined;
        all.push(...values.map((s) => ({ ...s, base: s.base + start })));
      }
      return all;
    }
    case "map": {
      if (mentions(type.key, sorts)) return undefined;
      const value = entryType(type);
      return product(Array.from({ length: shapes.count(type.key) }, (_, k) => ({ name: `${k}`, type: value })), of);
    }
    default: return undefined;
  }
}

/** Of all combinations, the first field the most significant. */
function product(fields: readonly Field[], of: (type: Type) => readonly Sum[] | undefined): readonly Sum[] | undefined {
  let all: readonly Sum[] = [{ base: 0, terms: [] }];
  for (const f of fields) {
    const digits = of(f.type);
    if (!digits) return undefined;
    all = all.flatMap((s) => digits.map((d) => ({
      base: s.base * digits.length + d.base,
      terms: [...s.terms.map((t) => ({ ...t, stride: t.stride * digits.length })), ...d.terms],
    })));
  }
  return all;
}

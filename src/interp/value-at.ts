/** The value of a type at a place in the order of `valuesOf` (see `domain.ts`), found by arithmetic instead of walking there. */
import { assertNever, InternalError } from "../base/assert-never.ts";
import { type Field, showType, type Type } from "../ir/type.ts";
import { capacity, cardinality, valuesOf } from "./domain.ts";
import type { Sorts } from "./env.ts";
import type { NamedValue, Value } from "./value.ts";

/**
 * Exact where the type has at most 2^53 values.
 * @throws InternalError where the type has no such place
 */
export function valueAt(type: Type, place: number, sorts: Sorts): Value {
  if (place < 0 || place >= cardinality(type, sorts)) throw new InternalError(`${showType(type)} has no value ${place}`);
  switch (type.kind) {
    case "bool": return place === 1;
    case "int": return (type.lo ?? 0) + place;
    case "enum": return type.values[place];
    case "sort": return place;
    case "majority": return [...valuesOf(type, sorts)][place];
    case "record": return { kind: "record", fields: fieldsAt(type.fields, place, sorts) };
    case "union": {
      let rest = place;
      for (const { tag, fields } of type.variants) {
        const count = fields.reduce((n, f) => n * cardinality(f.type, sorts), 1);
        if (rest < count) return { kind: "variant", tag, fields: fieldsAt(fields, rest, sorts) };
        rest -= count;
      }
      throw new InternalError(`${showType(type)} has no value ${place}`);
    }
    case "option": return place === 0 ? null : valueAt(type.of, place - 1, sorts);
    case "set": {
      // Bit i is the i-th element.
      const bits = digits(place, Array.from({ length: cardinality(type.of, sorts) }, () => 2)).toReversed();
      return { kind: "set", items: bits.flatMap((bit, i) => (bit === 1 ? [valueAt(type.of, i, sorts)] : [])) };
    }
    case "bag": {
      const counts = digits(place, Array.from({ length: cardinality(type.of, sorts) }, () => capacity(type.max) + 1));
      return { kind: "bag", entries: counts.flatMap((count, i) => (count > 0 ? [{ value: valueAt(type.of, i, sorts), count }] : [])) };
    }
    case "map": {
      const none = type.total ? 0 : 1, choices = cardinality(type.value, sorts) + none;
      const chosen = digits(place, Array.from({ length: cardinality(type.key, sorts) }, () => choices));
      return { kind: "map", entries: chosen.flatMap((c, i) => (c < none ? [] : [{ key: valueAt(type.key, i, sorts), value: valueAt(type.value, c - none, sorts) }])) };
    }
    case "seq": {
      const n = cardinality(type.of, sorts);
      let length = 0, rest = place;
      for (; rest >= n ** length; length++) rest -= n ** length;
      return { kind: "seq", items: digits(rest, Array.from({ length }, () => n)).map((d) => valueAt(type.of, d, sorts)) };
    }
    default: return assertNever(type);
  }
}

function fieldsAt(fields: readonly Field[], place: number, sorts: Sorts): readonly NamedValue[] {
  const chosen = digits(place, fields.map((f) => cardinality(f.type, sorts)));
  return fields.map(({ name, type }, i) => ({ name, value: valueAt(type, chosen[i], sorts) }));
}

/** By mixed radix, the most significant first. */
export function digits(number: number, radices: readonly number[]): readonly number[] {
  let rest = number;
  return radices.toReversed().map((radix) => {
    const digit = rest % radix;
    rest = Math.floor(rest / radix);
    return digit;
  }).toReversed();
}

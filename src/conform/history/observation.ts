/** What was seen of a state: some of its fields, and of a total map perhaps only some keys. */
import { valueAtKey } from "../../interp/collections.ts";
import { sameValue, type State, type Value } from "../../interp/value.ts";
import { cardinality } from "../../interp/domain.ts";
import type { Sorts } from "../../interp/env.ts";
import type { Protocol } from "../../ir/protocol.ts";
import type { Type } from "../../ir/type.ts";
import { Misread, type PlainReader, within } from "../plain.ts";
import type { Plain, PlainState } from "../system.ts";

/** Of a value. `parts`: of a total map what is at some keys; of the others nothing is known. */
export type Pattern =
  | { readonly kind: "exact"; readonly value: Value }
  | { readonly kind: "parts"; readonly parts: readonly { readonly key: Value; readonly pattern: Pattern }[] };

export interface SeenField {
  /** Position in the state. */
  readonly index: number;
  readonly pattern: Pattern;
}

export type Observation = readonly SeenField[];

export function matches(pattern: Pattern, value: Value): boolean {
  return pattern.kind === "exact" ? sameValue(pattern.value, value) : pattern.parts.every((p) => matches(p.pattern, valueAtKey(value, p.key)!));
}

export function agrees(seen: Observation, state: State): boolean {
  for (const { index, pattern } of seen) if (!matches(pattern, state[index])) return false;
  return true;
}

/** A part of a state that is not as it was seen: `path` from the name of the field on. */
export interface Difference {
  readonly index: number;
  readonly keys: readonly { readonly value: Value; readonly type: Type }[];
  readonly type: Type;
  readonly seen: Value;
  readonly expected: Value;
}

/** Every part that differs. */
export const differences = (seen: Observation, state: State, protocol: Protocol): readonly Difference[] =>
  seen.flatMap(({ index, pattern }) => partsThatDiffer(pattern, state[index], { index, keys: [], type: protocol.state[index].type }));

function partsThatDiffer(pattern: Pattern, value: Value, at: Pick<Difference, "index" | "keys" | "type">): readonly Difference[] {
  if (pattern.kind === "exact") return sameValue(pattern.value, value) ? [] : [{ ...at, seen: pattern.value, expected: value }];
  if (at.type.kind !== "map") return [];
  const { key: keyType, value: type } = at.type;
  return pattern.parts.flatMap((p) => partsThatDiffer(p.pattern, valueAtKey(value, p.key)!, { ...at, keys: [...at.keys, { value: p.key, type: keyType }], type }));
}

/** Reads fields by name. @throws Misread */
export class ObservationReader {
  readonly #fields: ReadonlyMap<string, { readonly index: number; readonly type: Type }>;
  readonly #reader: PlainReader;
  readonly #sorts: Sorts;

  constructor(protocol: Protocol, sorts: Sorts, reader: PlainReader) {
    this.#fields = new Map(protocol.state.map((f, index) => [f.name, { index, type: f.type }]));
    this.#reader = reader;
    this.#sorts = sorts;
  }

  read(plain: PlainState): Observation {
    return Object.entries(plain).map(([name, value]) => {
      const field = this.#fields.get(name);
      if (!field) throw new Misread("the spec has no such field", [name]);
      return { index: field.index, pattern: within(name, () => this.#pattern(value, field.type)) };
    });
  }

  #pattern(plain: Plain, type: Type): Pattern {
    if (type.kind !== "map" || !type.total) return { kind: "exact", value: this.#reader.read(plain, type) };
    const parts = this.#reader.entries(plain, type).map(([key, value, step]) => ({ key, pattern: within(step, () => this.#pattern(value, type.value)) }));
    const whole = parts.length === cardinality(type.key, this.#sorts) && parts.every((p) => p.pattern.kind === "exact");
    return whole ? { kind: "exact", value: this.#reader.read(plain, type) } : { kind: "parts", parts };
  }
}

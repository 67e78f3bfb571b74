/** States for readers and values for programs. How one value reads is in `show-value.ts`. */
import { InternalError } from "../base/assert-never.ts";
import { type Sorts, sortsOf } from "./env.ts";
import { showKey, showValue, sortValueName } from "./show-value.ts";
import type { NamedValue, State, Value } from "./value.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Field, Type } from "../ir/type.ts";

/** One line per state field: `tm: "init"`. */
export function showState(state: State, protocol: Protocol): string[] {
  const sorts = sortsOf(protocol);
  return protocol.state.map((f, i) => `${f.name}: ${showValue(state[i], f.type, sorts)}`);
}

export type Json = boolean | number | string | null | readonly Json[] | { readonly [name: string]: Json };

/** The state as an object by field name; see `valueToJson`. */
export function stateToJson(state: State, protocol: Protocol): { readonly [name: string]: Json } {
  const sorts = sortsOf(protocol);
  return Object.fromEntries(protocol.state.map((f, i) => [f.name, valueToJson(state[i], f.type, sorts)]));
}

/**
 * - undefined: `null`; members of an unordered sort: their name (`"rm1"`); of an ordered one: a number from 0
 * - records: objects; variants: objects with the discriminant first
 * - sets, majorities, sequences: arrays; bags: arrays of `{ value, count }`
 * - maps: objects where keys are booleans, integers, enum members or members of a sort; else arrays of `[key, value]`
 */
export function valueToJson(value: Value, type: Type, sorts: Sorts): Json {
  if (type.kind === "option") return value === null ? null : valueToJson(value, type.of, sorts);
  if (typeof value === "number" && type.kind === "sort" && !sorts.get(type.name)?.ordered) return sortValueName(type.name, value, sorts);
  if (value === null || typeof value !== "object") return value;
  const fieldsOf = (values: readonly NamedValue[], fields: readonly Field[]): [string, Json][] =>
    values.map((v) => [v.name, valueToJson(v.value, fields.find((f) => f.name === v.name)!.type, sorts)]);
  switch (value.kind) {
    case "record": return Object.fromEntries(fieldsOf(value.fields, type.kind === "record" ? type.fields : wrongType(type)));
    case "variant": {
      if (type.kind !== "union") return wrongType(type);
      const fields = type.variants.find((v) => v.tag === value.tag)?.fields ?? wrongType(type);
      return Object.fromEntries([[type.discriminant, value.tag], ...fieldsOf(value.fields, fields)]);
    }
    case "set": case "seq": {
      if (type.kind !== "set" && type.kind !== "majority" && type.kind !== "seq") return wrongType(type);
      return value.items.map((v) => valueToJson(v, type.of, sorts));
    }
    case "bag": {
      if (type.kind !== "bag") return wrongType(type);
      return value.entries.map((e) => ({ value: valueToJson(e.value, type.of, sorts), count: e.count }));
    }
    case "map": {
      if (type.kind !== "map") return wrongType(type);
      const pairs = value.entries.map((e) => [e.key, valueToJson(e.value, type.value, sorts)] as const);
      return ["bool", "int", "enum", "sort"].includes(type.key.kind)
        ? Object.fromEntries(pairs.map(([k, v]) => [typeof k === "string" ? k : showKey(k, type.key, sorts), v]))
        : pairs.map(([k, v]) => [valueToJson(k, type.key, sorts), v]);
    }
  }
}

const wrongType = (type: Type): never => {
  throw new InternalError(`a value is not of its type, a ${type.kind}`);
};

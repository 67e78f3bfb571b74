/** Values of the interpreter as adapters see them. */
import { InternalError } from "../base/assert-never.ts";
import type { Sorts } from "../interp/env.ts";
import { showKey, sortValueName } from "../interp/show-value.ts";
import type { NamedValue, Value } from "../interp/value.ts";
import { type Field, isMixed, isNumeral, type Type } from "../ir/type.ts";
import type { Given } from "./system.ts";

/** Sets and majorities are `Set`, bags arrays of `{ value, count }`, partial maps `Map`, total ones objects, sequences arrays. */
export function valueToGiven(value: Value, type: Type, sorts: Sorts): Given {
  if (type.kind === "option") return value === null ? undefined : valueToGiven(value, type.of, sorts);
  if (typeof value === "number" && type.kind === "sort" && !sorts.get(type.name)?.ordered) return sortValueName(type.name, value, sorts);
  // Numerals in a choice of names are numbers in TypeScript.
  if (typeof value === "string" && type.kind === "enum") return isMixed(type) && isNumeral(value) ? Number(value) : value;
  if (value === null || typeof value !== "object") return value;
  const fieldsOf = (values: readonly NamedValue[], fields: readonly Field[]): [string, Given][] =>
    values.map((v) => [v.name, valueToGiven(v.value, fields.find((f) => f.name === v.name)!.type, sorts)]);
  switch (value.kind) {
    case "record": return Object.fromEntries(fieldsOf(value.fields, type.kind === "record" ? type.fields : wrongType(type)));
    case "variant": {
      if (type.kind !== "union") return wrongType(type);
      const fields = type.variants.find((v) => v.tag === value.tag)?.fields ?? wrongType(type);
      return Object.fromEntries([[type.discriminant, value.tag], ...fieldsOf(value.fields, fields)]);
    }
    case "set": {
      const { of } = type.kind === "set" || type.kind === "majority" ? type : wrongType(type);
      return new Set(value.items.map((v) => valueToGiven(v, of, sorts)));
    }
    case "seq": {
      const { of } = type.kind === "seq" ? type : wrongType(type);
      return value.items.map((v) => valueToGiven(v, of, sorts));
    }
    case "bag": {
      const { of } = type.kind === "bag" ? type : wrongType(type);
      return value.entries.map((e) => ({ value: valueToGiven(e.value, of, sorts), count: e.count }));
    }
    case "map": {
      if (type.kind !== "map") return wrongType(type);
      const pairs = value.entries.map((e) => [e.key, valueToGiven(e.value, type.value, sorts)] as const);
      return type.total
        ? Object.fromEntries(pairs.map(([k, v]) => [typeof k === "string" ? k : showKey(k, type.key, sorts), v]))
        : new Map(pairs.map(([k, v]) => [valueToGiven(k, type.key, sorts), v]));
    }
  }
}

const wrongType = (type: Type): never => {
  throw new InternalError(`a value is not of its type, a ${type.kind}`);
};

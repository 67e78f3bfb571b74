/** Values as JSON, in the shape in which they are shown: members of sorts by name, sets and sequences as arrays. */
import { InternalError } from "../base/assert-never.ts";
import type { Sorts } from "../interp/env.ts";
import { showKey, sortValueName } from "../interp/show-value.ts";
import type { NamedValue, Value } from "../interp/value.ts";
import type { Field, Type } from "../ir/type.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * `null` for undefined, an object for a record, a variant (with its discriminant) and a map whose keys are scalars;
 * `[{ key, value }]` for other maps, `[{ value, count }]` for bags.
 */
export function valueJson(value: Value, type: Type, sorts: Sorts): Json {
  if (type.kind === "option") return value === null ? null : valueJson(value, type.of, sorts);
  if (typeof value === "number" && type.kind === "sort") return sorts.get(type.name)?.ordered ? value : sortValueName(type.name, value, sorts);
  if (value === null || typeof value !== "object") return value;
  const inner = (v: Value, t: Type): Json => valueJson(v, t, sorts);
  switch (value.kind) {
    case "record": return type.kind === "record" ? fieldsJson(value.fields, type.fields, sorts) : wrongType(type);
    case "variant": {
      if (type.kind !== "union") return wrongType(type);
      const fields = type.variants.find((v) => v.tag === value.tag)?.fields ?? [];
      return { [type.discriminant]: value.tag, ...fieldsJson(value.fields, fields, sorts) };
    }
    case "set": return type.kind === "set" || type.kind === "majority" ? value.items.map((v) => inner(v, type.of)) : wrongType(type);
    case "bag": return type.kind === "bag" ? value.entries.map((e) => ({ value: inner(e.value, type.of), count: e.count })) : wrongType(type);
    case "seq": return type.kind === "seq" ? value.items.map((v) => inner(v, type.of)) : wrongType(type);
    case "map": {
      if (type.kind !== "map") return wrongType(type);
      if (!value.entries.every((e) => isScalar(e.key))) return value.entries.map((e) => ({ key: inner(e.key, type.key), value: inner(e.value, type.value) }));
      return Object.fromEntries(value.entries.map((e) => [keyText(e.key, type.key, sorts), inner(e.value, type.value)]));
    }
  }
}

const isScalar = (value: Value): boolean => value !== null && typeof value !== "object";

/** A key of text as it is: `showKey` would quote one that is not a name. */
const keyText = (key: Value, type: Type, sorts: Sorts): string => (typeof key === "string" ? key : showKey(key, type, sorts));

const fieldsJson = (values: readonly NamedValue[], fields: readonly Field[], sorts: Sorts): { readonly [name: string]: Json } =>
  Object.fromEntries(values.map((v) => [v.name, valueJson(v.value, fields.find((f) => f.name === v.name)!.type, sorts)]));

const wrongType = (type: Type): never => {
  throw new InternalError(`a value is not of its type, a ${type.kind}`);
};

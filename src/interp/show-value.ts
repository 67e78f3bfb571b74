/** Values as a reader of TypeScript would write them. */
import { InternalError } from "../base/assert-never.ts";
import { quoted, visible } from "../base/printable.ts";
import { type Field, showName, type Type } from "../ir/type.ts";
import type { Sorts } from "./env.ts";
import type { MapValue, NamedValue, Value } from "./value.ts";

/** `{ kind: "prepared", rm: rm1 }`, `Set { rm1, rm2 }`, `{ rm1: "working", rm2: "prepared" }`, on one line. */
export function showValue(value: Value, type: Type, sorts: Sorts): string {
  if (type.kind === "option") return value === null ? "undefined" : showValue(value, type.of, sorts);
  if (value === null) return "undefined";
  if (typeof value === "string") return type.kind === "enum" ? visible(showName(value, type)) : quoted(value);
  if (typeof value === "number" && type.kind === "sort") return sortValueName(type.name, value, sorts);
  if (typeof value !== "object") return String(value);
  const show = (v: Value, t: Type): string => showValue(v, t, sorts);
  switch (value.kind) {
    case "record":
      return braces("", type.kind === "record" ? shownFields(value.fields, type.fields, sorts) : wrongType(type));
    case "variant": {
      if (type.kind !== "union") return wrongType(type);
      const fields = type.variants.find((v) => v.tag === value.tag)?.fields ?? [];
      return braces("", [`${propertyName(type.discriminant)}: ${quoted(value.tag)}`, ...shownFields(value.fields, fields, sorts)]);
    }
    case "set":
      if (type.kind !== "set" && type.kind !== "majority") return wrongType(type);
      return braces("Set ", value.items.map((v) => show(v, type.of)));
    case "bag":
      if (type.kind !== "bag") return wrongType(type);
      return braces("Bag ", value.entries.map((e) => `${show(e.value, type.of)}${e.count > 1 ? ` × ${e.count}` : ""}`));
    case "map":
      if (type.kind !== "map") return wrongType(type);
      return type.total
        ? braces("", shownEntries(value, ": ", (k) => showKey(k, type.key, sorts), (v) => show(v, type.value)))
        : braces("Map ", shownEntries(value, " => ", (k) => show(k, type.key), (v) => show(v, type.value)));
    case "seq":
      if (type.kind !== "seq") return wrongType(type);
      return `[${value.items.map((v) => show(v, type.of)).join(", ")}]`;
  }
}

const wrongType = (type: Type): never => {
  throw new InternalError(`a value is not of its type, a ${type.kind}`);
};

const braces = (name: string, parts: readonly string[]): string => (parts.length === 0 ? `${name}{}` : `${name}{ ${parts.join(", ")} }`);

const shownFields = (values: readonly NamedValue[], fields: readonly Field[], sorts: Sorts): string[] =>
  values.map((v) => `${propertyName(v.name)}: ${showValue(v.value, fields.find((f) => f.name === v.name)!.type, sorts)}`);

const shownEntries = (map: MapValue, arrow: string, key: (k: Value) => string, value: (v: Value) => string): string[] =>
  map.entries.map((e) => `${key(e.key)}${arrow}${value(e.value)}`);

/** A key of a total map, as a property name where it can be one. */
export function showKey(key: Value, type: Type, sorts: Sorts): string {
  if (typeof key === "string") return propertyName(key);
  const shown = showValue(key, type, sorts);
  return typeof key === "object" ? `[${shown}]` : shown;
}

/** Quoted where it has to be. */
export const propertyName = (name: string): string => (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : quoted(name));

/** Members of the sort Node are node1, node2, …; those of an ordered sort are plain numbers from 0. */
export function sortValueName(sort: string, index: number, sorts: Sorts): string {
  return sorts.get(sort)?.ordered ? String(index) : `${sortValueStem(sort)}${index + 1}`;
}

/** RM gives rm, Node gives node, RMNode gives rmNode. */
export const sortValueStem = (sort: string): string =>
  sort.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase());

/** Walks over types. */
import { assertNever } from "../base/assert-never.ts";
import { option, type Field, type SortType, type Type } from "./type.ts";

/** The types directly under one; `counted` are those of which every value is a place of its own: elements of sets and bags, keys. */
export function partsOfType(type: Type): { readonly type: Type; readonly counted: boolean }[] {
  const plain = (t: Type): { type: Type; counted: boolean } => ({ type: t, counted: false });
  const counted = (t: Type): { type: Type; counted: boolean } => ({ type: t, counted: true });
  switch (type.kind) {
    case "bool": case "int": case "enum": case "sort": return [];
    case "majority": return [counted(type.of)];
    case "record": return type.fields.map((f) => plain(f.type));
    case "union": return type.variants.flatMap((v) => v.fields.map((f) => plain(f.type)));
    case "option": return [plain(type.of)];
    case "set": case "bag": return [counted(type.of)];
    case "map": return [counted(type.key), plain(type.value)];
    case "seq": return [plain(type.of)];
    default: return assertNever(type);
  }
}

/** Visits a type and everything under it. */
export function walkType(type: Type, visit: (t: Type) => void): void {
  visit(type);
  for (const part of partsOfType(type)) walkType(part.type, visit);
}

/** `change` applied everywhere, to parts before what holds them. It must give a sort for a sort. */
export function mapType(type: Type, change: (t: Type) => Type): Type {
  const under = (t: Type): Type => mapType(t, change);
  const fields = (list: readonly Field[]): Field[] => list.map((f) => ({ name: f.name, type: under(f.type) }));
  switch (type.kind) {
    case "bool": case "int": case "enum": case "sort": return change(type);
    case "majority": return change({ ...type, of: under(type.of) as SortType });
    case "record": return change({ ...type, fields: fields(type.fields) });
    case "union": return change({ ...type, variants: type.variants.map((v) => ({ tag: v.tag, fields: fields(v.fields) })) });
    case "option": return change(option(under(type.of)));
    case "set": case "bag": case "seq": return change({ ...type, of: under(type.of) });
    case "map": return change({ ...type, key: under(type.key), value: under(type.value) });
    default: return assertNever(type);
  }
}

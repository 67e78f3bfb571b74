/**
 * The sorts of the language. Two types are the same exactly when they are structurally equal
 * (`sameType`); names of TypeScript aliases do not survive into the IR.
 */
export type Type =
  | BoolType
  | IntType
  | EnumType
  | SortType
  | MajorityType
  | RecordType
  | UnionType
  | OptionType
  | SetType
  | BagType
  | MapType
  | SeqType;

export interface BoolType { readonly kind: "bool" }

/** Integers in lo..hi, both inclusive; `null` is unbounded on that side. */
export interface IntType { readonly kind: "int"; readonly lo: number | null; readonly hi: number | null }

/** A union of string literals, in alphabetical order. */
export interface EnumType { readonly kind: "enum"; readonly values: readonly string[] }

/** A sort of the protocol, declared in `Protocol.sorts`, where it is said whether it is ordered. */
export interface SortType { readonly kind: "sort"; readonly name: string }

/** A set of values of `of` with more than half of its members; any two majorities intersect. */
export interface MajorityType { readonly kind: "majority"; readonly of: SortType }

export interface Field { readonly name: string; readonly type: Type }

/** Fields in alphabetical order of name. */
export interface RecordType { readonly kind: "record"; readonly fields: readonly Field[] }

/** A discriminated union. Variants in alphabetical order of tag; `discriminant` is the property that holds the tag (`kind`). */
export interface UnionType {
  readonly kind: "union";
  readonly discriminant: string;
  readonly variants: readonly Variant[];
}
export interface Variant { readonly tag: string; readonly fields: readonly Field[] }

/** `of` or undefined. `of` is never itself an option. */
export interface OptionType { readonly kind: "option"; readonly of: Type }

export interface SetType { readonly kind: "set"; readonly of: Type }

/** A multiset; `max` bounds the copies of any one element. */
export interface BagType { readonly kind: "bag"; readonly of: Type; readonly max: Bound }

/** A function from every value of `key` (`total`: TypeScript's Record) or from some of them (TypeScript's Map). */
export interface MapType { readonly kind: "map"; readonly total: boolean; readonly key: Type; readonly value: Type }

/** A sequence of at most `max` elements. */
export interface SeqType { readonly kind: "seq"; readonly of: Type; readonly max: Bound }

/** A number, or the scope key whose size gives it once the scope is applied (pass `instantiate`). */
export type Bound = number | string;

export const bool: BoolType = { kind: "bool" };
export const int = (lo: number | null = null, hi: number | null = null): IntType => ({ kind: "int", lo, hi });
export const enumOf = (values: readonly string[]): EnumType => ({ kind: "enum", values: values.toSorted() });
export const sort = (name: string): SortType => ({ kind: "sort", name });
export const majority = (of: SortType): MajorityType => ({ kind: "majority", of });
export const option = (of: Type): OptionType => (of.kind === "option" ? of : { kind: "option", of });
export const setOf = (of: Type): SetType => ({ kind: "set", of });
export const bagOf = (of: Type, max: Bound): BagType => ({ kind: "bag", of, max });
export const seqOf = (of: Type, max: Bound): SeqType => ({ kind: "seq", of, max });
export const mapOf = (key: Type, value: Type, total: boolean): MapType => ({ kind: "map", total, key, value });
export const record = (fields: readonly Field[]): RecordType => ({ kind: "record", fields: byName(fields) });
export const union = (discriminant: string, variants: readonly Variant[]): UnionType => ({
  kind: "union",
  discriminant,
  variants: variants
    .map((v) => ({ tag: v.tag, fields: byName(v.fields) }))
    .toSorted((a, b) => compareText(a.tag, b.tag)),
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = (fields: readonly Field[]): readonly Field[] => fields.toSorted((a, b) => compareText(a.name, b.name));

/** Whether the name of an enumeration stands for a number, as in a choice that mixes both: `1 | "unlimited"`. */
export const isNumeral = (name: string): boolean => /^(0|-?[1-9]\d*)$/.test(name);

export const isMixed = (type: EnumType): boolean => type.values.some(isNumeral) && !type.values.every(isNumeral);

/** One value of an enumeration as a spec writes it. */
export const showName = (name: string, type: EnumType): string => (isNumeral(name) && isMixed(type) ? name : JSON.stringify(name));

/** Structural equality. */
export function sameType(a: Type, b: Type): boolean {
  return a === b || showType(a) === showType(b);
}

/** The type of the tag of a union, as an enumeration. */
export function tagType(type: UnionType): EnumType {
  return enumOf(type.variants.map((v) => v.tag));
}

const shown = new WeakMap<Type, string>();

/** As a reader of the spec would write it. Total and injective on structure, so it serves as a key. */
export function showType(type: Type): string {
  let text = shown.get(type);
  // Types are immutable, and builders compare the same ones over and over.
  if (text === undefined) shown.set(type, (text = show(type)));
  return text;
}

function show(type: Type): string {
  switch (type.kind) {
    case "bool": return "boolean";
    case "int": return type.lo === null && type.hi === null ? "Int" : `Int<${type.lo ?? "-∞"}, ${type.hi ?? "∞"}>`;
    case "enum": return type.values.map((v) => showName(v, type)).join(" | ");
    case "sort": return type.name;
    case "majority": return `Majority<${type.of.name}>`;
    case "record": return showFields(type.fields);
    case "union": return type.variants
      .map((v) => showFields([{ name: type.discriminant, type: enumOf([v.tag]) }, ...v.fields]))
      .join(" | ");
    case "option": return `(${showType(type.of)}) | undefined`;
    case "set": return `Set<${showType(type.of)}>`;
    case "bag": return `Bag<${showType(type.of)}, ${type.max}>`;
    case "map": return `${type.total ? "Record" : "Map"}<${showType(type.key)}, ${showType(type.value)}>`;
    case "seq": return `Seq<${showType(type.of)}, ${type.max}>`;
  }
}

function showFields(fields: readonly Field[]): string {
  return `{ ${fields.map((f) => `${f.name}: ${showType(f.type)}`).join("; ")} }`;
}

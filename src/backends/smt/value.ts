/**
 * Symbolic values. Compound ones are not terms of the solver but shapes around terms: a set is its membership
 * predicate, a map the value at each key. So a set of records becomes relations over the records' parts, an update
 * becomes a definition over the old relation, and the solver sees functions and quantifiers only.
 */
import type { Term } from "./term.ts";

export type SymValue =
  /** bool, int, enum, sort, majority */
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, SymValue> }
  /** Exactly one of the conditions `is` holds. */
  | { readonly kind: "union"; readonly variants: ReadonlyMap<string, SymVariant> }
  | { readonly kind: "option"; readonly some: Term; readonly value: SymValue }
  | { readonly kind: "set"; readonly has: (element: SymValue) => Term }
  /** A partial map gives options. */
  | { readonly kind: "map"; readonly at: (key: SymValue) => SymValue }
  | { readonly kind: "bag"; readonly count: (element: SymValue) => Term }
  /** Elements at and beyond `length` have no meaning, and equality does not look at them. */
  | { readonly kind: "seq"; readonly length: Term; readonly at: (index: Term) => SymValue };

export interface SymVariant { readonly is: Term; readonly fields: ReadonlyMap<string, SymValue> }

export const termValue = (term: Term): SymValue => ({ kind: "term", term });

type Of<K extends SymValue["kind"]> = Extract<SymValue, { kind: K }>;

/** `value`, known to be of one kind by its type. */
export function as<K extends SymValue["kind"]>(kind: K, value: SymValue): Of<K> {
  if (value.kind !== kind) throw new TypeError(`expected a ${kind}, got a ${value.kind}`);
  return value as Of<K>;
}
export const termOf = (value: SymValue): Term => as("term", value).term;

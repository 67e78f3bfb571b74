/** Reading a value as what its static type says it is. Anything else is a defect of Tenet. */
import { InternalError } from "../base/assert-never.ts";
import { type BagValue, type MapValue, type RecordValue, type SeqValue, type SetValue, type Value, valueKey, type VariantValue } from "./value.ts";

const wrong = (value: Value, expected: string): never => {
  throw new InternalError(`expected ${expected}, got ${valueKey(value)}`);
};
const isObject = (v: Value): v is Exclude<Value, boolean | number | string | null> => typeof v === "object" && v !== null;

export const asBool = (v: Value): boolean => (typeof v === "boolean" ? v : wrong(v, "a boolean"));
export const asNumber = (v: Value): number => (typeof v === "number" ? v : wrong(v, "a number"));
export const asSet = (v: Value): SetValue => (isObject(v) && v.kind === "set" ? v : wrong(v, "a set"));
export const asBag = (v: Value): BagValue => (isObject(v) && v.kind === "bag" ? v : wrong(v, "a bag"));
export const asMap = (v: Value): MapValue => (isObject(v) && v.kind === "map" ? v : wrong(v, "a map"));
export const asSeq = (v: Value): SeqValue => (isObject(v) && v.kind === "seq" ? v : wrong(v, "a sequence"));
export const asVariant = (v: Value): VariantValue => (isObject(v) && v.kind === "variant" ? v : wrong(v, "a variant"));
export const asFields = (v: Value): RecordValue | VariantValue =>
  isObject(v) && (v.kind === "record" || v.kind === "variant") ? v : wrong(v, "a record or variant");

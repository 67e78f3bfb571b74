/** Reading one part of a value, where the part may be missing; shared by expressions and assigned places. */
import { InternalError } from "../base/assert-never.ts";
import type { Expr } from "../ir/expr.ts";
import type { Span } from "../base/span.ts";
import { valueAtKey } from "./collections.ts";
import { Failure } from "./failure.ts";
import { asFields, asNumber, asSeq } from "./shape.ts";
import { nameOf } from "./show-expr.ts";
import { type Value, valueKey } from "./value.ts";

/** @param whole the expression whose value `object` is, for the message @throws Failure variant */
export function fieldOf(object: Value, field: string, whole: Expr, span: Span): Value {
  const container = asFields(object);
  const found = container.fields.find((f) => f.name === field);
  if (found) return found.value;
  if (container.kind === "record") throw new InternalError(`no field ${field} in ${valueKey(object)}`);
  const discriminant = whole.type.kind === "union" ? whole.type.discriminant : "kind";
  throw new Failure("variant", span, `${nameOf(whole)} is of ${discriminant} ${JSON.stringify(container.tag)}, which has no ${field}`);
}

/** A total map at a key or a sequence at an index. @throws Failure index */
export function elementAt(collection: Value, key: Value, whole: Expr, span: Span): Value {
  if (whole.type.kind === "map") {
    const value = valueAtKey(collection, key);
    if (value === undefined) throw new InternalError(`a total map without the key ${valueKey(key)}`);
    return value;
  }
  checkIndex(collection, key, whole, span);
  return asSeq(collection).items[asNumber(key)];
}

/** @throws Failure index */
export function checkIndex(seq: Value, index: Value, whole: Expr, span: Span): void {
  const { length } = asSeq(seq).items;
  const i = asNumber(index);
  if (i < 0 || i >= length) throw new Failure("index", span, `${nameOf(whole)} has no element ${i}: its length is ${length}`);
}

/** @throws Failure undefined */
export function unwrapped(value: Value, whole: Expr, span: Span): Value {
  if (value === null) throw new Failure("undefined", span, `${nameOf(whole)} is undefined`);
  return value;
}

/** Whether a value fits a type: the check behind every cast, and behind every write of the state. */
import { InternalError } from "../base/assert-never.ts";
import type { Expr } from "../ir/expr.ts";
import type { FailureReason } from "../ir/protocol.ts";
import { type Field, type IntType, showType, type Type } from "../ir/type.ts";
import { capacity } from "./domain.ts";
import { Failure } from "./failure.ts";
import { asBag, asFields, asMap, asNumber, asSeq, asVariant } from "./shape.ts";
import { nameOf } from "./show-expr.ts";
import { type NamedValue, type Value, valueKey } from "./value.ts";

/** What an explicit state can hold of an integer without bounds. */
const stored = { lo: -(2 ** 31), hi: 2 ** 31 - 1 };
const unlimited = { lo: -Infinity, hi: Infinity };
type Limits = typeof unlimited;

/** @throws Failure bound or capacity, at the span of `expr`, whose value it is */
export function checkFit(value: Value, type: Type, expr: Expr): void {
  fail(misfit(value, type, unlimited), value, expr);
}

/** As `checkFit`, for a value that a state field of the type is to hold. */
export function checkStored(value: Value, type: Type, expr: Expr): void {
  if (hasUnbounded(type)) fail(misfit(value, type, stored), value, expr);
}

function fail(found: Misfit | undefined, value: Value, expr: Expr): void {
  if (!found) return;
  throw new Failure(found.reason, expr.span, `${nameOf(expr)} ${found.part === value ? "is" : "holds"} ${found.text}`);
}

interface Misfit { readonly reason: FailureReason; readonly part: Value; readonly text: string }

/** The first part, from the left, that does not fit; of a sequence, its length comes before its items. */
function misfit(value: Value, type: Type, limits: Limits): Misfit | undefined {
  switch (type.kind) {
    case "bool": case "sort": case "majority": case "set": return undefined;
    case "int": return outside(asNumber(value), type, limits);
    case "enum":
      return typeof value === "string" && type.values.includes(value)
        ? undefined
        : { reason: "bound", part: value, text: `${valueKey(value)}, not one of ${showType(type)}` };
    case "option": return value === null ? undefined : misfit(value, type.of, limits);
    case "record": return fieldMisfit(asFields(value).fields, type.fields, limits);
    case "union": {
      const { tag, fields } = asVariant(value);
      const variant = type.variants.find((v) => v.tag === tag);
      if (variant) return fieldMisfit(fields, variant.fields, limits);
      return { reason: "bound", part: value, text: `of ${type.discriminant} ${JSON.stringify(tag)}, not one of ${type.variants.map((v) => JSON.stringify(v.tag)).join(" | ")}` };
    }
    case "map": return first(asMap(value).entries, (e) => misfit(e.value, type.value, limits));
    case "bag": {
      const over = asBag(value).entries.find((e) => e.count > capacity(type.max));
      return over && { reason: "capacity", part: value, text: `a bag with ${over.count} copies of one element; the scope allows ${type.max}` };
    }
    case "seq": {
      const { items } = asSeq(value);
      if (items.length > capacity(type.max)) return { reason: "capacity", part: value, text: `a sequence of ${items.length} elements; the scope allows ${type.max}` };
      return first(items, (v) => misfit(v, type.of, limits));
    }
  }
}

function outside(n: number, type: IntType, limits: Limits): Misfit | undefined {
  if (n < (type.lo ?? -Infinity) || n > (type.hi ?? Infinity)) return { reason: "bound", part: n, text: `${n}, outside ${showType(type)}` };
  if (n < (type.lo ?? limits.lo) || n > (type.hi ?? limits.hi)) {
    return { reason: "bound", part: n, text: `${n}, outside what a state can hold of ${showType(type)}: -(2^31) to 2^31 - 1` };
  }
  return undefined;
}

function fieldMisfit(values: readonly NamedValue[], fields: readonly Field[], limits: Limits): Misfit | undefined {
  if (values.length !== fields.length) throw new InternalError("a record with other fields than its type");
  return first(values, (v) => {
    const field = fields.find((f) => f.name === v.name);
    if (!field) throw new InternalError(`no field ${v.name} in the type`);
    return misfit(v.value, field.type, limits);
  });
}

function first<T>(items: Iterable<T>, look: (item: T) => Misfit | undefined): Misfit | undefined {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return undefined;
}

/** Sets and map keys are left out: over unbounded integers they are refused before any engine runs. */
function hasUnbounded(type: Type): boolean {
  switch (type.kind) {
    case "int": return type.lo === null || type.hi === null;
    case "option": case "seq": return hasUnbounded(type.of);
    case "record": return type.fields.some((f) => hasUnbounded(f.type));
    case "union": return type.variants.some((v) => v.fields.some((f) => hasUnbounded(f.type)));
    case "map": return hasUnbounded(type.value);
    case "bool": case "enum": case "sort": case "majority": case "set": case "bag": return false;
  }
}

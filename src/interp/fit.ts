/** Whether a value fits a type: the check behind every cast. */
import { InternalError } from "../base/assert-never.ts";
import type { Expr } from "../ir/expr.ts";
import type { FailureReason } from "../ir/protocol.ts";
import { type Bound, type Field, type IntType, showType, type Type } from "../ir/type.ts";
import { capacity } from "./domain.ts";
import { Failure } from "./failure.ts";
import { asBag, asFields, asMap, asNumber, asSeq, asVariant } from "./shape.ts";
import { nameOf } from "./show-expr.ts";
import { type NamedValue, type Value, valueKey } from "./value.ts";

/** @throws Failure bound, capacity or undefined, at the span of `expr`, whose value it is */
export function checkFit(value: Value, type: Type, expr: Expr): void {
  const found = misfit(value, type);
  if (!found) return;
  const name = nameOf(expr);
  const what = name === found.shown ? "is" : `${found.part === value ? "is" : "holds"} ${found.shown},`;
  throw new Failure(found.reason, expr.span, `${name} ${what} ${found.problem}`);
}

interface Misfit { readonly reason: FailureReason; readonly part: Value; readonly shown: string; readonly problem: string }

/** The first part, from the left, that does not fit; of a sequence, its length comes before its items. */
function misfit(value: Value, type: Type): Misfit | undefined {
  // Only where a field of a union is written, of which some variants know no undefined.
  if (value === null && type.kind !== "option") return { reason: "undefined", part: value, shown: "undefined", problem: `not one of ${showType(type)}` };
  switch (type.kind) {
    case "bool": case "sort": case "majority": case "set": return undefined;
    case "int": return outside(asNumber(value), type);
    case "enum":
      return typeof value === "string" && type.values.includes(value)
        ? undefined
        : { reason: "bound", part: value, shown: valueKey(value), problem: `not one of ${showType(type)}` };
    case "option": return value === null ? undefined : misfit(value, type.of);
    case "record": return fieldMisfit(asFields(value).fields, type.fields);
    case "union": {
      const { tag, fields } = asVariant(value);
      const variant = type.variants.find((v) => v.tag === tag);
      if (variant) return fieldMisfit(fields, variant.fields);
      const tags = type.variants.map((v) => JSON.stringify(v.tag)).join(" | ");
      return { reason: "bound", part: value, shown: `of ${type.discriminant} ${JSON.stringify(tag)}`, problem: `not one of ${tags}` };
    }
    case "map": return first(asMap(value).entries, (e) => misfit(e.value, type.value));
    case "bag": {
      const over = asBag(value).entries.find((e) => e.count > capacity(type.max));
      return over && { reason: "capacity", part: value, shown: `a bag with ${over.count} copies of one element`, problem: beyond(type.max) };
    }
    case "seq": {
      const { items } = asSeq(value);
      if (items.length > capacity(type.max)) return { reason: "capacity", part: value, shown: `a sequence of ${items.length} elements`, problem: beyond(type.max) };
      return first(items, (v) => misfit(v, type.of));
    }
  }
}

const beyond = (max: Bound): string => `more than the ${max} that the scope allows`;

function outside(n: number, type: IntType): Misfit | undefined {
  if (n < (type.lo ?? -Infinity) || n > (type.hi ?? Infinity)) return { reason: "bound", part: n, shown: String(n), problem: `outside ${showType(type)}` };
  return undefined;
}

function fieldMisfit(values: readonly NamedValue[], fields: readonly Field[]): Misfit | undefined {
  if (values.length !== fields.length) throw new InternalError("a record with other fields than its type");
  return first(values, (v) => {
    const field = fields.find((f) => f.name === v.name);
    if (!field) throw new InternalError(`no field ${v.name} in the type`);
    return misfit(v.value, field.type);
  });
}

function first<T>(items: Iterable<T>, look: (item: T) => Misfit | undefined): Misfit | undefined {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return undefined;
}

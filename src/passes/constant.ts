/** Expressions that stand for one scalar value, whatever the state. */
import { boolLit, coerce, enumLit, intLit, none } from "../ir/build.ts";
import type { Expr } from "../ir/expr.ts";
import type { Type } from "../ir/type.ts";
import type { Span } from "../base/span.ts";

export type Scalar = boolean | number | string | null;

/** The value of a literal, seen through casts that succeed; undefined where there is none. */
export function constantOf(e: Expr): Scalar | undefined {
  if (e.kind === "literal") return e.value;
  if (e.kind !== "cast") return undefined;
  const value = constantOf(e.value);
  return value !== undefined && fits(value, e.type) ? value : undefined;
}

function fits(value: Scalar, type: Type): boolean {
  switch (type.kind) {
    case "bool": return typeof value === "boolean";
    case "int": return typeof value === "number" && value >= (type.lo ?? -Infinity) && value <= (type.hi ?? Infinity);
    case "enum": return typeof value === "string" && type.values.includes(value);
    case "option": return value === null || fits(value, type.of);
    default: return false;
  }
}

/** `value` as an expression of exactly `type`, which it fits. */
export function constant(value: Scalar, type: Type, span: Span): Expr {
  const inner = type.kind === "option" ? type.of : type;
  switch (typeof value) {
    case "boolean": return coerce(boolLit(value, span), type);
    case "number": return coerce(intLit(value, span), type);
    case "string": return coerce(inner.kind === "enum" ? enumLit(value, span, inner) : enumLit(value, span), type);
    default: return none(inner, span);
  }
}

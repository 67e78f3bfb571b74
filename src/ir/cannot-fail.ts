/** Whether evaluating an expression always gives a value; "no" where that is not plain to see. */
import { assertNever } from "../base/assert-never.ts";
import type { Domain, Expr } from "./expr.ts";
import type { Bound, Field, Type } from "./type.ts";
import { eachPartOfExpr } from "./visit.ts";

export function cannotFail(e: Expr): boolean {
  if (!cannotFailItself(e)) return false;
  let safe = true;
  const part = (p: Expr): void => {
    safe &&= cannotFail(p);
  };
  eachPartOfExpr(e, {
    expr: part,
    stmt: () => {
      safe = false;
    },
    domain: (d) => {
      safe &&= domainCannotFail(d);
    },
    place: () => undefined,
  });
  return safe;
}

export function domainCannotFail(d: Domain): boolean {
  switch (d.kind) {
    case "type": return true;
    case "elements": return cannotFail(d.of);
    case "range": return cannotFail(d.from) && cannotFail(d.to);
    default: return assertNever(d);
  }
}

/** The same where the parts give values. */
export function cannotFailItself(e: Expr): boolean {
  switch (e.kind) {
    case "literal": case "local": case "state": case "not": case "connective": case "eq": case "compare": case "if":
    case "record": case "variant": case "tag": case "isNone": case "extreme": case "neighbour": case "lookup": case "fill": case "tabulate":
    case "entries": case "has": case "countOf": case "size": case "setOp": case "subset": case "keys": case "concat": case "slice":
    case "indexOf": case "comprehend": return true;
    case "unwrap": case "do": return false;
    case "get": return e.object.type.kind === "record" || (e.object.type.kind === "union" && e.object.type.variants.every((v) => v.fields.some((f) => f.name === e.field)));
    case "at": return e.collection.type.kind === "map";
    case "put": return e.collection.type.kind === "map";
    // Copies beyond the bound of a bag.
    case "collection": return e.type.kind !== "bag";
    case "with": return e.type.kind !== "bag" || e.op === "delete";
    case "fold": return e.op !== "sum";
    case "cast": return castCannotFail(e.value.type, e.type);
    case "arith": {
      if (e.op === "min" || e.op === "max") return true;
      const { type } = e, divisor = e.right.type;
      if (type.kind !== "int" || type.lo === null || type.hi === null || divisor.kind !== "int") return false;
      return (e.op !== "div" && e.op !== "mod") || (divisor.lo ?? -1) > 0 || (divisor.hi ?? 1) < 0;
    }
    default: return assertNever(e);
  }
}

/** Whether every value of `from` is one of `to`. The types are castable. */
export function castCannotFail(from: Type, to: Type): boolean {
  if (to.kind === "option") return castCannotFail(from.kind === "option" ? from.of : from, to.of);
  if (from.kind === "int" && to.kind === "int") {
    return (to.lo === null || (from.lo !== null && from.lo >= to.lo)) && (to.hi === null || (from.hi !== null && from.hi <= to.hi));
  }
  if (from.kind === "enum" && to.kind === "enum") return from.values.every((v) => to.values.includes(v));
  if (from.kind === "seq" && to.kind === "seq") return within(from.max, to.max) && castCannotFail(from.of, to.of);
  if (from.kind === "bag" && to.kind === "bag") return within(from.max, to.max);
  if (from.kind === "map" && to.kind === "map") return castCannotFail(from.value, to.value);
  if (from.kind === "record" && to.kind === "record") return fieldsCannotFail(from.fields, to.fields);
  if (from.kind === "union" && to.kind === "union") {
    return from.variants.every((v) => {
      const target = to.variants.find((w) => w.tag === v.tag);
      return target !== undefined && fieldsCannotFail(v.fields, target.fields);
    });
  }
  // What remains are equal types, and a majority as a set.
  return true;
}

const fieldsCannotFail = (from: readonly Field[], to: readonly Field[]): boolean => from.every((f, i) => castCannotFail(f.type, to[i].type));
const within = (a: Bound, b: Bound): boolean => a === b || (typeof a === "number" && typeof b === "number" && a <= b);

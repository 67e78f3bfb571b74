/** What an expression comes to when literals decide. Failures stay: a part is dropped only where it would not be evaluated or cannot fail. */
import type { Domain, Expr } from "../ir/expr.ts";
import { boolLit, intLit, not } from "../ir/build.ts";
import { cannotFail, domainCannotFail } from "../ir/cannot-fail.ts";
import { constant, constantOf } from "./constant.ts";

/** The parts of `e` are simplified. The result may be of a narrower type. */
export function simplifyExpr(e: Expr): Expr {
  switch (e.kind) {
    case "not": return simplifyNot(e);
    case "connective": return simplifyConnective(e);
    case "eq": {
      const l = constantOf(e.left), r = constantOf(e.right);
      return l !== undefined && r !== undefined ? boolLit(l === r, e.span) : e;
    }
    case "compare": {
      const l = constantOf(e.left), r = constantOf(e.right);
      return typeof l === "number" && typeof r === "number" ? boolLit(e.op === "lt" ? l < r : l <= r, e.span) : e;
    }
    case "arith": {
      const l = constantOf(e.left), r = constantOf(e.right);
      const value = typeof l === "number" && typeof r === "number" ? calculate(e.op, l, r) : undefined;
      // Adding 0 makes 0 of -0.
      return value !== undefined && Number.isSafeInteger(value) ? intLit(value + 0, e.span) : e;
    }
    case "if": {
      const test = constantOf(e.cond);
      return test === true ? e.then : test === false ? e.else : e;
    }
    case "cast": {
      const value = constantOf(e);
      return value === undefined || (typeof value === "number" && e.value.kind === "literal") ? e : constant(value, e.type, e.span);
    }
    case "isNone": {
      const value = constantOf(e.value);
      if (value !== undefined) return boolLit(value === null, e.span);
      const present = e.value.kind === "cast" && e.value.value.type.kind !== "option";
      return present && cannotFail(e.value) ? boolLit(false, e.span) : e;
    }
    case "unwrap": {
      const value = constantOf(e.value);
      return value === undefined || value === null ? e : constant(value, e.type, e.span);
    }
    case "tag": return e.object.kind === "variant" && cannotFail(e.object) ? constant(e.object.tag, e.type, e.span) : e;
    case "do": {
      const [only] = e.body;
      return only?.kind === "return" && only.value ? only.value : e;
    }
    case "fold": return simplifyFold(e);
    case "at": return e.collection.kind === "fill" && cannotFail(e.key) ? e.collection.value : e;
    case "has": return isNothing(e.collection) && cannotFail(e.value) ? boolLit(false, e.span) : e;
    case "size": return isNothing(e.collection) ? intLit(0, e.span) : e;
    case "countOf": return isNothing(e.bag) && cannotFail(e.value) ? intLit(0, e.span) : e;
    case "lookup": return isNothing(e.map) && cannotFail(e.key) ? constant(null, e.type, e.span) : e;
    case "subset": return isNothing(e.left) && cannotFail(e.right) ? boolLit(true, e.span) : e;
    default: return e;
  }
}

function simplifyNot(e: Extract<Expr, { kind: "not" }>): Expr {
  const value = constantOf(e.arg);
  if (typeof value === "boolean") return boolLit(!value, e.span);
  return e.arg.kind === "not" ? e.arg.arg : e;
}

function simplifyConnective(e: Extract<Expr, { kind: "connective" }>): Expr {
  const l = constantOf(e.left), r = constantOf(e.right);
  switch (e.op) {
    case "and":
      if (l === false || (r === false && cannotFail(e.left))) return boolLit(false, e.span);
      return l === true ? e.right : r === true ? e.left : e;
    case "or":
      if (l === true || (r === true && cannotFail(e.left))) return boolLit(true, e.span);
      return l === false ? e.right : r === false ? e.left : e;
    case "implies":
      if (l === false || (r === true && cannotFail(e.left))) return boolLit(true, e.span);
      return l === true ? e.right : r === false ? simplifyExpr(not(e.left, e.span)) : e;
  }
}

function simplifyFold(e: Extract<Expr, { kind: "fold" }>): Expr {
  if (isEmpty(e.domain) && domainCannotFail(e.domain)) {
    switch (e.op) {
      case "forall": return boolLit(true, e.span);
      case "exists": return boolLit(false, e.span);
      case "count": case "sum": return intLit(0, e.span);
      case "findIndex": return intLit(-1, e.span);
      case "find": return constant(null, e.type, e.span);
    }
  }
  const body = constantOf(e.body);
  if (!domainCannotFail(e.domain)) return e;
  if (body === true && e.op === "forall") return boolLit(true, e.span);
  if (body === false && e.op === "exists") return boolLit(false, e.span);
  if (body === false && e.op === "count") return intLit(0, e.span);
  return e;
}

/** Whether a collection is plainly empty. */
function isNothing(e: Expr): boolean {
  switch (e.kind) {
    case "collection": return e.items.length === 0;
    case "entries": return e.entries.length === 0;
    case "cast": return isNothing(e.value) && cannotFail(e);
    default: return false;
  }
}

/** Whether it is plain to see that there is nothing in a domain. */
export function isEmpty(d: Domain): boolean {
  if (d.kind === "elements") return isNothing(d.of);
  if (d.kind !== "range") return false;
  const from = constantOf(d.from), to = constantOf(d.to);
  return typeof from === "number" && typeof to === "number" && to <= from;
}

type Op = Extract<Expr, { kind: "arith" }>["op"];

/** Undefined where it fails. */
function calculate(op: Op, a: number, b: number): number | undefined {
  switch (op) {
    case "add": return a + b;
    case "sub": return a - b;
    case "mul": return a * b;
    case "div": return b === 0 ? undefined : Math.floor(a / b);
    case "mod": return b === 0 ? undefined : a % b;
    case "min": return Math.min(a, b);
    case "max": return Math.max(a, b);
  }
}


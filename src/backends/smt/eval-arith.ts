import { assertNever } from "../../base/assert-never.ts";
import type { Arith, Compare, Expr, Fold } from "../../ir/expr.ts";
import type { Context } from "./context.ts";
import { equal, intTerm, isIntTerm, ite, le, lt, minus, or, plus, type Term } from "./term.ts";
import { Unsupported } from "./unsupported.ts";

/** Linear arithmetic stays decidable; products of two unknowns and division by one do not, and the fragment report says so. */
export function evalArith(expr: Arith, a: Term, b: Term, cx: Context): Term {
  const result = compute(expr, a, b, cx);
  if (cx.shapes.sorts.finite && !small(expr)) cx.fail(or(lt(greatest, result), lt(result, least)), "overflow", expr.span);
  return result;
}

const greatest = intTerm(Number.MAX_SAFE_INTEGER), least = intTerm(-Number.MAX_SAFE_INTEGER);

/** Whether its value cannot leave the integers that are computed exactly: by its type, or because it adds up numbers of elements. */
function small(e: Expr): boolean {
  if (e.type.kind === "int" && e.type.lo !== null && e.type.hi !== null) return true;
  if (e.kind === "cast") return small(e.value);
  if (e.kind === "arith") return e.op !== "mul" && small(e.left) && small(e.right);
  return e.kind === "size" || e.kind === "indexOf" || e.kind === "countOf" || (e.kind === "fold" && (e.op === "count" || e.op === "findIndex"));
}

/** In a sum that can leave the exact integers, it matters when. */
export function requireExact(expr: Fold, terms: number, cx: Context): void {
  if (!cx.shapes.sorts.finite || expr.body.type.kind !== "int") return;
  const { lo, hi } = expr.body.type;
  if (lo === null || hi === null || terms * Math.max(Math.abs(lo), Math.abs(hi)) > Number.MAX_SAFE_INTEGER) throw new Unsupported("a sum of integers without bounds", expr.span);
}

function compute(expr: Arith, a: Term, b: Term, cx: Context): Term {
  switch (expr.op) {
    case "add": return plus(a, b);
    case "sub": return minus(a, b);
    case "mul": return `(* ${a} ${b})`;
    case "min": return ite(le(a, b), a, b);
    case "max": return ite(le(a, b), b, a);
    case "div": case "mod": {
      cx.fail(equal(b, "0", isIntTerm), "divide-by-zero", expr.span);
      // SMT-LIB rounds so that the remainder is not negative; the language rounds a quotient down and a remainder towards zero.
      if (expr.op === "div") return `(ite (> ${b} 0) (div ${a} ${b}) (div (- ${a}) (- ${b})))`;
      return `(ite (>= ${a} 0) (mod ${a} ${b}) (- (mod (- ${a}) ${b})))`;
    }
    default: return assertNever(expr.op);
  }
}

export function evalCompare(expr: Compare, a: Term, b: Term, cx: Context): Term {
  const { type } = expr.left;
  return type.kind === "sort" ? cx.shapes.sorts.before(type, a, b, expr.op === "lt") : expr.op === "lt" ? lt(a, b) : le(a, b);
}

/** Whole numbers, exact or failing. */
import type { Arith, Expr } from "../ir/expr.ts";
import { Failure } from "./failure.ts";
import { nameOf } from "./show-expr.ts";

/** @throws Failure divide-by-zero, overflow */
export function arithmetic(expr: Arith, left: number, right: number): number {
  if ((expr.op === "div" || expr.op === "mod") && right === 0) {
    throw new Failure("divide-by-zero", expr.span, `${nameOf(expr)} divides by ${nameOf(expr.right)}, which is 0`);
  }
  return exact(expr, compute(expr.op, left, right));
}

/** @throws Failure overflow, where a result cannot be told from its neighbours */
export function exact(expr: Expr, result: number): number {
  if (!Number.isSafeInteger(result)) {
    throw new Failure("overflow", expr.span, `${nameOf(expr)} is outside the integers that are computed exactly, -(2^53 - 1) to 2^53 - 1`);
  }
  // There is one zero.
  return result + 0;
}

function compute(op: Arith["op"], a: number, b: number): number {
  switch (op) {
    case "add": return a + b;
    case "sub": return a - b;
    case "mul": return a * b;
    case "div": return Math.floor(a / b);
    case "mod": return a % b;
    case "min": return Math.min(a, b);
    case "max": return Math.max(a, b);
  }
}

import { assertNever } from "../../base/assert-never.ts";
import type { Arith, Compare } from "../../ir/expr.ts";
import type { Context } from "./context.ts";
import { equal, isIntTerm, ite, type Term } from "./term.ts";

/** Linear arithmetic stays decidable; products of two unknowns and division by one do not, and the fragment report says so. */
export function evalArith(expr: Arith, a: Term, b: Term, cx: Context): Term {
  switch (expr.op) {
    case "add": return a === "0" ? b : b === "0" ? a : `(+ ${a} ${b})`;
    case "sub": return b === "0" ? a : `(- ${a} ${b})`;
    case "mul": return `(* ${a} ${b})`;
    case "min": return ite(`(<= ${a} ${b})`, a, b);
    case "max": return ite(`(<= ${a} ${b})`, b, a);
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
  return type.kind === "sort" ? cx.shapes.sorts.before(type, a, b, expr.op === "lt") : `(${expr.op === "lt" ? "<" : "<="} ${a} ${b})`;
}

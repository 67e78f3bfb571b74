import { fold } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";

/** The parts of a predicate that can be shown one by one: `a && b`, also under `forall`. */
export function conjuncts(expr: Expr): Expr[] {
  if (expr.kind === "connective" && expr.op === "and") return [...conjuncts(expr.left), ...conjuncts(expr.right)];
  if (expr.kind === "fold" && expr.op === "forall") {
    const parts = conjuncts(expr.body);
    return parts.length === 1 ? [expr] : parts.map((part) => fold("forall", expr.local, expr.domain, part, expr.span));
  }
  return [expr];
}

import type { Expr } from "../../ir/expr.ts";

/** The parts of a conjunction, in the order of their evaluation. */
export function conjuncts(e: Expr): readonly Expr[] {
  return e.kind === "connective" && e.op === "and" ? [...conjuncts(e.left), ...conjuncts(e.right)] : [e];
}

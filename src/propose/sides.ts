/** What a formula assumes, and what follows from it. */
import type { Expr } from "../ir/expr.ts";

export interface Sides {
  /** All of these together. */
  readonly given: readonly Expr[];
  /** One of these; where there is none, the others are never together. */
  readonly then: readonly Expr[];
}

/** Without the quantifiers around it. */
export const bare = (e: Expr): Expr => (e.kind === "fold" && e.op === "forall" && e.domain.kind === "type" ? bare(e.body) : e);

export function sidesOf(formula: Expr): Sides {
  const e = bare(formula);
  if (e.kind === "connective" && e.op === "implies") return { given: parts(e.left, "and"), then: parts(e.right, "or") };
  if (e.kind === "not" && e.arg.kind === "connective" && e.arg.op === "and") return { given: parts(e.arg, "and"), then: [] };
  return { given: [], then: parts(e, "or") };
}

const parts = (e: Expr, op: "and" | "or"): Expr[] => (e.kind === "connective" && e.op === op ? [...parts(e.left, op), ...parts(e.right, op)] : [e]);

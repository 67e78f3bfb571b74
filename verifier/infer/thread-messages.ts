import type { Clause } from "./clause.ts";
import type { FinitePhase } from "./finite.ts";
import type { FiniteResult, FiniteTask } from "./finite-problem.ts";

export type FiniteRequest = { readonly kind: "run"; readonly task: FiniteTask } | { readonly kind: "extend"; readonly clauses: readonly Clause[] };
export type FiniteReply =
  | { readonly kind: "progress"; readonly phase: FinitePhase; readonly clauses: number }
  | { readonly kind: "found"; readonly result: FiniteResult; readonly queries: number }
  | { readonly kind: "extended"; readonly needed: readonly Clause[] | undefined; readonly queries: number };

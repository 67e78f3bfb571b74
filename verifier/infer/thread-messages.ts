import type { FiniteResult, FiniteTask, Revision } from "./finite-problem.ts";

export type FiniteRequest = { readonly kind: "run"; readonly task: FiniteTask } | { readonly kind: "revise"; readonly revision: Revision };
export type FiniteReply =
  | { readonly kind: "progress"; readonly needed: number }
  | { readonly kind: "found"; readonly result: FiniteResult; readonly queries: number };

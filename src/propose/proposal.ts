/** What is proposed as a lemma, and what becomes of it. Whoever proposes it, it is text that is judged, and never believed. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Trace } from "../interp/trace.ts";
import type { Expr } from "../ir/expr.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Counterexample } from "../pipeline/prove-report.ts";

export interface Proposal {
  /** A wish; the lemma gets a name that is free and can be written. */
  readonly name?: string;
  /** A formula in the language of specs, as after `return` in a @lemma method. */
  readonly text: string;
  /** It follows from what is known, by values for variables: of use only where a solver does not find these by itself. */
  readonly instance?: true;
  /** Why it should hold or help, in one sentence. Only shown. */
  readonly reason?: string;
  readonly by: Proposer;
}

export interface Proposer { readonly proposer: "embedded" | "model" | "person"; readonly round: number }

/** Every proposal ends in exactly one of these. */
export type Outcome =
  /** Proved, together with the others that are accepted and with the invariants, for any size. */
  | { readonly kind: "accepted" }
  /** A run of an instance comes to a state where it is not true, or cannot be evaluated. */
  | { readonly kind: "false"; readonly trace: Trace; readonly instance: Protocol }
  /** Some step leads out of it, from a state that nobody has reached. It may be true. */
  | { readonly kind: "not-inductive"; readonly goal: string; readonly example?: Counterexample; readonly without: readonly string[] }
  /** True, and no help: it follows from these, from nothing if there are none; or it is not needed. */
  | { readonly kind: "redundant"; readonly why: "follows"; readonly from: readonly string[] }
  | { readonly kind: "redundant"; readonly why: "not-needed" }
  /** Places in the diagnostics are places in its own text. */
  | { readonly kind: "ill-formed"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "unknown"; readonly budget: Budget; readonly goal?: string };

/** What was not enough. */
export type Budget =
  /** The time for everything. */
  | "time"
  /** The time for one goal, the memory, or what the solver can do. */
  | "solver"
  /** What can be evaluated in one state of a small instance: nothing about it could be replayed. */
  | "evaluation"
  /** What can be said in logic. */
  | "unsupported"
  /** Somebody ended it. */
  | "interrupted"
  /** The protocol is wrong, so nothing was judged. */
  | "violated";

/** A proposal that can be read. */
export interface Candidate {
  /** Its place among the proposals. */
  readonly index: number;
  readonly name: string;
  readonly body: Expr;
  readonly proposal: Proposal;
}

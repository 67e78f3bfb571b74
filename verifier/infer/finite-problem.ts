/** One instance of a protocol as the search for clauses sees it. Plain data, for a thread of its own. */
import type { Clause, Names } from "./clause.ts";

export interface FiniteProblem {
  readonly atoms: number;
  /** By atom: 1 if some action can change it. */
  readonly changing: Uint8Array;
  readonly names: Names;
  /**
   * By assignment and atom, the number of the ground atom, or -1 where the assignment has no value for one of its variables.
   * A clause is to hold under every assignment that has values for all of its variables.
   */
  readonly table: readonly Int32Array[];
  /** Assignments that stand for all others, as values are interchangeable. */
  readonly representative: readonly number[];
  /** Of each action, a text for a ground solver: `b!n` and `a!n` are ground atom n before and after. */
  readonly steps: readonly { readonly name: string; readonly text: string }[];
  /** How many ground atoms there are. */
  readonly ground: number;
}

export interface FiniteTask {
  readonly problem: FiniteProblem;
  /** All are true of the states that are known. */
  readonly candidates: readonly Clause[];
  /** What is to be shown; part of every fixpoint, or there is none. */
  readonly required: readonly Clause[];
  /** Literals of a clause, at most. */
  readonly width: number;
  /** Literals that may be added to a clause that is dropped. */
  readonly literals: readonly number[];
  /** By literal: how much it takes to read. Light clauses are preferred. */
  readonly weight: Float64Array;
  readonly milliseconds: number;
  readonly mostClauses: number;
}

/** What is to change about a fixpoint. */
export interface Revision {
  /** Clauses that are wanted, too, if they hold. */
  readonly add: readonly Clause[];
  /** Clauses that are not to be used. */
  readonly ban: readonly Clause[];
}

export type FiniteResult =
  /** `needed` is kept by every action, `clauses` is all that may hold, light ones first. */
  | { readonly kind: "fixpoint"; readonly clauses: readonly Clause[]; readonly needed: readonly Clause[] }
  /** A required clause can be broken though all others hold before. */
  | { readonly kind: "lost"; readonly clause: Clause; readonly step: string }
  | { readonly kind: "gave-up"; readonly reason: "time" | "clauses" | "solver" };

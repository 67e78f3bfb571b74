/** What came of looking for the lemmas of a proof: plain data, which faces draw. */
import type { Span } from "../base/span.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { InstanceProperty } from "../pipeline/instance-report.ts";
import type { Counterexample, Fragment } from "../pipeline/prove-report.ts";
import type { UnknownReason } from "../../verifier/contract/solver.ts";
import type { EmbeddedEvent } from "./embedded/search.ts";
import type { Judgement } from "./judgement.ts";
import type { ProofFile } from "./proof-file.ts";
import type { Rounds } from "./rounds.ts";

export interface ProposeReport {
  readonly spec: string;
  readonly protocol: Protocol;
  /** `known`: proved without anything new. */
  readonly verdict: "proved" | "known" | "open" | "violated";
  /** Where it is open, what is accepted is proved for any size all the same. */
  readonly judgement: Judgement;
  /** What the embedded proposer did, in order. */
  readonly events: readonly EmbeddedEvent[];
  /** What came of asking the model, if one was asked. */
  readonly asked?: Omit<Rounds, "judgement">;
  /** Why nothing was found that suffices. */
  readonly reason?: string;
  /** Where it is open: what is in the way. */
  readonly remains?: Remainder;
  /** Where it is open: what holds in single instances, for want of a proof for all. */
  readonly bounded?: readonly BoundedInstance[];
  /** With what was accepted; not yet written. */
  readonly file?: ProofFile;
  /** Where it is open, and there is no such file: what was accepted all the same, for whoever wants to keep it. */
  readonly partial?: ProofFile;
  readonly seconds: number;
}

export interface Remainder {
  /** A step that is still in the way, given all that is accepted. */
  readonly cti?: RemainingCti;
  /** What kept it from being proved, the most telling first; no two are alike. */
  readonly hindrances: readonly Hindrance[];
}

export interface RemainingCti {
  readonly property: string;
  /** As in `consecution commit consistent`. */
  readonly goal: string;
  readonly example: Counterexample;
  readonly reach: Reach;
}

/** Whether the first state of a counterexample to induction can be reached. If it can, the protocol is violated, and there is no such counterexample left. */
export type Reach =
  /** All states of an instance of this size were seen, and in none of them does a step go wrong. */
  | { readonly kind: "unreachable"; readonly scope: Readonly<Record<string, number>>; readonly distinctStates: number }
  /** It is a step in the logic alone, which is coarser than the language: see `Counterexample.confirmed`. */
  | { readonly kind: "abstract"; readonly scope: Readonly<Record<string, number>> }
  /** The search did not come to an end, or the instance cannot be searched. */
  | { readonly kind: "unknown"; readonly scope: Readonly<Record<string, number>>; readonly distinctStates: number };

/** Why there is no proof: each with what might help. */
export type Hindrance =
  /** No way to say it in logic, whatever the lemmas: `about` is an invariant, a step property or an action. */
  | { readonly kind: "unsupported"; readonly about: string; readonly reason: string; readonly span: Span }
  /** A solver gave up on a goal; `fragment` says what puts it outside the decidable, where something does. */
  | { readonly kind: "gave-up"; readonly goal: string; readonly span: Span; readonly reason: UnknownReason; readonly fragment: Fragment }
  /** The time was over before the shapes of lemmas were; `rung` is the last that was begun, from 1. */
  | { readonly kind: "time"; readonly rung: number; readonly rungs: number }
  | { readonly kind: "interrupted" }
  /** All shapes of lemmas were tried: it takes another shape, or a variable that remembers what the state forgets. */
  | { readonly kind: "shapes"; readonly rungs: number };

/** One instance, and what is known of it. Nothing here says anything about other sizes. */
export interface BoundedInstance {
  readonly scope: Readonly<Record<string, number>>;
  /** Of the search of its states, if there was one. */
  readonly distinctStates?: number;
  /** Whether every state was seen. */
  readonly complete: boolean;
  /**
   * Invariants, lemmas and step properties. `exhaustive`, with a `k` where induction over paths shows it, else because every
   * state was seen; `bounded` to a depth; or `unknown`.
   */
  readonly properties: readonly InstanceProperty[];
  /** Formulas that were found for this instance: inductive in it together with the invariants, and in no other for all we know. */
  readonly lemmas: readonly string[];
  readonly instance: Protocol;
}

/** What an attempt at a proof found out about a protocol: plain data, which faces draw. */
import type { Fault } from "../passes/faults.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { ActionInstance, Blame, Trace } from "../interp/trace.ts";
import type { Relevant } from "../interp/relevant.ts";
import type { State } from "../interp/value.ts";
import type { FailureReason, Liveness, Protocol } from "../ir/protocol.ts";
import type { Fragment } from "../backends/smt/fragment.ts";
import type { UnknownReason } from "../../verifier/contract/solver.ts";

export type { Fragment, Maker, Outside } from "../backends/smt/fragment.ts";

/**
 * - `proved`: holds in every instance, whatever the sizes of its sorts.
 * - `not-inductive`: some step leads out of what was assumed. Nothing says that the first state of that step can be reached.
 * - `unknown`: no claim.
 * - `violated`: false in an instance that was searched; there is a trace.
 */
export type ProofVerdict = "proved" | "not-inductive" | "unknown" | "violated";

export interface ProofReport {
  readonly protocol: string;
  /** Of the spec, as given. */
  readonly spec: string;
  /** The file with the lemmas; null where there is none. */
  readonly proof: string | null;
  /** The files that the protocol and its lemmas are compiled from. */
  readonly sources: readonly string[];
  /** Sorts whose size does not matter. */
  readonly sorts: readonly string[];
  /** Values of the options of the protocol; what is proved is proved for these. */
  readonly options: Readonly<Record<string, string>>;
  /** The faults that the protocol is subject to, and the budget of each: what the verdicts rest on. */
  readonly faults: readonly Fault[];
  /** `violated` if a property is; else the weakest. */
  readonly verdict: ProofVerdict;
  /** Invariants, lemmas and step properties in the order of the text, then `no failure`. */
  readonly properties: readonly ProvedProperty[];
  /** What only instances can show: reachables, and where the protocol may stop. */
  readonly instancesOnly: readonly { readonly name: string; readonly kind: "reachable" | "terminal" | Liveness["kind"] }[];
  /** The instances that were searched for violations, because something was not proved. */
  readonly searched: readonly SearchedInstance[];
  /** Somebody ended it early: what was not answered by then is unknown. */
  readonly interrupted: boolean;
  readonly warnings: readonly Diagnostic[];
  readonly solver: SolverFigures;
  /** Where it was asked for. */
  readonly explanation?: Explanation;
}

/** What the proof of everything proved rests on. */
export interface Explanation {
  /** All goals that hold. */
  readonly goals: readonly GoalGrounds[];
  /** Lemmas that neither an invariant needs nor anything that an invariant rests on. */
  readonly unneeded: readonly string[];
  /** Lemmas, those included, without which, all of them together, the others still prove everything else. */
  readonly removable: readonly string[];
}

export interface GoalGrounds {
  readonly goal: string;
  readonly kind: "initiation" | "consecution" | "step" | "no-failure";
  /** As in `ProvedProperty`. */
  readonly property: string;
  readonly action?: string;
  /** Parts of invariants, lemmas and assumptions that are enough, together with types and guards. */
  readonly needs: readonly { readonly part: string; readonly property: string; readonly span?: Span }[];
  /** Each of the parts was tried to do without, and the solver could not. If not, there was no time to try. */
  readonly minimal: boolean;
  readonly fragment: Fragment;
}

export interface ProvedProperty {
  /** As in the spec; `no failure` for what no spec declares. */
  readonly name: string;
  readonly kind: "invariant" | "lemma" | "step" | "failure";
  readonly doc: string;
  readonly span?: Span;
  readonly verdict: ProofVerdict;
  /** How many goals there were, of which all hold if it is proved. */
  readonly goals: number;
  /** Why it is not proved; empty if it is. */
  readonly obstacles: readonly Obstacle[];
  /** Where it is violated: the run, with the instance that it is of. */
  readonly violation?: { readonly trace: Trace; readonly instance: Protocol };
}

/** A goal that does not hold, or is not known to. */
export interface Obstacle {
  /** As in `consecution commit consistent`. */
  readonly goal: string;
  /** What must hold: at the start, after a step, of a step, or that nothing fails. */
  readonly kind: "initiation" | "consecution" | "step" | "no-failure" | "rests-on";
  readonly action?: string;
  /** The part of the property at stake, or what fails. */
  readonly span: Span;
  readonly failure?: FailureReason;
  readonly why:
    | { readonly kind: "counterexample"; readonly example?: Counterexample }
    /** No way to say it in logic. */
    | { readonly kind: "unsupported"; readonly reason: string; readonly span: Span }
    | { readonly kind: "gave-up"; readonly reason: UnknownReason; readonly detail: string; readonly attempts: number; readonly milliseconds: number; readonly fragment: Fragment }
    /** It is not shown without them, and they are not proved. */
    | { readonly kind: "not-proved"; readonly names: readonly string[] };
}

/** A step from a state in which everything that was assumed is true. */
export interface Counterexample {
  /** Of which the states are. */
  readonly instance: Protocol;
  /** Null where the goal is about initial states. */
  readonly before: State | null;
  readonly step: ActionInstance | null;
  /** Null where the step fails. */
  readonly after: State | null;
  /** The part of the property that is false then; null for failures. */
  readonly blame: Blame | null;
  /**
   * Whether the interpreter comes to the same end. If not, the logic is coarser than the language there: two majorities of
   * the solver share a value, but need not be more than half; or evaluation stops before it gets to what fails.
   */
  readonly confirmed: "yes" | "abstract-majority" | "may-not-fail";
  /** What of the first state the step needs to come to this end; undefined where there is no such state, or the end is not confirmed. */
  readonly matters?: Relevant;
}

export interface SearchedInstance {
  readonly scope: Readonly<Record<string, number>>;
  readonly distinctStates: number;
  /** Every state was seen. */
  readonly complete: boolean;
}

export interface SolverFigures {
  readonly goals: number;
  /** Of the goals, those that `proof.lock.json` has the answers of. */
  readonly remembered: number;
  /** Of the others, those that were answered, by whom. */
  readonly answered: readonly { readonly solver: string; readonly goals: number }[];
  /** Empty unless second opinions were asked for. */
  readonly opinions: readonly Opinion[];
  /** Wall-clock time of the whole proof. */
  readonly seconds: number;
  /** For one goal. */
  readonly timeoutMs: number;
  readonly seed: number;
}

/** What another solver says; if it said anything else than the first, there would be no report. */
export interface Opinion {
  readonly solver: string;
  readonly asked: number;
  readonly agreed: number;
}

/** What a judgement of proposals is given and finds out: plain data, which faces draw. */
import type { Mentions } from "../frontend/candidates.ts";
import type { ProofPlace } from "../frontend/proof-text.ts";
import type { Expr } from "../ir/expr.ts";
import type { Options, Protocol } from "../ir/protocol.ts";
import type { SessionOptions } from "../pipeline/proof-session.ts";
import type { GoalGrounds, ProvedProperty, SearchedInstance } from "../pipeline/prove-report.ts";
import type { JudgedGhost } from "./ghost.ts";
import type { Candidate, Outcome, Proposal } from "./proposal.ts";
import type { Run } from "./refute.ts";

export interface JudgeOptions extends Omit<SessionOptions, "cores" | "secondOpinion" | "listener"> {
  /** The class to take, where the file has several. */
  readonly protocol?: string;
  /** The file with the lemmas that are there. By default the proof.ts beside the spec. */
  readonly proof?: string;
  /** Values of the protocol's options by name. */
  readonly options?: Options;
  /** Time for everything, in milliseconds. */
  readonly milliseconds?: number;
  /** Of each instance that is searched. */
  readonly maxStates?: number;
  readonly listener?: JudgeListener;
}

export interface JudgeListener {
  progress?(progress: JudgeProgress): void;
}

export interface JudgeProgress {
  readonly phase: "searching" | "proving" | "pruning";
  /** The goal that was begun last. */
  readonly goal?: string;
  readonly states?: number;
  readonly tried: number;
  /** For good. */
  readonly rejected: number;
  readonly accepted: number;
}

export interface Judgement {
  /** `violated`: an instance breaks the protocol, and nothing was judged. */
  readonly verdict: "proved" | "open" | "violated";
  /** As compiled, with the lemmas that were there; options are settled. */
  readonly protocol: Protocol;
  /** In the order of the proposals. */
  readonly judged: readonly Judged[];
  /** By name. */
  readonly accepted: readonly Accepted[];
  /** Those that were added to the protocol, or could not be. */
  readonly ghosts: readonly JudgedGhost[];
  readonly violation?: Violation;
  /** With the lemmas that are accepted; of those that are not proved, the obstacles. */
  readonly properties: readonly ProvedProperty[];
  /** What each goal rests on, where everything is proved. */
  readonly grounds: readonly GoalGrounds[];
  readonly searched: readonly SearchedInstance[];
  /** Where accepted lemmas go. */
  readonly place: ProofPlace;
}

/** Of an invariant, a step property, or `no failure`. */
export interface Violation extends Run { readonly name: string }

export interface Judged {
  readonly proposal: Proposal;
  /** Under which it appears everywhere; not of what is ill-formed. */
  readonly name?: string;
  /** What it says; not of what is ill-formed. */
  readonly body?: Expr;
  readonly outcome: Outcome;
}

export interface Accepted extends Candidate { readonly mentions: Mentions }

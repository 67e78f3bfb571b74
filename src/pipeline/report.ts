/** What a check found out about one instance of a protocol: plain data, which faces draw. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Fault } from "../passes/faults.ts";
import type { LivenessResult } from "../../verifier/contract/liveness.ts";
import type { Insight } from "./insight-report.ts";
import type { SymmetryReport } from "./symmetry.ts";
import type { ReductionReport } from "./reduction.ts";
import type { OneWorker } from "./workers.ts";
import type { SearchEnd, SearchLimits, SearchStats } from "../../verifier/contract/search.ts";

/**
 * - `exhaustive`: settled for every state of the instance.
 * - `bounded`: nothing wrong in a part of the states that the same command always gives again; `because` says which part.
 * - `unknown`: no claim.
 * - `violated`: there is a counterexample; for a `reachable`, every state was seen and it held in none.
 */
export type Verdict = "exhaustive" | "bounded" | "unknown" | "violated";

/** `failure`: evaluation never fails (no bound is left, no undefined value read); `deadlock`: no state without a step, unless terminal. */
export type CheckedKind = "invariant" | "step" | "reachable" | "eventually" | "leadsTo" | "deadlock" | "failure";

/** What kept a verdict from being stronger. */
export type Because =
  /** The search stopped early, for this reason. */
  | Exclude<SearchEnd, "complete">
  /** States beyond a constraint were not kept. */
  | "constraint"
  /** States were told apart by a hash, so some may have been omitted. */
  | "hashed"
  /** Another property failed to evaluate, or an action did: what would have followed was not seen. */
  | "failure";

export interface PropertyReport {
  /** As in the spec; `deadlock` and `no failure` for the two that no spec declares. */
  readonly name: string;
  readonly kind: CheckedKind;
  readonly doc: string;
  /** Absent for a deadlock, and for failures when none was found. */
  readonly span?: Span;
  readonly verdict: Verdict;
  /** Empty for `exhaustive` and `violated`. */
  readonly because: readonly Because[];
  /** With `bounded` or `unknown`: every run of at most this many steps was checked. Absent where no number can be given. */
  readonly depth?: number;
  /** The counterexample; for a `reachable` that was reached, the witness. Replayed on the interpreter. */
  readonly trace?: Trace;
}

export interface CheckReport {
  readonly protocol: string;
  /** Of the spec, as given. */
  readonly spec: string;
  /** The size of every sort and of every bound that has a name. */
  readonly scope: Readonly<Record<string, number>>;
  /** Values of the options of the protocol, as a reader of the spec would write them. */
  readonly options: Readonly<Record<string, string>>;
  /** The faults that the protocol is subject to, and the budget of each: what the verdicts rest on. */
  readonly faults: readonly Fault[];
  /** The weakest of all properties and of the search itself; `violated` if one is. */
  readonly verdict: Verdict;
  readonly because: readonly Because[];
  readonly depth?: number;
  readonly properties: readonly PropertyReport[];
  /** About the spec (from the compiler) and about this instance (vacuous properties, actions never enabled). */
  readonly warnings: readonly Diagnostic[];
  readonly search: SearchReport;
  /** Where it was asked for. */
  readonly insight?: Insight;
  /** The instance that was checked, for those that show values. */
  readonly instance: Protocol;
}

/** What every verdict rests on. */
export interface SearchReport extends Omit<SearchStats, "enabled" | "levels"> {
  readonly engine: "explicit";
  readonly end: SearchEnd;
  readonly limits: SearchLimits;
  /** How states were told apart: by all their bits, or by a hash of 64 bits. */
  readonly visited: "exact" | "hashed";
  /** With `hashed`: an upper estimate of the probability that some state was omitted. */
  readonly omissionProbability?: number;
  /** States at every depth below this one were all expanded and checked; those at this depth were checked, unless it is 0. */
  readonly completeDepth: number;
  /** With the end `disk`: what was wrong with it. */
  readonly trouble?: string;
  /** Where the search can be taken up again with `--resume`, and how many states it begins with then. */
  readonly checkpoint?: { readonly folder: string; readonly states: number };
  /** Set where states that differ only by a permutation count as one, or where that was asked for. */
  readonly symmetry?: SymmetryReport;
  /** Why one worker searched, where more were asked for. */
  readonly oneWorker?: OneWorker;
  /** Names of the constraints of the spec. */
  readonly constraints: readonly string[];
  /** Set where a partial-order reduction was used, or asked for. With one, states and transitions are those looked at, and runs need not be the shortest. */
  readonly reduction?: ReductionReport;
  /** What liveness properties rest on: another exploration, of all states and steps as they are. Only where there are some, and the search allowed it. */
  readonly liveness?: Pick<LivenessResult, "end" | "states" | "transitions" | "seconds">;
}

/** What one instance of a protocol costs, and whether it can go on: what the table of trade-offs is made of. Plain data. */
import type { SearchEnd, SearchLimits } from "../../verifier/contract/search.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";

export interface ExploreOptions {
  /** Without one on memory, three quarters of what the machine has. `maxDepth` is not for here: whatever cuts the states short leaves nothing to say. */
  readonly limits?: Omit<SearchLimits, "maxDepth">;
  /** Ends the exploration early, with `interrupted`. */
  readonly signal?: AbortSignal;
}

/**
 * How the exploration of the states ended. Only `complete` gives numbers and verdicts. `constraint`: the spec bounds its search,
 * so that not all states are there to be seen; `failure`: something failed to evaluate, which `tenet check` shows.
 */
export type ExploreEnd = Exclude<SearchEnd, "violation" | "max-depth"> | "constraint" | "failure";

export interface Explored {
  readonly end: ExploreEnd;
  readonly states: number;
  readonly transitions: number;
  readonly seconds: number;
  /** Whose runs the traces are: for those that show values. */
  readonly instance: Protocol;
}

/** Replayed on the interpreter, from an initial state to where the milestone is first reached. */
export interface MeasuredRun {
  readonly trace: Trace;
  /** Of a cost without bound: the steps, counted from 0, that can be repeated any number of times before the run goes on. */
  readonly repeat?: { readonly first: number; readonly last: number };
}

/** `never`: no run without faults reaches the milestone. `unknown`: not all states were seen, or no run with patient messages gets there. */
export type BestCost = number | "never" | "unknown";
/** `unbounded`: for any number there is a run that costs more. */
export type WorstCost = BestCost | "unbounded";

/** One cost until one milestone, over all runs without faults that reach it. */
export interface Measure {
  /** As in the spec; `message delays` for those, which no spec declares. */
  readonly cost: string;
  /** What the spec says of the cost. */
  readonly doc: string;
  /** `message delays`: on the way to the milestone. `of the steps`: summed along the run. `of the state`: where the milestone is first reached. */
  readonly unit: "message delays" | "of the steps" | "of the state";
  readonly milestone: string;
  readonly best: BestCost;
  readonly worst: WorstCost;
  /** Present where the cost is a number. */
  readonly bestRun?: MeasuredRun;
  /** Present where the cost is a number or `unbounded`. */
  readonly worstRun?: MeasuredRun;
}

export interface MeasureReport extends Explored {
  /** By milestone, then message delays, then costs, in the order of the spec. */
  readonly measures: readonly Measure[];
}

/** Whether a milestone stays possible, whatever faults do within their budgets. */
export interface MilestoneProgress {
  readonly milestone: string;
  readonly doc: string;
  /** `holds`: from every state that is reachable, faults included, own steps alone can lead to the milestone. */
  readonly verdict: "holds" | "violated" | "unknown";
  /** Where violated, a shortest run to a state from which own steps cannot; where it is `blocked`, one from which repairs cannot help either. */
  readonly run?: Trace;
  /** Where violated: whether steps that repair faults make it possible again, wherever it is not. */
  readonly afterRepair?: "recovers" | "blocked";
}

export interface ProgressReport extends Explored {
  /** In the order of the spec. */
  readonly milestones: readonly MilestoneProgress[];
}

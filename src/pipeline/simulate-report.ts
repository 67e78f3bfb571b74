/** What random walks through one instance found out: plain data, which faces draw. Never more than a sample. */
import type { WalkResult, WalkStats } from "../../verifier/contract/walk.ts";
import type { CheckReport, PropertyReport } from "./report.ts";

/**
 * - `sampled`: nothing wrong in what was looked at, which says nothing about the rest; a `reachable` may have been reached or not.
 * - `unknown`: not looked at, as what a run does in the end is not seen in a walk that stops.
 * - `violated`: there is a counterexample.
 */
export type SampleVerdict = "sampled" | "unknown" | "violated";

export const schedulers = ["uniform", "pct", "coverage"] as const;
export type SchedulerName = (typeof schedulers)[number];

export interface SampledProperty extends Pick<PropertyReport, "name" | "kind" | "doc" | "span" | "trace"> {
  readonly verdict: SampleVerdict;
  /** Where it was first violated or, for a `reachable`, reached. */
  readonly found?: Sighted;
}

export interface Sighted {
  /** Number of the walk, from 0. */
  readonly walk: number;
  /** Steps of the walk until then. The trace has no more, and mostly fewer. */
  readonly steps: number;
  /** With a trace: whether no run is shorter. */
  readonly shortest?: boolean;
  /** What finds it again, everything else being the same. */
  readonly replay: { readonly seed: number; readonly runs: number };
}

export interface SimulateReport extends Pick<CheckReport, "protocol" | "spec" | "scope" | "options" | "faults" | "warnings" | "instance"> {
  readonly verdict: Exclude<SampleVerdict, "unknown">;
  readonly properties: readonly SampledProperty[];
  readonly sample: Sample;
}

/** What was looked at. */
export interface Sample extends Omit<WalkStats, "ambiguous"> {
  readonly end: WalkResult["end"];
  readonly scheduler: SchedulerName;
  readonly seed: number;
  /** Walks that were asked for; absent where it was as many as the time allows. */
  readonly runs?: number;
  readonly maxSteps: number;
  readonly timeoutMs?: number;
  /** With `pct`. */
  readonly priorities?: Priorities;
}

/**
 * A walk finds a violation that the order of `depth` steps of different processes brings about with at least `probability`, if walks end by
 * themselves within `maxSteps`, and if no process ever has several steps to choose from. `ambiguous` steps were such a choice.
 */
export interface Priorities {
  readonly depth: number;
  /** See `Processes`. */
  readonly sort: string | null;
  readonly processes: number;
  readonly probability: number;
  readonly ambiguous: number;
}

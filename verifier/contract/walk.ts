/** What is asked of random walks through a model, and what comes back. States are packed: see `model.ts`. */
import type { Finding, SearchRequest } from "./search.ts";

export interface WalkRequest extends Pick<SearchRequest, "deadlock" | "keepGoing"> {
  /** Walks; they are numbered from 0. */
  readonly walks: number;
  /** Steps of a walk at most; the state after the last one is checked, not expanded. */
  readonly steps: number;
  /** Below 2^53. Whatever walk `i` chooses at random comes from `seed + i`. */
  readonly seed: number;
  /** Wall-clock milliseconds. */
  readonly timeoutMs?: number;
  readonly scheduling: Scheduling;
}

export type Scheduling =
  /** Each step that is possible is as likely as any other. */
  | { readonly kind: "uniform" }
  /**
   * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte 2010): of the processes that have a step the one
   * with the highest priority takes it. Priorities are drawn for each walk, and fall at `depth - 1` steps drawn from all.
   * The walks of a model with labels and instances.
   */
  | { readonly kind: "pct"; readonly depth: number; readonly processes: number; processOf(action: number, instance: number): number }
  /**
   * Prefers steps to what was seen least, and begins half of the walks where something was new. What a walk does depends on those before it.
   * `views` are the parts of a state that are looked at by themselves: a mask for each word.
   */
  | { readonly kind: "coverage"; readonly views: readonly Uint32Array[] };

export interface WalkFinding extends Finding {
  /** Number of the walk. */
  readonly walk: number;
}

export interface WalkStats {
  /** Those that were begun. */
  readonly walks: number;
  readonly steps: number;
  /** Walks that ended because no step led on. */
  readonly ended: number;
  /** Steps of the longest walk. */
  readonly longest: number;
  /** An estimate, mostly within 2 %. */
  readonly distinctStates: number;
  /** Initial states to begin with; where there are very many, a sample of them, always the same. */
  readonly initialStates: number;
  /** With `pct`: steps that were one of several of the process whose turn it was, and drawn from them. */
  readonly ambiguous: number;
  readonly seconds: number;
}

export interface WalkResult {
  /** `complete`: all walks were made. */
  readonly end: "complete" | "violation" | "timeout" | "interrupted";
  /** Of every property the first that was found; violations end the walks unless all are wanted. */
  readonly findings: readonly WalkFinding[];
  readonly stats: WalkStats;
}

export interface WalkProgress extends Pick<WalkStats, "walks" | "steps" | "distinctStates"> {
  readonly stepsPerSecond: number;
}

export interface WalkListener {
  progress?(progress: WalkProgress): void;
  /** Asked a few times a second; `true` ends the walks. */
  interrupted?(): boolean;
}

/** What is asked of an explicit-state search, and what comes back. States are packed: see `model.ts`. */

export interface SearchLimits {
  /** Distinct states to keep. */
  readonly maxStates?: number;
  /** Steps from an initial state; states at this depth are checked, not expanded. */
  readonly maxDepth?: number;
  /** Wall-clock milliseconds. */
  readonly timeoutMs?: number;
  /** Bytes for the states and the visited set; they come in steps of some megabytes. */
  readonly memoryBytes?: number;
}

export interface SearchRequest {
  readonly limits: SearchLimits;
  /** Report a state without a step: always, where the spec's terminal predicate is false (never without one), or never. */
  readonly deadlock: "error" | "terminal" | "ignore";
  /** Whether to look for the first violation of every property instead of stopping at the first of any. */
  readonly keepGoing: boolean;
  /** `exact` compares whole states; `hashed` keeps a 64-bit hash of each instead, and may omit states. */
  readonly visited: "exact" | "hashed";
}

/** A run from an initial state, each packed, and what goes wrong at its end. Empty where there is no initial state because making it failed. */
export interface Finding {
  readonly what:
    | { readonly kind: "invariant" | "reachable" | "step"; readonly index: number }
    | { readonly kind: "deadlock" }
    /** `action` is the index of the action that failed, or -1 where a property or an initial state did. */
    | { readonly kind: "failure"; readonly site: number; readonly action: number };
  readonly path: readonly Uint32Array[];
}

export interface SearchStats {
  readonly distinctStates: number;
  /** Enabled action instances from every expanded state. */
  readonly transitions: number;
  /** Steps to the farthest state from an initial one. */
  readonly depth: number;
  readonly seconds: number;
  /** Largest resident set of the whole process, looked at about every 50 ms. */
  readonly peakMemoryBytes: number;
  /** Enabled instances by action index. */
  readonly enabled: readonly number[];
}

/** Why a search ended. Only `complete` says something about every state. */
export type SearchEnd = "complete" | "violation" | "max-states" | "max-depth" | "timeout" | "memory" | "interrupted";

export interface SearchResult {
  readonly end: SearchEnd;
  /**
   * Shortest first, each a shortest of its kind; for `reachable`, the witness. With `keepGoing` one for each property and
   * for each pair of failure site and action; otherwise a single violation, a shortest of all.
   */
  readonly findings: readonly Finding[];
  readonly stats: SearchStats;
  /** States at every depth below this one were all expanded and checked; those at this depth were checked, unless it is 0. */
  readonly completeDepth: number;
  /** Set with `visited: "hashed"`: an upper estimate of the probability that some state was omitted. */
  readonly omissionProbability?: number;
}

/** Told to whoever listens, a few times a second. */
export interface SearchProgress {
  readonly distinctStates: number;
  readonly queued: number;
  readonly depth: number;
  /** Since the last report. */
  readonly statesPerSecond: number;
  /** Resident set of the whole process. */
  readonly memoryBytes: number;
}

export interface SearchListener {
  progress?(progress: SearchProgress): void;
  /** Asked a few times a second; `true` ends the search with `interrupted`. */
  interrupted?(): boolean;
}

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
  /** Several workers, from so many states on; `entry` is what a thread runs. Without, there is one. */
  readonly crew?: { readonly workers: number; readonly entry: URL; readonly atStates: number };
  /** What expands states. By default WebAssembly, where the module has it and can do what is asked. */
  readonly innerLoop?: InnerLoop;
  /** Who looks on. The model has labels then, the search is one thread in JavaScript, and there is neither disk nor checkpoint. */
  readonly observer?: Observer;
  /** Takes over when memory is used up, unless states are hashed. Without it the search ends with `memory`. */
  readonly disk?: DiskRequest;
  /** Not with states that are hashed. */
  readonly checkpoint?: CheckpointRequest;
}

export interface DiskRequest {
  /** Where the states go, to a file that is gone when the process is; with a checkpoint they are in its folder. */
  readonly folder: string;
  /** Takes over at so many states at the latest, and goes on with as many new ones at a time, whatever the memory. */
  readonly atStates?: number;
}

export interface CheckpointRequest {
  readonly folder: string;
  /** Milliseconds between two. */
  readonly everyMs: number;
  /** By name, all that the search depends on but its limits: what is told to be different where it is, in the order in which that is looked for. */
  readonly identity: Readonly<Record<string, string>>;
  /** What was asked for, in words of whoever asks: kept with the checkpoint, for `noteOf`. */
  readonly note?: string;
  /** Whether to go on from the checkpoint that is there. */
  readonly resume: boolean;
}

/** JavaScript does all that can be asked. WebAssembly is faster, in at most 4 GiB, for states in memory that are neither hashed nor observed. */
export type InnerLoop = "webassembly" | "javascript";

/** Looks on while a search goes through the states, for those who want to know more of them than which properties hold. */
export interface Observer {
  /** Steps led on: the actions of the first `n` of these, and which `added` of them led to states that were new. */
  batch(labels: Uint16Array, n: number, fresh: Int32Array, added: number): void;
  /** A state was found: that at `states[offset]`. */
  found(states: Uint32Array, offset: number): void;
  /** A state was expanded, and had so many steps. */
  expanded(steps: number): void;
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
  /** Where they are canonical ones and all were kept: how many states they stand for. Exact up to 2^53. */
  readonly representedStates?: number;
  /** Enabled action instances from every expanded state. */
  readonly transitions: number;
  /** Steps to the farthest state from an initial one. */
  readonly depth: number;
  /** What expanded states. */
  readonly innerLoop: InnerLoop;
  /** How many expanded them: one, where there were too few states for more. */
  readonly workers: number;
  /** By depth, the states that are so many steps from an initial one. */
  readonly levels: readonly number[];
  readonly seconds: number;
  /** Largest resident set of the whole process, looked at about every 50 ms. */
  readonly peakMemoryBytes: number;
  /** Enabled instances by action index. */
  readonly enabled: readonly number[];
  /** Set where the disk took over. */
  readonly disk?: DiskStats;
  /** Set where the search went on from a checkpoint: the states that it had. `seconds` are those of all runs up to there, too. */
  readonly resumedAt?: number;
}

export interface DiskStats {
  /** Found before. */
  readonly atStates: number;
  /** Of the file with all states. */
  readonly bytes: number;
  /** States per second, before and since; absent where there was no time. */
  readonly rateBefore?: number;
  readonly rateSince?: number;
}

/** Why a search ended. Only `complete` says something about every state. */
export type SearchEnd = "complete" | "violation" | "max-states" | "max-depth" | "timeout" | "memory" | "disk" | "interrupted";

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
  /** With `disk`: what was wrong with it. */
  readonly trouble?: string;
  /** The states that a search resumed from the checkpoint begins with; absent where there is nothing to go on with. */
  readonly checkpointStates?: number;
  /** Set with `visited: "hashed"`: an upper estimate of the probability that some state was omitted. */
  readonly omissionProbability?: number;
}

/** A range that the number of states may end in. No promise. */
export interface Expectation {
  readonly least: number;
  readonly most: number;
}

/** Told to whoever listens, a few times a second. */
export interface SearchProgress {
  readonly distinctStates: number;
  /** Of all distinct states, where the depths so far let one judge that. */
  readonly expected?: Expectation;
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

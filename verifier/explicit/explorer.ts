import type { Finding, InnerLoop, Observer, SearchEnd } from "../contract/search.ts";
import type { Cut } from "./cut.ts";
import type { StateReader } from "./store.ts";

/**
 * The inner loop of a search: expands states, keeps those that are new, and looks at them. States are numbered from 0 in
 * the order of their finding. What an explorer does not know (depths, limits, findings, time) is its watcher's.
 *
 * Calls of an explorer may throw what its watcher throws, and OutOfMemory; afterwards it can still be asked for what it has found.
 */
export interface Explorer {
  readonly innerLoop: InnerLoop;
  /** Distinct states found. */
  readonly count: number;
  /** Enabled action instances from the states expanded. */
  readonly transitions: number;
  /** By action. */
  readonly enabled: ArrayLike<number>;
  /** By number, the states that are kept: all of them, unless `pathTo` is there; then those not yet expanded. */
  readonly states: StateReader;

  /** Whether all that was found is counted, and looked at. */
  readonly settled: boolean;

  /**
   * Goes on where another explorer was, instead of finding the initial states: the first `states` of the cut are known, and are
   * taken from there where this one keeps states itself; in small steps.
   */
  resume(cut: Cut, states: StateReader): Iterable<undefined>;
  /** Finds the initial states. */
  initial(): void;
  /**
   * Expands the states from `from` up to, not including, `to`, until it is time for something else.
   * @returns the first that is not expanded
   */
  expand(from: number, to: number): number;
  /** Takes what is left of the successors, and looks at all states found; in small steps. */
  settle(): Iterable<undefined>;
  /** Only looks at all states found. */
  lookAtFound(): void;
  /** What is to be done between two calls of `expand`, in small steps. */
  upkeep(): Iterable<undefined>;

  /** Workers that have taken part. */
  readonly workers?: number;
  /** Nothing is asked for any more. */
  close?(): Promise<void>;

  /** The states that lead to one, and itself; where states are forgotten that are expanded. */
  pathTo?(state: number): Uint32Array[];
}

/** Whom an explorer tells what it sees. */
export interface Watcher {
  /** Whether states still to be found are of no interest any more, only those being expanded. */
  readonly closing: boolean;
  /** Whether it is time for something else. */
  readonly due: boolean;
  /**
   * Something is wrong, or reached: in a state, or in a row after it, which is not kept.
   * @param state `noState` before the row of an initial state
   * @throws StopSearch where the explorer is not looking at states found, and nothing shorter can come
   */
  note(what: Finding["what"], state: number, row: Uint32Array | undefined, looking: boolean): void;
  /**
   * Where a call of the model takes long.
   * @throws StopSearch when the time is over or somebody interrupts
   */
  obey(): void;
  /** @throws StopSearch */
  stop(end: SearchEnd): never;
}

/** What an explorer is asked for. */
export interface ExplorerRequest {
  /** Distinct states to keep. */
  readonly maxStates: number;
  readonly deadlock: "error" | "terminal" | "ignore";
  readonly visited: "exact" | "hashed";
  /** At most so many expand states, from a number of states on at which that is worth their start; `entry` is what a thread runs. */
  readonly crew?: { readonly workers: number; readonly entry: URL; readonly atStates: number };
  /** With a disk: states found at most before they are told from those known. */
  readonly atOnce: number;
  readonly observer?: Observer;
}

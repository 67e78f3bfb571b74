/**
 * An implementation under test, wherever it runs: what drives it knows this and nothing else.
 * Nothing that comes from it is trusted: values are checked against the types of the spec when they are read (`plain.ts`).
 */
import type { Json } from "../interp/json.ts";

/**
 * A value as it goes to and comes from an implementation. As `valueToJson` writes it, and read as leniently as it is unambiguous
 * under its type: a set may come as an array, an object or a list of pairs as a map.
 */
export type Plain = Json;

/** Fields of the state by name. */
export type PlainState = { readonly [field: string]: Plain };

/**
 * A value on its way to an implementation: just what adapters are given, see `tenet/conform`. Members of an unordered sort are strings,
 * sets are `Set`, partial maps `Map`, total ones objects.
 */
export type Given =
  | boolean | number | string | null | undefined
  | readonly Given[] | ReadonlySet<Given> | ReadonlyMap<Given, Given> | { readonly [name: string]: Given };

/** Arguments of an action, or fields of the state, by name. */
export type GivenState = { readonly [name: string]: Given };

export type Outcome =
  /** `seen`: what the action itself has answered about the state after it; `observed`: the whole observation, after all has settled. */
  | { readonly kind: "done" | "refused"; readonly seen: PlainState; readonly observed: PlainState }
  | { readonly kind: "failed"; readonly failure: SystemFailure };

/** What became of an implementation that gave no answer. The system is gone and must be reset. */
export interface SystemFailure {
  /**
   * - `threw`: an exception, or a rejected promise that nobody handled.
   * - `hung`: no answer within the limit.
   * - `memory`: more than it may have.
   * - `exited`: it ended its process.
   * - `crashed`: its process died otherwise.
   * - `denied`: it tried what it may not do: network, files, processes.
   * - `unreadable`: an answer that is too large or no answer at all.
   */
  readonly kind: "threw" | "hung" | "memory" | "exited" | "crashed" | "denied" | "unreadable";
  /** One line, without control characters. */
  readonly message: string;
  /** Where in the sources, if that is known. Lines and columns start at 1. */
  readonly at?: { readonly file: string; readonly line: number; readonly column: number };
}

/** One of several actions that were under way at a time. */
export interface Timed {
  readonly action: string;
  readonly args: PlainState;
  /** Places in one order of all calls and returns. `returned` is null where it never came back. */
  readonly called: number;
  readonly returned: number | null;
  readonly refused: boolean;
  readonly seen: PlainState;
}

export type Together =
  | { readonly kind: "done"; readonly events: readonly Timed[]; readonly observed: PlainState }
  | { readonly kind: "failed"; readonly failure: SystemFailure };

/** How an action is tied to the implementation. */
export interface BoundAction {
  readonly name: string;
  readonly kind: "perform" | "request" | "unbound";
  /** With `unbound`. */
  readonly reason?: string;
}

export interface System {
  /** As the adapter has them. Known once it is open. */
  readonly actions: readonly BoundAction[];
  /** What keeps it in its place here, a few words each: "no network (own namespace)", … */
  readonly isolation: readonly string[];
  /** Ends the system before it, if any, and makes a new one. */
  reset(initial: GivenState): Promise<Outcome>;
  perform(action: string, args: GivenState): Promise<Outcome>;
  /** Several at once, each called without waiting for those before it. `schedule` decides who goes on first where that can be decided. */
  together(actions: readonly { readonly action: string; readonly args: GivenState }[], schedule: number): Promise<Together>;
  close(): Promise<void>;
}

export interface SystemLimits {
  /** Wall-clock milliseconds for one answer. */
  readonly stepMs: number;
  /** Bytes of the whole process. */
  readonly memoryBytes: number;
}

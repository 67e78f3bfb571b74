import type { WasmModel } from "./wasm-model.ts";

/**
 * What code generated from a spec gives an explicit-state engine, and what it gets.
 * Neither side knows how the other works: the code may be JavaScript or WebAssembly, the engine
 * sequential or parallel. A state is `words` unsigned 32-bit words; equal states have equal words.
 */
export interface Model {
  /** 32-bit words per packed state, at least 1. */
  readonly words: number;
  /** Names in declaration order. A number below that stands for one of these is an index into its list. */
  readonly actions: readonly string[];
  readonly invariants: readonly string[];
  readonly steps: readonly string[];
  readonly reachables: readonly string[];
  /** Whether the spec has a `terminal` predicate, so that `check` can tell a deadlock from an end. */
  readonly hasTerminal: boolean;

  /** Puts every initial state that satisfies the constraints into the sink, duplicates included. */
  initial(): void;

  /**
   * Puts every successor of the state at `states[offset .. offset + words]` that differs from it and satisfies the
   * constraints into the sink, duplicates included, and checks the step properties on every step.
   * @returns the number of enabled action instances (steps that lead back to the state itself or beyond a constraint included).
   */
  expand(states: Uint32Array, offset: number): number;

  /**
   * Looks at one state.
   * @param pending one entry per reachable; entries of those that hold here are set to 0.
   * @returns the index of the first invariant that does not hold whose `skip` entry is 0, or -1.
   */
  check(states: Uint32Array, offset: number, skip: Uint8Array, pending: Uint8Array): number;

  /** Whether the state may have no step. Meaningful only with `hasTerminal`. */
  terminal(states: Uint32Array, offset: number): boolean;

  /** Names of the costs, in declaration order; absent where there are none. */
  readonly costs?: readonly string[];

  /**
   * The value of a cost: of a state, or of the step from it to `next[nextOffset]`, which a cost of states does not look at.
   * Where its evaluation fails, the sink is told (`check-failure`), and the value means nothing.
   */
  cost?(index: number, states: Uint32Array, offset: number, next: Uint32Array, nextOffset: number): number;

  /** Of the predicates of liveness properties, by number, how many choices of parameters each has; only in models that were emitted with them. */
  readonly choices?: readonly number[];

  /** Whether one of them holds in a state for a choice. Where its evaluation fails, the sink is told (`check-failure`), and the value means nothing. */
  holds?(predicate: number, choice: number, states: Uint32Array, offset: number): boolean;
  /**
   * Makes a state the canonical one of its orbit, in place. Where there is this, every state that the model puts into the sink is
   * canonical, and stands for all others of its orbit; the row of a violation is not.
   */
  canonical?(states: Uint32Array, offset: number): void;
  /** How many states a canonical one stands for. */
  orbit?(states: Uint32Array, offset: number): number;

  /** Enabled instances per action, summed over all calls of `expand`. */
  readonly enabled: Float64Array;
}

/** Where a model puts states. Owned by the engine; one per model instance. `rows` and `capacity` never change. */
export interface Sink {
  /** `capacity` rows of `words` words each. The model writes row `count`, then increments `count`. */
  readonly rows: Uint32Array;
  readonly capacity: number;
  count: number;
  /** By row, the index of the action that made it. Written in `expand`, by models that were emitted with labels. */
  readonly labels?: Uint16Array;
  /**
   * By row, which instance of that action: the place of its arguments in the order in which the interpreter tries them, modulo 2^32.
   * Written by models that were emitted with instances.
   */
  readonly instances?: Uint32Array;
  /** Called when `count` reaches `capacity`: consumes the rows and sets `count` to 0. Calls nothing of the model, which is at work. */
  flush(): void;
  /**
   * Something is wrong with a step from the state being expanded (or with an initial state). The successor, if there is
   * one, stands at row `count` of `rows`, not yet counted. The model goes on afterwards unless this throws `StopSearch`.
   */
  violation(kind: StepViolation, index: number, action: number): void;
}

/**
 * - `step`: step property `index` does not hold between the state and the row.
 * - `failure`: evaluation failed at failure site `index`; there is no successor.
 * - `beyond`: the row is beyond a constraint, and invariant `index` does not hold in it.
 * - `check-failure`: evaluation of a property failed at failure site `index`: in `check` and `terminal`, in the state
 *   looked at (no row); in `initial` and `expand`, about the row (a constraint or step property, or an invariant beyond).
 */
export type StepViolation = "step" | "failure" | "beyond" | "check-failure";

/** Thrown by a sink to end the search from inside a model; the engine catches it. */
export class StopSearch extends Error {
  override readonly name = "StopSearch";
}

/** What the generated module exports. */
export interface ModelModule {
  /** As `Model.words`: needed before there is a model, to make its sink. */
  readonly words: number;
  createModel(sink: Sink): Model;
  /** The same model as WebAssembly, made when asked for; absent where there is none. */
  readonly wasm?: () => WasmModel;
}

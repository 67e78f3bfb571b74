/**
 * A model (see `model.ts`) as a WebAssembly module, for engines whose inner loop is WebAssembly, too.
 *
 * Imports, all from `env`: `memory` (shared, owned by the engine), `base` (an immutable i32: where the bytes of this instance begin,
 * zero at first), `flush: () => void` and `violation: (kind: i32, index: i32, action: i32) => void`, as those of `Sink`.
 * Exports: `initial: () => void`, `expand: (state: i32) => i32`, `check: (state: i32, skip: i32, pending: i32) => i32` and
 * `terminal: (state: i32) => i32`, as those of `Model`, with byte addresses in place of arrays and offsets.
 */
export interface WasmModel {
  /** The binary of the module. It says nothing of any memory's size but at least one page. */
  readonly code: Uint8Array<ArrayBuffer>;
  /** Of each word of a state the bits that are in use, from the lowest on; the rest is always 0. */
  readonly usedBits: readonly number[];
  /** Bytes that an instance needs from `base`, which is a multiple of 16. */
  readonly bytes: number;
  /** Of the enabled instances per action, from `base`: one i64 for each action. */
  readonly enabledAt: number;
}

/** The sink, from `base`: an i32 each. The engine writes all of them before it calls anything; the model counts. */
export const sinkAt = { rows: 0, count: 4, capacity: 8, labels: 12 } as const;

/** Numbers of `StepViolation` in calls of `violation`. */
export const violationKinds = ["step", "failure", "beyond", "check-failure"] as const;

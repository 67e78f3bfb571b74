import { rowsOfBatch } from "../sink.ts";
import { chunkShift } from "../store.ts";
import type { Arena } from "./arena.ts";

/** Of what came lately: as much as stays in a core's cache. */
const mostRecentBytes = 2 ** 17;
/** States of no more words are so narrow that a table can hold them themselves. */
export const narrowWords = 2;
/** Chunks of the store: as many as fit into 4 GiB, and then some. */
export const mostChunks = 2 ** 12;

/** Where everything is that the engine keeps beside table and chunks, as byte addresses, and what does not change. */
export interface Plan {
  /** Of a state. */
  readonly words: number;
  readonly rowBytes: number;
  readonly shift: number;
  readonly mask: number;
  readonly capacity: number;
  readonly rows: number;
  /** An i64 for each row of a batch, and of one put back into the table meanwhile. */
  readonly hashes: number;
  readonly refilled: number;
  /** For each row of a batch that is to be looked for in the table, its address. */
  readonly sought: number;
  /** Hashes that came lately, each with its row where that does not follow. */
  readonly recent: number;
  readonly recentBits: number;
  readonly recentBytes: number;
  /** By chunk its address. */
  readonly chunks: number;
  /** A byte for each invariant and reachable; of reachables also what they were when looked at last. */
  readonly skip: number;
  readonly pending: number;
  readonly known: number;
  readonly cells: { readonly [name in Cell]: number };
}

/**
 * Numbers that kernel and engine share, an i32 each.
 * `count`: states found; `room`: up to how many may be found before the engine is asked for more; `limit`: up to how many may be kept.
 * `table`, `bits`: of the table its address and the logarithm of its slots. `checked`: the states below have been looked at.
 * `current`: the state at hand; `looking`: whether the model looks at it, not at a step from it; `closing`: as of the watcher.
 * `transitions`: an i64. `touched`: for nobody, so that touching is not optimised away.
 */
const cellNames = ["count", "room", "limit", "table", "bits", "checked", "current", "looking", "closing", "touched", "transitions"] as const;
export type Cell = (typeof cellNames)[number];
const cellBytes = 8;

export const chunkBytes = (words: number): number => 2 ** chunkShift(words) * 4 * words;

export function planOf(arena: Arena, words: number, invariants: number, reachables: number): Plan {
  const cells = arena.take(cellNames.length * cellBytes);
  const capacity = rowsOfBatch(words);
  const shift = chunkShift(words);
  const rowBytes = 4 * words;
  const recentBytes = words <= narrowWords ? 8 : 8 * Math.ceil((8 + rowBytes) / 8);
  const recentBits = Math.max(1, Math.floor(Math.log2(mostRecentBytes / recentBytes)));
  return {
    words, rowBytes, shift, mask: 2 ** shift - 1, capacity,
    // The row under construction may stand behind the last one.
    rows: arena.take((capacity + 1) * rowBytes),
    hashes: arena.take(capacity * 8),
    refilled: arena.take(capacity * 8),
    sought: arena.take(capacity * 4),
    recent: arena.take(2 ** recentBits * recentBytes), recentBits, recentBytes,
    chunks: arena.take(4 * mostChunks),
    skip: arena.take(invariants + 8),
    pending: arena.take(reachables + 8),
    known: arena.take(reachables + 8),
    cells: Object.fromEntries(cellNames.map((name, i) => [name, cells + i * cellBytes])) as Plan["cells"],
  };
}

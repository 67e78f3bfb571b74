/** Where workers keep what they have in common, and what each has for itself: byte addresses in one memory. */
import type { Arena } from "../wasm/arena.ts";
import type { Plan } from "../wasm/plan.ts";

/** States that a worker takes at a time. */
export const chunkStates = 256;
/** Chunks of one block at most. */
export const mostChunksOfBlock = 4096;
/** Rows of one block that each worker can keep, and their bytes; and what all can, of the slots of the table: they have numbers behind all states for a while. */
const mostRows = 2 ** 16;
const mostRowBytes = 2 ** 23;
const rowsPerSlot = 1 / 8;
/** A line of the cache, so that workers do not take from each other what they do not share. */
const line = 64;

/**
 * An i32 each. `go`: grows with every phase; `done`: workers that are through with it; `phase`: its number; `next`: the next chunk to be taken;
 * `event`: why the block cannot be done by all (0: no reason); `from`, `to`, `chunks`: the states of the block, and their chunks;
 * `first`: the number that the first row has in the table until the block is through.
 */
const cellNames = ["go", "done", "phase", "next", "event", "from", "to", "chunks", "first"] as const;
export type BlockCell = (typeof cellNames)[number];

/** Why a block is done again by one worker: something must be told, or there was no room for the rows or in the table. */
export const events = { told: 1, rows: 2, table: 3 } as const;

/** Of a chunk: the first of its rows, how many they are, and the number of the first state among them that is new; behind it by worker how many of its own are new. */
export const chunkAt = { first: 0, rows: 4, number: 8, fresh: 12 } as const;

/** Of a worker, by itself: rows kept, rows that the model has made, and steps. */
export const workerAt = { kept: 0, made: 4, steps: 8 } as const;

export interface BlockLayout {
  readonly workers: number;
  readonly rowsPerWorker: number;
  readonly cells: { readonly [name in BlockCell]: number };
  readonly chunks: number;
  readonly chunkBytes: number;
  /** All workers' rows, one behind the other; of each its hash, and the slot that it was put into or 0. */
  readonly rows: number;
  readonly hashes: number;
  readonly slots: number;
  /** By worker. */
  readonly own: readonly WorkerLayout[];
}

export interface WorkerLayout {
  readonly counts: number;
  /** The batch that the model writes to. */
  readonly batch: number;
  readonly recent: number;
  /** Rows to be looked for in the table. */
  readonly sought: number;
  /** The model's own memory. */
  readonly base: number;
}

export interface BlockNeed {
  readonly workers: number;
  /** Of a model's own memory. */
  readonly modelBytes: number;
  /** Logarithm of the slots of the table. */
  readonly tableBits: number;
}

/** Bytes that a layout takes. */
export function blockBytes(plan: Plan, need: BlockNeed): number {
  let end = 0;
  blockLayout({ take: (bytes) => { end += Math.ceil(bytes / line) * line; return 0; } }, plan, need);
  return end;
}

export function blockLayout(arena: Pick<Arena, "take">, plan: Plan, { workers, modelBytes, tableBits }: BlockNeed): BlockLayout {
  const rowsPerWorker = Math.max(2 * plan.capacity, Math.min(mostRows, Math.floor(mostRowBytes / plan.rowBytes), Math.floor(2 ** tableBits * rowsPerSlot / workers)));
  const cells = arena.take(cellNames.length * line);
  const chunkBytes = Math.ceil((chunkAt.fresh + 4 * workers) / 16) * 16;
  const rows = workers * rowsPerWorker;
  return {
    workers, rowsPerWorker, chunkBytes,
    cells: Object.fromEntries(cellNames.map((name, i) => [name, cells + i * line])) as BlockLayout["cells"],
    chunks: arena.take(mostChunksOfBlock * chunkBytes),
    rows: arena.take(rows * plan.rowBytes),
    hashes: arena.take(8 * rows),
    slots: arena.take(4 * rows),
    own: Array.from({ length: workers }, () => ({
      counts: arena.take(line),
      batch: arena.take((plan.capacity + 1) * plan.rowBytes),
      recent: arena.take(2 ** plan.recentBits * plan.recentBytes),
      sought: arena.take(4 * plan.capacity),
      base: arena.take(modelBytes),
    })),
  };
}

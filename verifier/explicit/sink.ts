import type { Sink, StepViolation } from "../contract/model.ts";

/**
 * Words of one batch at most, so that it stays in the cache. Rows: enough that the cache misses of a batch overlap, few enough
 * that what they fetch is still there when it is looked at.
 */
const batchWords = 2 ** 16;
const batchRows = 1024;

export const rowsOfBatch = (words: number): number => Math.max(1, Math.min(batchRows, Math.floor(batchWords / words)));

/** Who takes what a model produces. */
export interface Receiver {
  rows(rows: Uint32Array, n: number): void;
  violation(kind: StepViolation, index: number, action: number): void;
}

export class BatchSink implements Sink {
  readonly capacity: number;
  readonly rows: Uint32Array;
  readonly labels?: Uint16Array;
  readonly instances?: Uint32Array;
  count = 0;

  /** @param labelled whether the model tells the action and instance of each row */
  constructor(words: number, public receiver: Receiver, labelled = false) {
    this.capacity = rowsOfBatch(words);
    this.rows = new Uint32Array(this.capacity * words);
    if (labelled) {
      this.labels = new Uint16Array(this.capacity);
      this.instances = new Uint32Array(this.capacity);
    }
  }

  flush(): void {
    const n = this.count;
    this.count = 0;
    if (n > 0) this.receiver.rows(this.rows, n);
  }

  violation(kind: StepViolation, index: number, action: number): void {
    this.receiver.violation(kind, index, action);
  }
}

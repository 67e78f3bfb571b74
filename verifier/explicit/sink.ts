import type { Sink, StepViolation } from "../contract/model.ts";

/** Words of one batch at most, so that it stays in the cache, and rows, beyond which a batch gains nothing. */
const batchWords = 2 ** 16;
const batchRows = 1024;

/** Who takes what a model produces. */
export interface Receiver {
  rows(rows: Uint32Array, n: number): void;
  violation(kind: StepViolation, index: number, action: number): void;
}

export class BatchSink implements Sink {
  readonly capacity: number;
  readonly rows: Uint32Array;
  count = 0;

  constructor(words: number, public receiver: Receiver) {
    this.capacity = Math.max(1, Math.min(batchRows, Math.floor(batchWords / words)));
    this.rows = new Uint32Array(this.capacity * words);
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

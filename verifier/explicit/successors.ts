import type { Sink, StepViolation } from "../contract/model.ts";

/** Rows that a model gives before they are put elsewhere. */
const batchRows = 1024, batchWords = 2 ** 16;

/** States with the action and the instance that made each; without labels those mean nothing. */
export interface Rows {
  readonly rows: Uint32Array;
  readonly labels: Uint16Array;
  readonly instances: Uint32Array;
}

/** A sink that keeps all rows of one call of the model, however many. */
export class Successors implements Sink, Rows {
  readonly capacity: number;
  readonly rows: Uint32Array;
  readonly labels: Uint16Array;
  readonly instances: Uint32Array;
  count = 0;
  /** Where there were more rows than fit, the first of them, and how many. */
  private large: Rows | undefined;
  private spilled = 0;

  constructor(private readonly words: number, readonly violation: (kind: StepViolation, index: number, action: number) => void) {
    this.capacity = Math.max(1, Math.min(batchRows, Math.floor(batchWords / words)));
    this.rows = new Uint32Array(this.capacity * words);
    this.labels = new Uint16Array(this.capacity);
    this.instances = new Uint32Array(this.capacity);
  }

  /** Before a call of the model. */
  clear(): void {
    this.count = 0;
    this.spilled = 0;
  }

  /** After it: how many rows there are, and where. */
  get total(): number {
    return this.spilled + this.count;
  }

  gather(): Rows {
    if (this.spilled === 0 || !this.large) return this;
    this.flush();
    return this.large;
  }

  flush(): void {
    const { words, count, spilled } = this;
    const room = this.large?.labels.length ?? 0;
    if (room < spilled + count) this.large = larger(this.large, words, Math.max(2 * room, spilled + 4 * this.capacity));
    const to = this.large!;
    to.rows.set(this.rows.subarray(0, count * words), spilled * words);
    to.labels.set(this.labels.subarray(0, count), spilled);
    to.instances.set(this.instances.subarray(0, count), spilled);
    this.spilled += count;
    this.count = 0;
  }
}

function larger(old: Rows | undefined, words: number, room: number): Rows {
  const made = { rows: new Uint32Array(room * words), labels: new Uint16Array(room), instances: new Uint32Array(room) };
  if (old) {
    made.rows.set(old.rows);
    made.labels.set(old.labels);
    made.instances.set(old.instances);
  }
  return made;
}

import { createKernel, type Kernel } from "./kernel.ts";
import { type MemoryBudget, OutOfMemory } from "./memory.ts";
import type { StateStore } from "./store.ts";

const firstBits = 14;
/** A slot has 31 bits for a number and one to tell states apart. */
const lastBits = 31;
/** Where probing is fast, and where it becomes slow. Between the two the table grows when there is time for it. */
const roomyLoad = 0.5;
const fullLoad = 0.8;
/** Up to this size the table grows fourfold, beyond it twofold: memory is cheap at first, and filling it again is not. */
const leapBits = 20;
/** States put back between two breaths while the table grows: a few milliseconds. */
const refillSlice = 2 ** 15;

/** What became of some rows: how many were new, and whether there were more, which the limit kept out. */
export interface Added {
  readonly added: number;
  readonly cut: boolean;
}

/** The exact set of the states found so far, over a store that keeps them in the order of their finding. */
export class VisitedSet {
  count = 0;
  /** Row numbers of the states that the last `insert` added. */
  readonly fresh: Int32Array;
  private readonly kernel: Kernel;
  private bits = firstBits;
  private table: Int32Array;

  /**
   * @param batch the largest number of rows of one `insert`
   * @param numbers where given, `insert` writes there the number of the state of each row
   */
  constructor(readonly store: StateStore, batch: number, private readonly memory: MemoryBudget, numbers?: Uint32Array) {
    this.fresh = new Int32Array(batch);
    this.kernel = createKernel(store, this.fresh, numbers);
    this.table = memory.signedWords(2 ** this.bits);
  }

  /**
   * Adds the rows that are new, in order.
   * @param limit states to hold at most
   * @throws OutOfMemory
   */
  insert(rows: Uint32Array, n: number, limit: number): Added {
    while (this.count + n > fullLoad * this.table.length) for (const _ of this.grow());
    this.store.reserve(this.count + n);
    const result = this.kernel.insert(this.table, this.bits, rows, n, this.count, limit);
    const added = result < 0 ? ~result : result;
    this.count += added;
    return { added, cut: result < 0 };
  }

  /** Sets bit `i` of `marks` for every state `i` that is one of the first `n` rows. */
  mark(rows: Uint32Array, n: number, marks: Uint8Array): void {
    this.kernel.mark(this.table, this.bits, rows, n, marks);
  }

  /** Forgets all states, and keeps the room for others. */
  clear(): void {
    this.count = 0;
    this.table.fill(0);
  }

  /** Whether as many rows could be added now. */
  fits(n: number): boolean {
    const grows = this.count + n > fullLoad * this.table.length;
    if (grows && this.bits === lastBits) return false;
    return this.memory.allows((grows ? this.growth : 0) + this.store.missing(this.count + n));
  }

  /** Whether it is time to grow, and there is memory for it. */
  get crowded(): boolean {
    return this.count > roomyLoad * this.table.length && this.bits !== lastBits && this.memory.allows(this.growth);
  }

  /** Bytes that the next larger table takes more than this one. */
  private get growth(): number {
    return this.table.BYTES_PER_ELEMENT * (2 ** this.nextBits - this.table.length);
  }

  private get nextBits(): number {
    return this.bits + (this.bits <= leapBits ? 2 : 1);
  }

  /**
   * Makes the table larger. The new one is filled from the store, so the old one need not live on beside it.
   * Yields now and then; the set must not be used before the end.
   * @throws OutOfMemory
   */
  *grow(): Generator<undefined, void> {
    if (this.bits === lastBits) throw new OutOfMemory("state numbers are used up");
    this.memory.release(this.table);
    this.table = none;
    this.table = this.memory.signedWords(2 ** this.nextBits);
    this.bits = this.nextBits;
    for (let from = 0; from < this.count; from += refillSlice) {
      this.kernel.refill(this.table, this.bits, from, Math.min(this.count, from + refillSlice));
      yield;
    }
  }
}

const none = new Int32Array(0);

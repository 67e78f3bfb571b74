import { type MemoryBudget, OutOfMemory } from "../memory.ts";
import type { StateSpace } from "../space.ts";
import { StateStore } from "../store.ts";
import { VisitedSet } from "../visited.ts";
import type { StateFile } from "./state-file.ts";

/** Batches for which there has to be room while states are expanded. */
const spareBatches = 4;
/** States appended to the file between two breaths: a few milliseconds. */
const appendSlice = 2 ** 17;
const mostStates = 2 ** 31 - 1;

/**
 * The states of a search that has more of them than memory has room for: delayed duplicate detection. What is found goes to a
 * table in memory, which knows nothing of what was found before. When it is full, or a depth ends, all states of the file pass by
 * it once, those that they meet in the table were known, and the others are appended, in the order of their finding. So every
 * state has the number that it would have in memory, and nothing is read but from one end to the other.
 */
export class DiskSpace implements StateSpace {
  private readonly found: VisitedSet;

  /**
   * @param batch the largest number of rows of one `add`
   * @param most states in memory, about, even where there is room for more
   */
  constructor(readonly states: StateFile, private readonly batch: number, memory: MemoryBudget, private readonly most: number) {
    this.found = new VisitedSet(new StateStore(states.words, memory), batch, memory);
  }

  get count(): number {
    return this.states.count;
  }

  /**
   * Takes rows, new or not. What is new is known when they are settled, which may happen at once, as there has to be room.
   * @throws OutOfMemory where there is no room for the rows alone; DiskError
   */
  add(rows: Uint32Array, n: number, limit: number): boolean {
    if (!this.found.fits(n)) {
      if (this.settled) throw new OutOfMemory("no room for a batch");
      if (finish(this.settle(limit))) return true;
    }
    this.found.insert(rows, n, mostStates);
    return false;
  }

  get settled(): boolean {
    return this.found.count === 0;
  }

  get crowded(): boolean {
    return this.found.crowded || this.full;
  }

  private get full(): boolean {
    return !this.settled && (this.found.count >= this.most || !this.found.fits(spareBatches * this.batch));
  }

  /** @throws DiskError */
  *upkeep(limit: number): Generator<undefined, boolean> {
    if (this.found.crowded) yield* this.found.grow();
    return this.full ? yield* this.settle(limit) : false;
  }

  /**
   * Appends to the file what is new. May be given up on the way, and begun again.
   * @throws DiskError
   */
  *settle(limit: number): Generator<undefined, boolean> {
    const { found, states } = this;
    if (this.settled) return false;
    const marks = new Uint8Array(Math.ceil(found.count / 8));
    yield* states.scan((rows, n) => found.mark(rows, n, marks));
    const { chunks, shift, mask } = found.store;
    for (let i = 0; i < found.count; i++) {
      if (i % appendSlice === appendSlice - 1) yield;
      if ((marks[i >>> 3] & (1 << (i & 7))) !== 0) continue;
      if (states.count === limit) return true;
      states.push(chunks[i >>> shift], i & mask);
    }
    found.clear();
    return false;
  }
}

function finish<R>(steps: Generator<undefined, R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

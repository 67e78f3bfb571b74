import type { MemoryBudget } from "./memory.ts";

/** Words per chunk, unless one state is wider: large enough to be few, small enough that the last one wastes little. */
const chunkWords = 2 ** 20;

/** States by number, each `words` words, in chunks of `mask + 1` states. */
export interface StateReader {
  readonly words: number;
  readonly shift: number;
  readonly mask: number;
  /** The chunk of state `index`, which stands there at `(index & mask) * words`. It is not changed, but other chunks may take its place. */
  chunkOf(index: number): Uint32Array;
  /** A copy of state `index`. */
  read(index: number): Uint32Array;
}

/** Keeps states in chunks: growing copies nothing. */
export class StateStore implements StateReader {
  readonly chunks: Uint32Array[] = [];
  readonly shift: number;
  readonly mask: number;
  private readonly spare: Uint32Array[] = [];
  private released = 0;

  constructor(readonly words: number, private readonly memory: MemoryBudget) {
    this.shift = chunkShift(words);
    this.mask = 2 ** this.shift - 1;
  }

  /**
   * Makes room for the states below `count`.
   * @throws OutOfMemory
   */
  reserve(count: number): void {
    while (this.chunks.length * (this.mask + 1) < count) {
      this.chunks.push(this.spare.pop() ?? this.memory.words((this.mask + 1) * this.words));
    }
  }

  /** Bytes that `reserve` would take for this. */
  missing(count: number): number {
    const chunks = Math.ceil(count / (this.mask + 1)) - this.chunks.length - this.spare.length;
    return Math.max(0, chunks) * (this.mask + 1) * this.words * Uint32Array.BYTES_PER_ELEMENT;
  }

  /** Copies row `row` of `rows` to state `index`, for which there is room. */
  write(index: number, rows: Uint32Array, row: number): void {
    const chunk = this.chunks[index >>> this.shift];
    const to = (index & this.mask) * this.words;
    const from = row * this.words;
    for (let word = 0; word < this.words; word++) chunk[to + word] = rows[from + word];
  }

  chunkOf(index: number): Uint32Array {
    return this.chunks[index >>> this.shift];
  }

  read(index: number): Uint32Array {
    return readState(this, index);
  }

  /** The states below `index` are not read any more; their chunks serve again. */
  release(index: number): void {
    const end = index >>> this.shift;
    for (; this.released < end; this.released++) {
      this.spare.push(this.chunks[this.released]);
      this.chunks[this.released] = gone;
    }
  }
}

const gone = new Uint32Array(0);

/** By how much a state's number is shifted to give its chunk. */
export const chunkShift = (words: number): number => Math.max(0, Math.floor(Math.log2(chunkWords / words)));

export function readState(states: Omit<StateReader, "read">, index: number): Uint32Array {
  const from = (index & states.mask) * states.words;
  return states.chunkOf(index).slice(from, from + states.words);
}

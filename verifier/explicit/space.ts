import { compactFunction } from "./hash.ts";
import type { MemoryBudget } from "./memory.ts";
import { StateStore } from "./store.ts";
import { type Added, VisitedSet } from "./visited.ts";

/** Successors of a state, or without one the initial states: `visit` gets them in batches, in the order of the search. */
export type Successors = (state: Uint32Array | undefined, visit: (rows: Uint32Array, n: number) => void) => void;

/** The states of one search, numbered from 0 in the order of their finding. */
export interface StateSpace {
  readonly visited: VisitedSet;
  /** Holds at least the states not yet expanded, by number. */
  readonly states: StateStore;
  /**
   * Adds the rows that are new, in order.
   * @throws OutOfMemory
   */
  add(rows: Uint32Array, n: number, limit: number): Added;
  /** The states below `index` are expanded. */
  expanded(index: number): void;
  /** The states of a path, given by number: each was found from the one before it, the first from none. */
  path(numbers: readonly number[], successors: Successors): Uint32Array[];
}

/** Keeps every state. */
export class ExactSpace implements StateSpace {
  readonly states: StateStore;
  readonly visited: VisitedSet;

  constructor(words: number, batch: number, memory: MemoryBudget) {
    this.states = new StateStore(words, memory);
    this.visited = new VisitedSet(this.states, batch, memory);
  }

  add(rows: Uint32Array, n: number, limit: number): Added {
    return this.visited.insert(rows, n, limit);
  }

  expanded(): void {}

  path(numbers: readonly number[]): Uint32Array[] {
    return numbers.map((number) => this.states.read(number));
  }
}

type Compact = (rows: Uint32Array, count: number, keys: Uint32Array) => void;
const keyWords = 2;

/** Keeps 64 bits of every state, and the states themselves only until they are expanded. */
export class HashedSpace implements StateSpace {
  readonly states: StateStore;
  readonly visited: VisitedSet;
  private readonly keys: Uint32Array;
  private readonly compact: Compact;

  constructor(words: number, batch: number, memory: MemoryBudget) {
    this.states = new StateStore(words, memory);
    this.visited = new VisitedSet(new StateStore(keyWords, memory), batch, memory);
    this.keys = new Uint32Array(keyWords * batch);
    this.compact = new Function(`"use strict";${compactFunction(words)} return compact;`)() as Compact;
  }

  add(rows: Uint32Array, n: number, limit: number): Added {
    const { visited, states } = this;
    this.compact(rows, n, this.keys);
    const first = visited.count;
    states.reserve(first + n);
    const result = visited.insert(this.keys, n, limit);
    for (let k = 0; k < result.added; k++) states.write(first + k, rows, visited.fresh[k]);
    return result;
  }

  expanded(index: number): void {
    this.states.release(index);
  }

  /** Runs forward again. The first successor with the key looked for is the state that was kept: the search took the first, too. */
  path(numbers: readonly number[], successors: Successors): Uint32Array[] {
    const path: Uint32Array[] = [];
    for (const number of numbers) {
      const [high, low] = this.visited.store.read(number);
      let found: Uint32Array | undefined;
      successors(path.at(-1), (rows, n) => {
        if (found) return;
        this.compact(rows, n, this.keys);
        for (let r = 0; r < n && !found; r++) {
          if (this.keys[2 * r] === high && this.keys[2 * r + 1] === low) found = rows.slice(r * this.states.words, (r + 1) * this.states.words);
        }
      });
      if (!found) throw new Error("the model does not repeat its steps");
      path.push(found);
    }
    return path;
  }
}

/**
 * The probability that among `states` different states two share their 64 bits: a pair does with 2^-64.
 * An upper estimate, as it adds up the pairs.
 */
export function collisionProbability(states: number): number {
  return Math.min(1, (states * (states - 1)) / 2 / 2 ** 64);
}

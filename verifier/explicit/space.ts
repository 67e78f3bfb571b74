import { noState } from "./findings.ts";
import { compactFunction } from "./hash.ts";
import type { MemoryBudget } from "./memory.ts";
import { StateStore } from "./store.ts";
import { type Added, VisitedSet } from "./visited.ts";

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
}

/** Successors of a state, or without one the initial states: `visit` gets them in batches, in the order of the search. */
export type Successors = (state: Uint32Array | undefined, visit: (rows: Uint32Array, n: number) => void) => void;

type Compact = (rows: Uint32Array, count: number, keys: Uint32Array) => void;
const keyWords = 2;

/** Keeps 64 bits of every state and where it was found from, and the states themselves only until they are expanded. */
export class HashedSpace implements StateSpace {
  readonly states: StateStore;
  readonly visited: VisitedSet;
  private readonly keys: Uint32Array;
  private readonly compact: Compact;
  /** By state number: the state it was found from. */
  private readonly parents: StateStore;
  /** By row of the batch: the state it was produced from. Known for the rows below `attributed`. */
  private readonly origins: Uint32Array;
  private attributed = 0;

  constructor(words: number, batch: number, memory: MemoryBudget) {
    this.states = new StateStore(words, memory);
    this.visited = new VisitedSet(new StateStore(keyWords, memory), batch, memory);
    this.parents = new StateStore(1, memory);
    this.origins = new Uint32Array(batch).fill(noState);
    this.keys = new Uint32Array(keyWords * batch);
    this.compact = new Function(`"use strict";${compactFunction(words)} return compact;`)() as Compact;
  }

  /** The rows of the batch below `end` that are not yet attributed were produced from this state. */
  attribute(end: number, state: number): void {
    for (; this.attributed < end; this.attributed++) this.origins[this.attributed] = state;
  }

  add(rows: Uint32Array, n: number, limit: number): Added {
    const { visited, states, parents } = this;
    this.attributed = 0;
    this.compact(rows, n, this.keys);
    const first = visited.count;
    states.reserve(first + n);
    parents.reserve(first + n);
    const result = visited.insert(this.keys, n, limit);
    for (let k = 0; k < result.added; k++) {
      states.write(first + k, rows, visited.fresh[k]);
      parents.write(first + k, this.origins, visited.fresh[k]);
    }
    return result;
  }

  /** The states below `index` are expanded. */
  expanded(index: number): void {
    this.states.release(index);
  }

  /** Runs forward again. The first successor with the key looked for is the state that was kept: the search took the first, too. */
  pathTo(state: number, successors: Successors): Uint32Array[] {
    const numbers: number[] = [];
    for (let number = state; number !== noState; [number] = this.parents.read(number)) numbers.push(number);
    const path: Uint32Array[] = [];
    for (const number of numbers.toReversed()) {
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

import { noState } from "./findings.ts";
import { compactFunction } from "./hash.ts";
import type { MemoryBudget } from "./memory.ts";
import { type StateReader, StateStore } from "./store.ts";
import { VisitedSet } from "./visited.ts";

/** The states of one search, numbered from 0 in the order of their finding. */
export interface StateSpace {
  /** Those that are known to be new, and numbered. */
  readonly count: number;
  /** Holds at least the states not yet expanded, by number. */
  readonly states: StateReader;
  /** Whether nothing was added of which it is not known whether it is new. */
  readonly settled: boolean;
  /** The row numbers of the states that the last `add` found new, where that is known at once. */
  readonly fresh?: Int32Array;
  /** Whether it is time for `upkeep`. */
  readonly crowded: boolean;
  /**
   * Adds the rows that are new, in order.
   * @returns whether `limit` kept some out
   * @throws OutOfMemory
   */
  add(rows: Uint32Array, n: number, limit: number): boolean;
  /** Makes room, in small steps. @returns whether `limit` kept states out */
  upkeep(limit: number): Generator<undefined, boolean>;
  /** Finds out what is new of all that was added, in small steps, where it is not known at once. @returns whether `limit` kept states out */
  settle?(limit: number): Generator<undefined, boolean>;
}

/** What a table in memory tells apart is known at once. */
abstract class MemorySpace implements StateSpace {
  readonly settled = true;
  abstract readonly visited: VisitedSet;
  abstract readonly states: StateStore;

  get count(): number {
    return this.visited.count;
  }

  get crowded(): boolean {
    return this.visited.crowded;
  }

  get fresh(): Int32Array {
    return this.visited.fresh;
  }

  abstract add(rows: Uint32Array, n: number, limit: number): boolean;

  *upkeep(): Generator<undefined, boolean> {
    if (this.visited.crowded) yield* this.visited.grow();
    return false;
  }
}

/** Keeps every state. */
export class ExactSpace extends MemorySpace {
  readonly states: StateStore;
  readonly visited: VisitedSet;

  constructor(words: number, batch: number, memory: MemoryBudget) {
    super();
    this.states = new StateStore(words, memory);
    this.visited = new VisitedSet(this.states, batch, memory);
  }

  add(rows: Uint32Array, n: number, limit: number): boolean {
    return this.visited.insert(rows, n, limit).cut;
  }
}

/** Successors of a state, or without one the initial states: `visit` gets them in batches, in the order of the search. */
export type Successors = (state: Uint32Array | undefined, visit: (rows: Uint32Array, n: number) => void) => void;

type Compact = (rows: Uint32Array, count: number, keys: Uint32Array) => void;
const keyWords = 2;

/** Keeps 64 bits of every state and where it was found from, and the states themselves only until they are expanded. */
export class HashedSpace extends MemorySpace {
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
    super();
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

  add(rows: Uint32Array, n: number, limit: number): boolean {
    const { visited, states, parents } = this;
    this.attributed = 0;
    this.compact(rows, n, this.keys);
    const first = visited.count;
    states.reserve(first + n);
    parents.reserve(first + n);
    const { added, cut } = visited.insert(this.keys, n, limit);
    for (let k = 0; k < added; k++) {
      states.write(first + k, rows, visited.fresh[k]);
      parents.write(first + k, this.origins, visited.fresh[k]);
    }
    return cut;
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

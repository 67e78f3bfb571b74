import type { ModelModule } from "../contract/model.ts";
import type { Finding, SearchRequest } from "../contract/search.ts";
import { keyOf, noState } from "./findings.ts";
import { MemoryBudget } from "./memory.ts";
import { ExactSpace } from "./space.ts";
import { Stepper } from "./stepper.ts";
import type { Rows } from "./successors.ts";

/** A run to where something is noted: the states up to the one at hand, and one after it where that is what it is about. */
export interface Shown {
  readonly states: readonly Uint32Array[];
  readonly row: Uint32Array | undefined;
}

export const stepsOf = ({ states, row }: Shown): number => states.length - (row ? 0 : 1);

/** As much as that many words of successors. */
const workOfState = 64;

/** Says of single states whether what is looked for is noted there. */
export class Judge {
  readonly stepper: Stepper;
  /** Words of successors that were made, and something for each state that was judged. */
  work = 0;
  /** The successors of the state that was judged last. */
  rows!: Rows;
  private noted: { readonly row: Uint32Array | undefined } | undefined;

  constructor(module: ModelModule, deadlock: SearchRequest["deadlock"], what: Finding["what"]) {
    const wanted = keyOf(what);
    this.stepper = new Stepper(module, deadlock, false, (found, row) => {
      if (keyOf(found) === wanted && (!this.noted || (this.noted.row && !row))) this.noted = { row };
    });
  }

  /** Undefined where it is not. Of the state itself rather than of a step from there. */
  judge(states: Uint32Array, offset: number): { readonly row: Uint32Array | undefined } | undefined {
    this.noted = undefined;
    this.stepper.look(states, offset);
    this.rows = this.stepper.expand(states, offset);
    this.work += workOfState + this.stepper.total * this.stepper.words;
    return this.noted;
  }
}

/** Rows that the store of states takes at a time. */
const batch = 1024;

export interface NearestLimits {
  readonly mostStates: number;
  /** Of the judge, from its beginning. */
  readonly mostWork: number;
}

export interface Nearest {
  /** A shortest. */
  readonly shown?: Shown;
  /** A state that was looked for, and where among them. */
  readonly met?: { readonly path: readonly Uint32Array[]; readonly index: number };
  /** No run of fewer steps shows it. */
  readonly below: number;
}

/**
 * Breadth first from some states to the nearest where it is noted.
 * @param less runs of fewer steps than this are of interest
 * @param limits where they are reached, the search ends
 * @param goal says the gain of a state that is reached with so many steps, or nothing; the first that has one ends the search
 */
export function nearest(judge: Judge, from: Rows["rows"], count: number, less: number, { mostStates, mostWork }: NearestLimits, goal?: (states: Uint32Array, offset: number, steps: number) => number | undefined): Nearest {
  const { words } = judge.stepper;
  const space = new ExactSpace(words, batch, new MemoryBudget(Infinity));
  const parents = new Uint32Array(mostStates), { states, visited } = space;
  // From this depth on, states are missing.
  let missing = Infinity, depth = -1, end = 0, best = less;
  let found: { readonly state: number; readonly row: Uint32Array | undefined } | undefined;
  const add = (rows: Uint32Array, n: number, parent: number): void => {
    for (let at = 0; at < n && missing > depth + 1; at += batch) {
      const first = visited.count, some = Math.min(batch, n - at);
      if (space.add(rows.subarray(at * words, (at + some) * words), some, mostStates)) missing = depth + 1;
      parents.fill(parent, first, visited.count);
    }
  };
  const pathTo = (state: number): Uint32Array[] => {
    const path: Uint32Array[] = [];
    for (let at = state; at !== noState; at = parents[at]) path.push(states.read(at));
    return path.toReversed();
  };
  add(from, count, noState);
  for (let state = 0; state < visited.count; state++) {
    if (state === end) {
      depth++;
      end = visited.count;
    }
    if (depth >= best) break;
    if (judge.work > mostWork) {
      missing = Math.min(missing, depth);
      break;
    }
    const chunk = states.chunks[state >>> states.shift], offset = (state & states.mask) * words;
    const index = depth > 0 ? goal?.(chunk, offset, depth) : undefined;
    if (index !== undefined) return { met: { path: pathTo(state), index }, below: Math.min(depth, missing) };
    const noted = judge.judge(chunk, offset);
    const steps = noted?.row ? depth + 1 : depth;
    if (noted && steps < best) {
      best = steps;
      found = { state, row: noted.row };
    }
    if (depth + 1 < best) add(judge.rows.rows, judge.stepper.total, state);
  }
  const below = Math.min(best, missing);
  return found ? { shown: { states: pathTo(found.state), row: found.row }, below } : { below };
}

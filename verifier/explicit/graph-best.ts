/** The cheapest runs of a graph. */
import type { Graph } from "./graph.ts";

/** What a step costs, at least 0; below 0 where it may not be taken. */
export type Weight = (step: number, from: number) => number;

/** A run by the numbers of its states, and of the steps between them. */
export interface GraphRun {
  readonly states: readonly number[];
  readonly steps: readonly number[];
}

/** No step leads to a state: it is initial, or not reached. */
const none = 0xffff_ffff;

export class Reached {
  /** By state: the least cost of a run to it, or Infinity; of as cheap runs, the fewest steps. */
  readonly cost: Float64Array;
  readonly length: Float64Array;
  private readonly by: Uint32Array;
  private readonly from: Uint32Array;

  /**
   * @param ends states that no run goes on from
   * @param starts where runs begin; the initial states if nothing is said
   */
  constructor(graph: Graph, ends: Uint8Array, weight: Weight, starts: readonly number[] = graph.initial) {
    const { first, target, count } = graph;
    this.cost = new Float64Array(count).fill(Infinity);
    this.length = new Float64Array(count).fill(Infinity);
    this.by = new Uint32Array(count).fill(none);
    this.from = new Uint32Array(count).fill(none);
    const { cost, length } = this;
    const queue = new Queue();
    for (const s of starts) {
      cost[s] = length[s] = 0;
      queue.push(s, 0, 0);
    }
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { state } = next;
      if (next.cost !== cost[state] || next.length !== length[state] || ends[state] !== 0) continue;
      for (let step = first[state]; step < first[state + 1]; step++) {
        const w = weight(step, state), to = target[step];
        const c = cost[state] + w, n = length[state] + 1;
        if (w < 0 || c > cost[to] || (c === cost[to] && n >= length[to])) continue;
        cost[to] = c;
        length[to] = n;
        this.by[to] = step;
        this.from[to] = state;
        queue.push(to, c, n);
      }
    }
  }

  /** Of some states, the one reached by the cheapest run; undefined where none is. */
  nearest(wanted: (state: number) => boolean): number | undefined {
    let found: number | undefined;
    for (let s = 0; s < this.cost.length; s++) {
      if (this.cost[s] === Infinity || !wanted(s)) continue;
      if (found === undefined || this.cost[s] < this.cost[found] || (this.cost[s] === this.cost[found] && this.length[s] < this.length[found])) found = s;
    }
    return found;
  }

  /** A cheapest run to a state that is reached. */
  runTo(state: number): GraphRun {
    const states = [state], steps: number[] = [];
    for (let s = state; this.by[s] !== none; s = this.from[s]) {
      steps.push(this.by[s]);
      states.push(this.from[s]);
    }
    return { states: states.toReversed(), steps: steps.toReversed() };
  }
}

interface Entry { readonly state: number; readonly cost: number; readonly length: number }

/** A binary heap: the cheapest entry first, then the shortest, then the one of the least number. */
class Queue {
  private readonly entries: Entry[] = [];

  push(state: number, cost: number, length: number): void {
    const { entries } = this;
    const entry = { state, cost, length };
    let at = entries.length;
    entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!before(entry, entries[parent])) break;
      entries[at] = entries[parent];
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): Entry | undefined {
    const { entries } = this;
    const [top] = entries;
    const last = entries.pop();
    if (!last || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && before(entries[child + 1], entries[child])) child++;
      if (!before(entries[child], last)) break;
      entries[at] = entries[child];
      at = child;
    }
    entries[at] = last;
    return top;
  }
}

const before = (a: Entry, b: Entry): boolean => a.cost < b.cost || (a.cost === b.cost && (a.length < b.length || (a.length === b.length && a.state < b.state)));

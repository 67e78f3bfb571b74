/** Strongly connected components of parts of a graph: Tarjan's algorithm, without recursion. */
import type { Graph } from "./graph.ts";
import type { MemoryBudget } from "./memory.ts";

/** Steps followed between two breaths. */
const burst = 2 ** 16;

export class Components {
  /** By state: its component, from 1 on; 0 where it is not in a complete one. */
  readonly of: Uint32Array;
  private readonly order: Uint32Array;
  private readonly low: Uint32Array;
  private readonly next: Uint32Array;
  /** States whose component is not complete, and the path that is being followed. */
  private readonly open: Uint32Array;
  private readonly path: Uint32Array;
  private components = 0;

  /** @throws OutOfMemory */
  constructor(private readonly graph: Graph, memory: MemoryBudget) {
    [this.of, this.order, this.low, this.next, this.open, this.path] = Array.from({ length: 6 }, () => memory.words(graph.count)) as Six;
  }

  /** These states may be gone through again. */
  forget(states: Iterable<number> | undefined): void {
    if (states) for (const s of states) this.of[s] = this.order[s] = 0;
    else {
      this.of.fill(0);
      this.order.fill(0);
    }
  }

  /**
   * Goes through the states that these lead to, unless it has. A component is complete only after all that its steps lead to.
   * @param follows whether a step from a state counts
   * @param take is given the states of each component, which it may look at until it returns
   */
  *find(starts: Iterable<number>, follows: (step: number, from: number) => boolean, take: (members: Uint32Array, component: number) => void): Generator<undefined, void> {
    const { of, order, low, next, open, path, graph: { first, target } } = this;
    let visited = 0, opened = 0, length = 0, budget = burst;
    const enter = (state: number): void => {
      order[state] = low[state] = ++visited;
      next[state] = first[state];
      open[opened++] = state;
      path[length++] = state;
    };
    for (const start of starts) {
      if (order[start] !== 0) continue;
      enter(start);
      while (length > 0) {
        if (--budget === 0) {
          budget = burst;
          yield;
        }
        const state = path[length - 1];
        if (next[state] < first[state + 1]) {
          const step = next[state]++;
          if (!follows(step, state)) continue;
          const to = target[step];
          if (order[to] === 0) enter(to);
          else if (of[to] === 0) low[state] = Math.min(low[state], order[to]);
          continue;
        }
        length--;
        if (length > 0) low[path[length - 1]] = Math.min(low[path[length - 1]], low[state]);
        if (low[state] !== order[state]) continue;
        const end = opened;
        this.components++;
        do of[open[--opened]] = this.components; while (open[opened] !== state);
        take(open.subarray(opened, end), this.components);
      }
    }
  }
}

type Six = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];

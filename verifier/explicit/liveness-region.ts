/** Where a run may stay for ever without reaching what it owes, and how it gets there. */
import type { Graph } from "./graph.ts";
import type { MemoryBudget } from "./memory.ts";

/** What is true in a state, for one property and choice. */
export const goal = 1, trigger = 2;

const burst = 2 ** 16;
/** Nothing leads to a node yet; nothing leads to it, as runs begin there. */
const unseen = 0xffff_ffff, root = 0xffff_fffe;

/**
 * Breadth first over two copies of the graph. In the first one, nothing is owed yet; in the second, which is entered where the
 * trigger holds, the goal is, so that it ends where the goal is reached.
 */
export class Region {
  /** The states of the second copy in the order of their finding: shortest runs first. */
  readonly members: Uint32Array;
  size = 0;
  /** By node: the one before. State `s` is node `s` in the first copy and `count + s` in the second. */
  private readonly before: Uint32Array;
  private readonly queue: Uint32Array;

  /** @throws OutOfMemory */
  constructor(private readonly graph: Graph, memory: MemoryBudget) {
    this.before = memory.words(2 * graph.count);
    this.queue = memory.words(2 * graph.count);
    this.members = memory.words(graph.count);
  }

  /**
   * @param value by state, `goal` and `trigger`
   * @param owed whether the goal is owed from the beginning, and no trigger counts
   */
  *find(value: Uint8Array, owed: boolean): Generator<undefined, void> {
    const { before, queue, members, graph: { count, initial, first, target } } = this;
    let filled = 0;
    before.fill(unseen);
    this.size = 0;
    const owe = (state: number, from: number): void => {
      if ((value[state] & goal) !== 0 || before[count + state] !== unseen) return;
      before[count + state] = from;
      queue[filled++] = count + state;
      members[this.size++] = state;
    };
    const visit = (state: number, from: number): void => {
      if (before[state] !== unseen) return;
      before[state] = from;
      queue[filled++] = state;
      if ((value[state] & trigger) !== 0) owe(state, state);
    };
    for (const s of initial) if (owed) owe(s, root); else visit(s, root);
    for (let at = 0; at < filled; at++) {
      if (at % burst === 0) yield;
      const node = queue[at], inSecond = node >= count, state = inSecond ? node - count : node;
      for (let step = first[state]; step < first[state + 1]; step++) if (inSecond) owe(target[step], node); else visit(target[step], node);
    }
  }

  /** The states of a shortest run to one in the region, itself included. */
  runTo(state: number): number[] {
    const { before, graph: { count } } = this;
    const run: number[] = [];
    for (let node = count + state; node !== root; node = before[node]) {
      const s = node >= count ? node - count : node;
      // The two nodes of one state are one state of the run; no step leads from a state to itself.
      if (run.at(-1) !== s) run.push(s);
    }
    return run.toReversed();
  }
}

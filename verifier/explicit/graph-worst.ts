/** The most that runs of a graph cost until they come to an end, and whether they can come there at all. */
import { Components } from "./components.ts";
import { type GraphRun, Reached, type Weight } from "./graph-best.ts";
import type { Graph } from "./graph.ts";
import { MemoryBudget } from "./memory.ts";

export class Worst {
  /** By state: the greatest cost of a run from it to an end; Infinity where it has no bound, below 0 where no run leads to an end. */
  readonly cost: Float64Array;
  /** By state: its strongly connected component. */
  readonly component: Uint32Array;

  /**
   * A component is complete only after all that its steps lead to, so the costs of those are known.
   * @param ends states that no run goes on from
   * @param starts the states that are of interest, and whatever they lead to
   */
  constructor(private readonly graph: Graph, private readonly ends: Uint8Array, private readonly weight: Weight, starts: Iterable<number>) {
    this.cost = new Float64Array(graph.count).fill(-1);
    const components = new Components(graph, new MemoryBudget(Infinity));
    this.component = components.of;
    const follows = (step: number, from: number): boolean => ends[from] === 0 && weight(step, from) >= 0;
    const finding = components.find(starts, follows, (members) => {
      const cost = this.costOf(members);
      for (const m of members) this.cost[m] = cost;
    });
    while (!finding.next().done);
  }

  private costOf(members: Uint32Array): number {
    const { graph: { first, target }, component } = this;
    let most = members.some((m) => this.ends[m] !== 0) ? 0 : -1;
    let grows = false;
    for (const m of members) {
      if (this.ends[m] !== 0) continue;
      for (let step = first[m]; step < first[m + 1]; step++) {
        const w = this.weight(step, m), to = target[step];
        if (w < 0) continue;
        if (component[to] === component[m]) grows ||= w > 0;
        else if (this.cost[to] >= 0) most = Math.max(most, w + this.cost[to]);
      }
    }
    return most >= 0 && grows ? Infinity : most;
  }

  /** The most that a run from an initial state costs: as `cost`. */
  get most(): number {
    return this.graph.initial.reduce((most, s) => Math.max(most, this.cost[s]), -1);
  }

  /** A shortest of the dearest runs, where their cost is a number. */
  run(): GraphRun | undefined {
    const { graph, ends, weight, cost, most } = this;
    const tight: Weight = (step, from) => {
      const w = weight(step, from), rest = cost[graph.target[step]];
      return w >= 0 && rest >= 0 && w + rest === cost[from] ? 0 : -1;
    };
    const reached = new Reached(graph, ends, tight, graph.initial.filter((s) => cost[s] === most));
    const end = most < 0 ? undefined : reached.nearest((s) => ends[s] !== 0);
    return end === undefined ? undefined : reached.runTo(end);
  }

  /** Where costs have no bound: a run to an end, and which of its steps lead back to where they began, and cost something. */
  growing(): { readonly run: GraphRun; readonly first: number; readonly last: number } | undefined {
    const { graph: { first, target }, graph, ends, weight, component } = this;
    const free: Weight = (step, from) => (weight(step, from) < 0 ? -1 : 0);
    const reached = new Reached(graph, ends, free);
    const costly = (from: number): number | undefined => {
      for (let step = first[from]; step < first[from + 1]; step++) if (component[target[step]] === component[from] && weight(step, from) > 0) return step;
      return undefined;
    };
    const from = reached.nearest((s) => ends[s] === 0 && this.cost[s] === Infinity && costly(s) !== undefined);
    const step = from === undefined ? undefined : costly(from);
    if (from === undefined || step === undefined) return undefined;
    const within: Weight = (s, f) => (component[target[s]] === component[from] ? free(s, f) : -1);
    const back = new Reached(graph, ends, within, [target[step]]).runTo(from);
    const onward = new Reached(graph, ends, free, [from]);
    const end = onward.nearest((s) => ends[s] !== 0);
    if (end === undefined) return undefined;
    const there = reached.runTo(from), out = onward.runTo(end);
    return {
      run: { states: [...there.states, ...back.states, ...out.states.slice(1)], steps: [...there.steps, step, ...back.steps, ...out.steps] },
      first: there.steps.length, last: there.steps.length + back.steps.length,
    };
  }
}

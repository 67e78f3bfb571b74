/** Which components of a graph a fair run can stay in for ever. */
import type { Components } from "./components.ts";
import type { Graph, Tracked } from "./graph.ts";
import type { MemoryBudget } from "./memory.ts";

export type Fairness = readonly ("weak" | "strong" | null)[];

/** Instances of fair actions in the order of their numbers. */
export class FairGraph {
  readonly first: Uint32Array;
  readonly target: Uint32Array;
  /** By step: the number of the fair instance that it is of, or 0. */
  readonly of: Uint32Array;
  readonly instances: number;
  private readonly strong: readonly boolean[];

  constructor(graph: Graph, { of, actions }: Tracked, fair: Fairness) {
    this.first = graph.first;
    this.target = graph.target;
    this.of = of;
    this.instances = actions.length;
    this.strong = actions.map((a) => fair[a] === "strong");
  }

  isStrong(instance: number): boolean {
    return this.strong[instance];
  }

  /** Whether some fair instance is enabled: then a run cannot stay in the state. */
  isUrgent(state: number): boolean {
    for (let step = this.first[state]; step < this.first[state + 1]; step++) if (this.of[step] !== 0) return true;
    return false;
  }

  isEnabled(instance: number, state: number): boolean {
    for (let step = this.first[state]; step < this.first[state + 1]; step++) if (this.of[step] === instance) return true;
    return false;
  }
}

/**
 * The components of a part of the graph with fair runs in them. A run that stays in one takes all of its steps again and again if it
 * likes, so a component is as fair as it can be; where that is not enough because of strong fairness, runs keep away from the states in
 * which what is never taken is enabled, and what is left is taken apart once more.
 */
export class FairComponents {
  /** By state, the part that it is in; 0 in none. */
  private readonly part: Uint32Array;
  private parts = 0;
  private readonly enabledIn: Uint32Array;
  private readonly taken: Uint8Array;

  /** @throws OutOfMemory */
  constructor(private readonly graph: FairGraph, private readonly components: Components, count: number, memory: MemoryBudget) {
    this.part = memory.words(count);
    this.enabledIn = memory.words(graph.instances);
    this.taken = new Uint8Array(graph.instances);
  }

  /** @param take is given the states of each, to look at until it returns; they keep their component */
  *find(states: Uint32Array, take: (members: Uint32Array) => void): Generator<undefined, void> {
    const { part, components, graph } = this;
    part.fill(0);
    components.forget(undefined);
    this.parts = 0;
    const open: Uint32Array[] = [states];
    for (let own = open.pop(); own; own = open.pop()) {
      const number = ++this.parts;
      for (const s of own) part[s] = number;
      components.forget(own);
      yield* components.find(own, (step) => part[graph.target[step]] === number, (members, component) => {
        const { missed, hopeless } = this.judge(members, component);
        if (hopeless) return;
        if (missed.size === 0) return take(members);
        const rest = members.filter((s) => !this.enables(s, missed));
        if (rest.length > 0) open.push(rest);
      });
    }
  }

  /**
   * `missed`: strongly fair instances that are enabled in some of the states and never taken between them. `hopeless`: a weakly fair
   * one is, in all of them, so that it is in any part of them.
   */
  private judge(members: Uint32Array, component: number): { readonly missed: ReadonlySet<number>; readonly hopeless: boolean } {
    const { graph: { first, target, of }, graph, components, enabledIn, taken } = this;
    const seen: number[] = [];
    for (const s of members) {
      for (let step = first[s]; step < first[s + 1]; step++) {
        const instance = of[step];
        if (instance === 0) continue;
        if (enabledIn[instance]++ === 0) seen.push(instance);
        if (components.of[target[step]] === component) taken[instance] = 1;
      }
    }
    const missed = new Set<number>();
    let hopeless = false;
    for (const i of seen) {
      if (taken[i] === 0) {
        if (graph.isStrong(i)) missed.add(i);
        else if (enabledIn[i] === members.length) hopeless = true;
      }
      enabledIn[i] = taken[i] = 0;
    }
    return { missed, hopeless };
  }

  private enables(state: number, instances: ReadonlySet<number>): boolean {
    const { first, of } = this.graph;
    for (let step = first[state]; step < first[state + 1]; step++) if (instances.has(of[step])) return true;
    return false;
  }
}

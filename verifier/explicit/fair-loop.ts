/** A loop that a fair run can repeat for ever, as short as is cheap to find. */
import type { FairGraph } from "./fair.ts";

const none = 0xffff_ffff;

export class FairLoop {
  private readonly by = new Map<number, number>();

  /** @param inside whether a state is in the component, which has a fair run through all its states and steps */
  constructor(private readonly graph: FairGraph, private readonly inside: (state: number) => boolean) {}

  /** From a state back to it; the state alone where the run can stay there. */
  from(entry: number): readonly number[] {
    const open = [entry];
    for (;;) {
      const loop = open.length === 1 ? open : [...open, ...this.way(open.at(-1)!, (s) => s === entry)];
      const missed = this.missed(loop);
      if (missed.length === 0) return loop;
      open.push(...this.towards(open.at(-1)!, missed));
    }
  }

  /** Instances to which the loop does not give what it owes: weak ones that it leaves enabled, strong ones that it enables, and never takes. */
  private missed(loop: readonly number[]): readonly number[] {
    const { first, target, of } = this.graph;
    const places = Math.max(1, loop.length - 1);
    const enabledAt = new Map<number, number>(), taken = new Set<number>();
    for (let at = 0; at < places; at++) {
      for (let step = first[loop[at]]; step < first[loop[at] + 1]; step++) {
        const instance = of[step];
        if (instance === 0) continue;
        enabledAt.set(instance, (enabledAt.get(instance) ?? 0) + 1);
        if (at + 1 < loop.length && target[step] === loop[at + 1]) taken.add(instance);
      }
    }
    return [...enabledAt].flatMap(([i, n]) => (taken.has(i) || (!this.graph.isStrong(i) && n < places) ? [] : [i]));
  }

  /** The shortest way to where one of them is taken or, if it is weak, disabled. */
  private towards(from: number, missed: readonly number[]): readonly number[] {
    const wanted = new Set(missed), weak = missed.filter((i) => !this.graph.isStrong(i));
    return this.way(from, (s) => weak.some((i) => !this.graph.isEnabled(i, s)), wanted);
  }

  /** The states after the first one, on a shortest way to one that is wanted, or over a step of a wanted instance. */
  private way(from: number, isWanted: (state: number) => boolean, instances: ReadonlySet<number> = new Set()): number[] {
    const { graph: { first, target, of }, by } = this;
    by.clear();
    by.set(from, none);
    const queue = [from];
    const back = (state: number): number[] => {
      const way: number[] = [];
      for (let s = state; s !== none; s = by.get(s)!) way.push(s);
      return way.toReversed().slice(1);
    };
    for (const state of queue) {
      if (state !== from && isWanted(state)) return back(state);
      for (let step = first[state]; step < first[state + 1]; step++) {
        const to = target[step];
        if (!this.inside(to)) continue;
        if (instances.has(of[step]) || (to === from && isWanted(to))) return [...back(state), to];
        if (by.has(to)) continue;
        by.set(to, state);
        queue.push(to);
      }
    }
    throw new Error("a component that is not connected");
  }
}

/** Cheapest and dearest runs of random graphs, against a second way to find them that is slow and plain to see. */
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { Reached, type Weight } from "../../../verifier/explicit/graph-best.ts";
import { Worst } from "../../../verifier/explicit/graph-worst.ts";
import type { Graph } from "../../../verifier/explicit/graph.ts";
import { MemoryBudget } from "../../../verifier/explicit/memory.ts";
import { StateStore } from "../../../verifier/explicit/store.ts";

const size = 6, dearest = 2;
interface Edge { readonly from: number; readonly to: number; readonly cost: number }

const vertex = fc.nat({ max: size - 1 });
const edge = fc.record({ from: vertex, to: vertex, cost: fc.integer({ min: -1, max: dearest }) });
const graphs = fc.record({ edges: fc.array(edge, { maxLength: 12 }), ends: fc.array(fc.boolean(), { minLength: size, maxLength: size }), initial: fc.uniqueArray(vertex, { minLength: 1, maxLength: 2 }) });

function graphOf(edges: readonly Edge[], initial: readonly number[]): { graph: Graph; weight: Weight } {
  const sorted = edges.toSorted((a, b) => a.from - b.from);
  const first = Uint32Array.from({ length: size + 1 }, (_, s) => sorted.filter((e) => e.from < s).length);
  const graph = { states: new StateStore(1, new MemoryBudget(0)), count: size, initial, first, target: Uint32Array.from(sorted, (e) => e.to), kind: new Uint8Array(sorted.length) };
  return { graph, weight: (step) => sorted[step].cost };
}

/** By state: the best cost, in the sense of `better`, of a walk of at most `most` steps from it to an end; undefined without one. */
function walks(edges: readonly Edge[], ends: readonly boolean[], most: number, better: (a: number, b: number) => boolean): (number | undefined)[] {
  let found: (number | undefined)[] = ends.map((e) => (e ? 0 : undefined));
  for (let n = 0; n < most; n++) {
    const before = found;
    found = before.map((known, s) => edges.reduce((best, e) => {
      const rest = before[e.to];
      if (e.from !== s || ends[s] || e.cost < 0 || rest === undefined) return best;
      return best === undefined || better(e.cost + rest, best) ? e.cost + rest : best;
    }, known));
  }
  return found;
}

/** No walk without a costly loop costs more, and one with such a loop gets there in so many steps. */
const limit = size * dearest;
const enough = size * (limit + 2);

const costOf = (run: { readonly steps: readonly number[] }, weight: Weight): number => run.steps.reduce((sum, step) => sum + weight(step, 0), 0);

function isRun({ states, steps }: { readonly states: readonly number[]; readonly steps: readonly number[] }, { graph, weight }: ReturnType<typeof graphOf>, ends: readonly boolean[]): boolean {
  const leads = (step: number, i: number): boolean =>
    step >= graph.first[states[i]] && step < graph.first[states[i] + 1] && graph.target[step] === states[i + 1] && weight(step, 0) >= 0 && !ends[states[i]];
  return states.length === steps.length + 1 && graph.initial.includes(states[0]) && steps.every(leads) && ends[states[states.length - 1]];
}

describe("runs of a graph", () => {
  test.prop([graphs], { numRuns: 300 })("cost as much as walks do, at least and at most", ({ edges, ends, initial }) => {
    const made = graphOf(edges, initial);
    const { graph, weight } = made;
    const ended = Uint8Array.from(ends, Number);
    const from = (costs: readonly (number | undefined)[]): number[] => initial.flatMap((s) => costs[s] ?? []);

    const reached = new Reached(graph, ended, weight);
    const end = reached.nearest((s) => ends[s]);
    const least = from(walks(edges, ends, size, (a, b) => a < b));
    expect(end === undefined ? [] : [reached.cost[end]]).toEqual(least.length === 0 ? [] : [Math.min(...least)]);
    if (end !== undefined) {
      const run = reached.runTo(end);
      expect(isRun(run, made, ends)).toBe(true);
      expect(costOf(run, weight)).toBe(reached.cost[end]);
      expect(run.steps.length).toBe(reached.length[end]);
    }

    const worst = new Worst(graph, ended, weight, initial);
    const most = Math.max(-1, ...from(walks(edges, ends, enough, (a, b) => a > b)));
    expect(worst.most).toBe(most > limit ? Infinity : most);
    const dear = worst.run(), growing = worst.growing();
    if (worst.most === Infinity) {
      expect(isRun(growing!.run, made, ends)).toBe(true);
      const { first, last, run } = growing!;
      expect(run.states[first]).toBe(run.states[last + 1]);
      expect(costOf({ steps: run.steps.slice(first, last + 1) }, weight)).toBeGreaterThan(0);
    } else if (worst.most >= 0) {
      expect(isRun(dear!, made, ends)).toBe(true);
      expect(costOf(dear!, weight)).toBe(worst.most);
      expect(growing).toBeUndefined();
    } else expect(dear).toBeUndefined();
  });
});

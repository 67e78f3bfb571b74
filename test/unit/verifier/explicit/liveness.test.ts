/** The check of liveness on random graphs, against one that tries every set of states. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lasso, LivenessResult } from "../../../../verifier/contract/liveness.ts";
import { checkLiveness } from "../../../../verifier/explicit/liveness.ts";
import { isViolated, type Step } from "../../../property/naive-liveness.ts";
import { type Asked, tableModule, width } from "./table-model.ts";

const ask = (asked: Asked, limits = {}, failing?: number): Promise<LivenessResult> => checkLiveness(tableModule([asked], failing), { limits, fair: asked.fair, properties: ["eventually", "leadsTo"] });

/** Step by step: that the run is one, that it is fair, and that it does not do what it owes. */
function confirm({ initial, steps, fair, trigger, goal }: Asked, { property, path, loop }: Lasso): void {
  const states = path.map(([s]) => s);
  expect(initial).toContain(states[0]);
  states.slice(1).forEach((to, i) => expect(steps.some((s) => s.from === states[i] && s.to === to)).toBe(true));
  expect(states[loop]).toBe(states.at(-1));
  const reached = states.map((s) => goal[s]).lastIndexOf(true);
  if (property === 0) expect(reached).toBe(-1);
  else expect(states.some((s, i) => i > reached && trigger[s])).toBe(true);
  expect(loop).toBeGreaterThan(reached);
  const round = states.slice(loop), visited = new Set(round);
  const isTaken = ({ from, to }: Step): boolean => round.some((s, i) => s === from && round[i + 1] === to);
  for (const { action, instance } of steps) {
    const own = steps.filter((s) => s.action === action && s.instance === instance && visited.has(s.from));
    if (fair[action] === null || own.length === 0 || own.some(isTaken)) continue;
    expect(fair[action]).toBe("weak");
    expect(new Set(own.map((s) => s.from)).size).toBeLessThan(visited.size);
  }
}

const arbitraryGraph: fc.Arbitrary<Asked> = fc.integer({ min: 1, max: width }).chain((count) => {
  const state = fc.integer({ min: 0, max: count - 1 });
  const some = (weight: number): fc.Arbitrary<boolean[]> => fc.array(fc.integer({ min: 0, max: 9 }).map((n) => n < weight), { minLength: count, maxLength: count });
  const step = fc.record({ from: state, to: state, action: fc.integer({ min: 0, max: 2 }), instance: fc.integer({ min: 0, max: 1 }) });
  // An instance leads from a state to one other at most.
  const steps = fc.uniqueArray(step, { maxLength: 20, selector: (s) => `${s.from} ${s.action} ${s.instance}` }).map((all) => all.filter((s) => s.from !== s.to));
  const fair = fc.array(fc.constantFrom(null, "weak" as const, "strong" as const, "strong" as const), { minLength: 3, maxLength: 3 });
  return fc.record({ count: fc.constant(count), initial: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }), steps, fair, trigger: some(4), goal: some(2) });
});

test("agrees with every set of states tried, on random graphs, and its runs are what they are said to be", async () => {
  const counts = { violated: 0, holds: 0, rests: 0, loops: 0, strong: 0, weak: 0 };
  const graphs = fc.sample(arbitraryGraph, { numRuns: 300, seed: 1 });
  const fair = graphs.flatMap((g) => g.fair), properties = graphs.flatMap(() => ["eventually", "leadsTo"] as const);
  const { end, holds, lassos } = await checkLiveness(tableModule(graphs), { limits: {}, fair, properties });
  expect(end).toBe("complete");
  for (const [n, graph] of graphs.entries()) {
    for (const [i, trigger] of [undefined, graph.trigger].entries()) {
      const violated = isViolated(graph, trigger, graph.goal);
      const lasso = lassos.find((l) => l.property === 2 * n + i);
      expect({ n, i, holds: holds[2 * n + i], lasso: lasso !== undefined }).toEqual({ n, i, holds: !violated, lasso: violated });
      counts[violated ? "violated" : "holds"]++;
      const weaker = (to: "weak" | null): boolean => isViolated({ ...graph, fair: graph.fair.map((f) => f && to) }, trigger, graph.goal) === true;
      if (!violated && weaker("weak")) counts.strong++;
      if (!violated && !weaker("weak") && weaker(null)) counts.weak++;
      if (!lasso) continue;
      confirm(graph, { ...lasso, property: i, path: lasso.path.map(([s]) => Uint32Array.of(s - n * width)) });
      counts[lasso.loop === lasso.path.length - 1 ? "rests" : "loops"]++;
    }
  }
  expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThan(4);
});

describe("says nothing of what it has not seen", () => {
  const chain: Asked = {
    count: 4, initial: [0], fair: ["weak"], trigger: [true, false, false, false], goal: [false, false, false, true],
    steps: [0, 1, 2].map((from) => ({ from, to: from + 1, action: 0, instance: 0 })),
  };

  test("where every run comes to the goal", async () => {
    expect(await ask(chain)).toMatchObject({ end: "complete", states: 4, transitions: 3, holds: [true, true], vacuous: [false, false], lassos: [] });
  });

  test("where states are left out", async () => {
    expect(await ask(chain, { maxStates: 3 })).toMatchObject({ end: "max-states", holds: [false, false], lassos: [] });
    expect(await ask(chain, { memoryBytes: 1000 })).toMatchObject({ end: "memory", holds: [false, false], lassos: [] });
  });

  test("where a predicate fails to evaluate", async () => {
    const { end, holds, failure } = await ask(chain, {}, 2);
    expect({ end, holds }).toEqual({ end: "failure", holds: [false, false] });
    expect(failure).toEqual({ site: 7, path: [0, 1, 2].map((s) => new Uint32Array([s])) });
  });

  test("and tells what begins with nothing", async () => {
    expect((await ask({ ...chain, trigger: [false, false, false, false] })).vacuous).toEqual([false, true]);
  });
});

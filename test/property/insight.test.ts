/** What is counted while random protocols are searched, counted again by the interpreter. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { envOf } from "../../src/interp/env.ts";
import { holds } from "../../src/interp/eval.ts";
import { explore } from "../../src/interp/explore.ts";
import { Failure } from "../../src/interp/failure.ts";
import { successors } from "../../src/interp/step.ts";
import { type State, stateKey } from "../../src/interp/value.ts";
import type { Expr } from "../../src/ir/expr.ts";
import type { Property, Protocol } from "../../src/ir/protocol.ts";
import { antecedentsOf, invariantOfAntecedent } from "../../src/passes/vacuity.ts";
import { insightOf, tallyOf } from "../../src/pipeline/insight.ts";
import type { Insight } from "../../src/pipeline/insight-report.ts";
import { type Prepared, prepareCompiled } from "../../src/pipeline/prepare.ts";
import { search } from "../../verifier/explicit/search.ts";
import { arbitraryProtocol } from "./arbitrary-protocol.ts";

const mostStates = 60;

async function counted(prepared: Prepared): Promise<Insight> {
  const { model } = prepared;
  const { source, layout } = emitModel(model, { labels: true });
  const tally = tallyOf(model, layout);
  const result = await search(instantiateModule(source), { limits: {}, deadlock: "ignore", keepGoing: true, visited: "exact", observer: tally });
  return insightOf(tally, result, prepared, layout);
}

/** Where evaluation fails, it is not. */
function isTrue(body: Expr, protocol: Protocol, state: State): boolean {
  try {
    return holds(body, envOf(protocol, state));
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** The same figures, the slow way. */
function expected(model: Protocol, states: readonly State[]) {
  const constraints = model.properties.filter((p) => p.kind === "constraint");
  const steps = states.map((state) => [...successors(model, state)].flatMap((s) => ("next" in s ? [{ action: s.action.name, next: s.next, from: stateKey(state) }] : [])));
  const fired = steps.flat().filter(({ next, from }) => stateKey(next) !== from && constraints.every((c) => isTrue(c.body, model, next)));
  const conditions = (p: Property): readonly Expr[] => {
    switch (p.kind) {
      case "reachable": return invariantOfAntecedent(p.name) === undefined ? [p.body] : [];
      case "invariant": return model.properties.filter((q) => invariantOfAntecedent(q.name) === p.name).map((q) => q.body);
      case "step": return antecedentsOf(p).map((q) => q.body);
      default: return [];
    }
  };
  return {
    enabled: model.actions.map(({ name }) => steps.flat().filter((s) => s.action === name).length),
    fired: model.actions.map(({ name }) => fired.filter((s) => s.action === name).length),
    held: Object.fromEntries(model.properties.flatMap((p) => {
      const all = conditions(p).map((body) => states.filter((state) => isTrue(body, model, state)).length);
      return all.length === 0 ? [] : [[p.name, all]];
    })),
    values: Object.fromEntries(model.state.map(({ name }, i) => [name, new Set(states.map((state) => stateKey([state[i]]))).size])),
    most: Math.max(0, ...steps.map((s) => s.length)),
    withoutSteps: steps.filter((s) => s.length === 0).length,
  };
}

test("counts of the generated code are those of the interpreter", async () => {
  let compared = 0, antecedents = 0, idle = 0;
  for (const { protocol, choice } of fc.sample(arbitraryProtocol, { seed: 3, numRuns: 30 })) {
    const prepared = prepareCompiled({ protocol, warnings: [] }, { scope: choice.sizes, options: choice.options });
    const { model } = prepared;
    const explored = explore(model, { maxStates: mostStates, deadlock: "ignore" });
    if (explored.end !== "complete") continue;
    compared++;
    const insight = await counted(prepared);
    const want = expected(model, explored.states);
    const action = (name: string) => insight.actions.find((a) => a.name === name)!;
    const initial = insight.levels[0] ?? 0;
    expect({
      enabled: model.actions.map((a) => action(a.name).enabled), fired: model.actions.map((a) => action(a.name).fired),
      held: Object.fromEntries(insight.properties.map((p) => [p.name, p.conditions.map((c) => c.states)])),
      most: insight.branching.most, withoutSteps: insight.branching.withoutSteps,
    }).toEqual({ enabled: want.enabled, fired: want.fired, held: want.held, most: want.most, withoutSteps: want.withoutSteps });
    for (const { name, values, exact } of insight.variables) expect([name, values, exact]).toEqual([name, want.values[name], true]);
    expect(insight.actions.reduce((sum, a) => sum + a.found, initial)).toBe(explored.distinctStates);
    antecedents += insight.properties.filter((p) => p.kind !== "reachable").length;
    idle += want.enabled.reduce((a, b) => a + b, 0) - want.fired.reduce((a, b) => a + b, 0);
  }
  // Otherwise this would show little.
  expect(compared).toBeGreaterThan(15);
  expect(antecedents).toBeGreaterThan(10);
  expect(idle).toBeGreaterThan(10);
});

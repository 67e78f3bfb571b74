/** The graph of a random protocol, and what the engine says of its states and steps, against the interpreter. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Codec } from "../../src/backends/explicit/codec.ts";
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { envOf } from "../../src/interp/env.ts";
import { evaluate } from "../../src/interp/eval.ts";
import { explore } from "../../src/interp/explore.ts";
import { Failure } from "../../src/interp/failure.ts";
import { successors } from "../../src/interp/step.ts";
import { type State, stateKey } from "../../src/interp/value.ts";
import type { Expr } from "../../src/ir/expr.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { withMilestones } from "../../src/passes/measured.ts";
import { simplify } from "../../src/passes/simplify.ts";
import { withoutUnchanging } from "../../src/passes/unchanging.ts";
import { restore } from "../../src/pipeline/evidence.ts";
import { GraphValues, NoValue } from "../../verifier/explicit/graph-values.ts";
import { graphOf } from "../../verifier/explicit/graph.ts";
import { arbitraryProtocol } from "./arbitrary-protocol.ts";

const mostStates = 40;

/** A number, or that there is none. */
function attempt(compute: () => unknown): number | "none" {
  try {
    return Number(compute());
  } catch (error) {
    if (error instanceof Failure || error instanceof NoValue) return "none";
    throw error;
  }
}

test("graphs of random protocols have the states and steps of the interpreter, and the same costs", async () => {
  let graphs = 0, failing = 0, costs = 0, milestones = 0;
  await fc.assert(fc.asyncProperty(arbitraryProtocol, async ({ protocol, choice }) => {
    const instance = withMilestones(instantiate(protocol, choice));
    const explored = explore(instance, { maxStates: mostStates, deadlock: "ignore" });
    const fails = explored.findings.some((f) => f.failure && f.states.length > 0 && f.claim.kind === "failure" && f.claim.action !== null) || explored.findings.some((f) => f.states.length === 0);
    if (explored.end !== "complete" || explored.distinctStates === 0) return;
    const model = withoutUnchanging(simplify(instance));
    const emitted = [0, 1].map((kind) => emitModel({ ...model, actions: model.actions.filter((_, i) => i % 2 === kind) }));
    const modules = emitted.map((e) => instantiateModule(e.source));
    const { end, graph } = await graphOf(modules, { maxStates: mostStates });
    expect(end).toBe(fails ? "failure" : "complete");
    if (!graph) return void failing++;
    graphs++;
    const codec = new Codec(model, emitted[0].layout);
    const states: State[] = Array.from({ length: graph.count }, (_, s) => restore(codec.decode(graph.states.read(s)), model, instance));
    expect(new Set(states.map(stateKey))).toEqual(new Set(explored.states.map(stateKey)));
    const values = new GraphValues(modules[0], graph);
    const value = (body: Expr, state: State, next: State): number | "none" => attempt(() => evaluate(body, envOf(instance, state, next)));
    const holds = attempt(() => values.holds().length) === "none" ? undefined : values.holds();
    for (const [s, state] of states.entries()) {
      const targets = Array.from(graph.target.subarray(graph.first[s], graph.first[s + 1]));
      const nexts = [...successors(instance, state)].flatMap((n) => ("next" in n && stateKey(n.next) !== stateKey(state) ? [stateKey(n.next)] : []));
      expect(new Set(targets.map((t) => stateKey(states[t])))).toEqual(new Set(nexts));
      for (const [i, { body }] of instance.properties.entries()) {
        milestones++;
        if (holds) expect(holds[i][s]).toBe(value(body, state, state));
      }
      for (const [i, { body }] of instance.metrics.entries()) {
        for (const to of [s, ...targets]) {
          costs++;
          expect(attempt(() => values.cost(i, s, to))).toBe(value(body, state, states[to]));
        }
      }
    }
  }), { seed: 1, numRuns: 40, endOnFailure: true });
  expect([graphs > 10, failing > 3, costs > 300, milestones > 20]).toEqual([true, true, true, true]);
});

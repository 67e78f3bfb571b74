/** What is wrong in one step anywhere is found, and nothing else is: against specs with a statement less, which the interpreter compares state by state. */
import { describe, expect, test } from "vitest";
import { testSystem } from "../../../src/conform/test-system.ts";
import { Space } from "../../../src/conform/space.ts";
import { runAction } from "../../../src/interp/step.ts";
import { sameState } from "../../../src/interp/value.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { prepareSpec } from "../../../src/pipeline/prepare-spec.ts";
import { SpecItself } from "./itself.ts";

const only = { runs: 0, concurrent: 0 };

describe.each(["test/cli/specs/tickets", "specs/lock-server", "specs/two-phase-commit"])("%s", (spec) => {
  const prepared = prepareSpec(spec, spec.endsWith("commit") ? { scope: { RM: 2 } } : {});
  const { instance } = prepared;
  const space = new Space(instance, new SpecItself(instance).actions);

  test("conforms to itself", async () => {
    const report = await testSystem(prepared, new SpecItself(instance), { runs: 10, concurrent: 20 });
    expect(report).toMatchObject({ verdict: "conforms", because: [], fields: { partly: [], hidden: [] } });
    expect(report.covered.transitions.taken).toBe(report.covered.transitions.total);
    expect(report.covered.refusals.taken).toBe(report.covered.refusals.total);
    expect(report.covered.histories).toBeGreaterThan(0);
  });

  const mutants = instance.actions.flatMap((a) => a.body.map((s, i) => {
    const actions = instance.actions.map((b) => (b === a ? { ...a, body: a.body.toSpliced(i, 1) } : b));
    return [`${a.name} without its ${s.kind} in line ${s.span.line}`, { ...instance, actions }] as const;
  })).filter(([name]) => !name.includes(" let "));

  test.each(mutants)("%s", async (_, mutant: Protocol) => {
    const places = await space.explore(async () => undefined);
    const differs = places.some(({ state }) => space.calls.some(({ action, args, request }) => {
      const expected = runAction(instance, state, action, args);
      const actual = runAction(mutant, state, mutant.actions.find((a) => a.name === action.name)!, args);
      if (expected.kind === "failed" || (expected.kind === "blocked" && !request)) return false;
      return (expected.kind === "step") !== (actual.kind === "step") || (expected.kind === "step" && actual.kind === "step" && !sameState(expected.next, actual.next));
    }));
    const report = await testSystem(prepared, new SpecItself(mutant), only);
    expect(report.verdict).toBe(differs ? "diverges" : "conforms");
    if (report.divergence) expect(report.divergence).toMatchObject({ again: 3, replays: 3 });
  });
});

import { describe, expect, test } from "vitest";
import { check } from "../../../src/pipeline/check.ts";
import type { Insight } from "../../../src/pipeline/insight-report.ts";
import { checkText } from "../../../src/report/check-text.ts";

const insight = async (spec: string, scope = {}): Promise<Insight> => (await check(spec, { scope, insight: true })).insight!;

describe("what an instance is large from", () => {
  test("steps, states, values and depths of two nodes that stand for an election, counted by hand", async () => {
    const { states, expanded, actions, properties, variables, constants, levels, branching } = await insight("test/cli/specs/idle.ts");
    // Nobody stands, either, both: only who does not stand yet can.
    expect({ states, expanded, levels }).toEqual({ states: 4, expanded: 4, levels: [1, 2, 1] });
    expect(actions).toEqual([
      { name: "stand", enabled: 4, fired: 4, found: 3 },
      { name: "win", enabled: 0, fired: 0, found: 0 },
      { name: "forget", enabled: 0, fired: 0, found: 0 },
    ]);
    expect(branching).toEqual({ average: 1, most: 2, withoutSteps: 1 });
    expect(variables.find((v) => v.name === "candidates")).toEqual({ name: "candidates", bits: 2, values: 4, exact: true });
    expect([...variables.filter((v) => v.values === 1).map((v) => v.name), ...constants].toSorted()).toEqual(["leader", "votes"]);
    expect(properties.map(({ name, conditions }) => [name, conditions.map((c) => c.states)])).toEqual([["leaderStood", [0]], ["elected", [0]]]);
  });

  test("an action may be enabled and lead nowhere; of a step property, what is about the state before is counted", async () => {
    const { actions, properties } = await insight("specs/two-phase-commit", { RM: 1 });
    const of = (name: string) => actions.find((a) => a.name === name)!;
    // By hand, from the states in which the message is there; receiving it twice changes nothing.
    expect(of("commit")).toMatchObject({ enabled: 1, fired: 1, found: 1 });
    expect(of("receiveCommit")).toMatchObject({ enabled: 2, fired: 1, found: 1 });
    expect(properties.find((p) => p.name === "someoneCommits")!.conditions[0].states).toBe(1);
    const peterson = await insight("specs/peterson");
    const waiting = peterson.properties.find((p) => p.name === "noOvertaking")!;
    expect(waiting.conditions[0].states).toBeGreaterThan(0);
    expect(waiting.conditions[0].states).toBeLessThan(42);
  });

  test("what is counted adds up, and is as the interpreter's tests have it", async () => {
    const { states, actions, levels, variables, bits } = await insight("specs/two-phase-commit");
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    expect(sum(levels)).toBe(288);
    expect(1 + sum(actions.map((a) => a.found))).toBe(states);
    expect(sum(actions.map((a) => a.enabled))).toBe(1145);
    expect(sum(variables.map((v) => v.bits))).toBe(bits);
    expect(variables.map((v) => [v.name, v.bits])[0]).toEqual(["rm", 6]);
  });

  test("nothing is counted unless it is asked for, and a search that ends early says of how much it speaks", async () => {
    expect((await check("test/cli/specs/idle.ts")).insight).toBeUndefined();
    const report = await check("specs/two-phase-commit", { insight: true, limits: { maxStates: 50 } });
    expect(report.insight!.states).toBeLessThanOrEqual(50);
    expect(report.insight!.expanded).toBeLessThan(report.insight!.states);
    expect(checkText(report, { color: false })).toContain(`Steps were counted of ${report.insight!.expanded} states`);
  });
});

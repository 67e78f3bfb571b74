/** The sentences that no transcript shows. */
import { describe, expect, test } from "vitest";
import type { CheckReport, PropertyReport, SearchReport } from "../../../src/pipeline/report.ts";
import { conclusion } from "../../../src/report/conclusion.ts";
import { verdictText } from "../../../src/report/grounds.ts";

const search: SearchReport = {
  distinctStates: 1234, transitions: 5000, depth: 9, seconds: 1, peakMemoryBytes: 1, engine: "explicit", innerLoop: "javascript", workers: 1, end: "complete", limits: {}, visited: "exact",
  completeDepth: 10, constraints: [],
};
const property: PropertyReport = { name: "safe", kind: "invariant", doc: "", verdict: "exhaustive", because: [] };
const report = (more: Partial<CheckReport>): CheckReport => ({
  protocol: "P", spec: "p.ts", scope: {}, options: {}, faults: [], verdict: "exhaustive", because: [], properties: [property], warnings: [], search,
  instance: undefined as never, ...more,
});

describe("conclusion", () => {
  test("one property that holds", () => expect(conclusion(report({}))).toBe("safe holds in every state of this instance."));

  test("time ran out before anything can be said", () => {
    expect(conclusion(report({
      verdict: "unknown", because: ["timeout"], search: { ...search, end: "timeout", limits: { timeoutMs: 90_000 }, distinctStates: 1 },
    }))).toBe("Not decided: the time of 90.0 s ran out after 1 state. Nothing is violated in the states seen.");
  });

  test("memory ran out within constraints", () => {
    const because = ["memory", "constraint"] as const;
    expect(conclusion(report({
      verdict: "bounded", because, depth: 1, search: { ...search, end: "memory", limits: { memoryBytes: 2e9 }, constraints: ["a", "b"] },
    }))).toBe("Not decided: the memory of 2.0 GB ran out after 1,234 states. Nothing is violated in runs of at most 1 step, within the constraints a, b.");
  });

  test("a target beyond a constraint", () => {
    const goal: PropertyReport = { ...property, name: "goal", kind: "reachable", verdict: "unknown", because: ["constraint"] };
    const bounded = { ...search, constraints: ["small"] };
    expect(conclusion(report({ verdict: "unknown", because: ["constraint"], properties: [property, goal], search: bounded })))
      .toBe("Not decided: 1 property was not reached within the constraint small.");
    expect(verdictText(goal, bounded)).toBe("unknown: not reached within the constraint small");
  });

  test("hashes within a constraint", () => {
    expect(conclusion(report({
      verdict: "bounded", because: ["constraint", "hashed"], search: { ...search, visited: "hashed", omissionProbability: 1e-9, constraints: ["small"] },
    }))).toBe("safe holds within the constraint small, up to a probability of 1.0e-9 that a state was missed.");
  });
});

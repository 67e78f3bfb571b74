import { describe, expect, test } from "vitest";
import { type Grounds, settle, weakest } from "../../../src/pipeline/verdict.ts";
import type { Finding, SearchEnd } from "../../../verifier/contract/search.ts";

const complete: Grounds = { end: "complete", completeDepth: 12, visited: "exact", constrained: false, findings: [] };
const stopped = (end: SearchEnd, completeDepth: number, more: Partial<Grounds> = {}): Grounds => ({ ...complete, end, completeDepth, ...more });
const path = (steps: number): readonly Uint32Array[] => Array.from({ length: steps + 1 }, () => new Uint32Array(1));
const failed = (steps: number, action: number): Finding => ({ what: { kind: "failure", site: 0, action }, path: path(steps) });

describe("a complete search", () => {
  test("settles what it did not refute", () => expect(settle("invariant", false, complete)).toEqual({ verdict: "exhaustive", because: [] }));
  test("refutes what it found", () => expect(settle("invariant", true, complete).verdict).toBe("violated"));
  test("a target that was reached is settled", () => expect(settle("reachable", true, complete).verdict).toBe("exhaustive"));
  test("a target that was never reached is violated", () => expect(settle("reachable", false, complete).verdict).toBe("violated"));
});

describe("what is less than every state is never exhaustive", () => {
  const partial: Grounds[] = [
    ...(["violation", "max-states", "max-depth", "timeout", "memory", "interrupted"] as const).map((end) => stopped(end, 5, { maxDepth: 5 })),
    { ...complete, visited: "hashed" },
    { ...complete, constrained: true },
    { ...complete, findings: [failed(3, 0)] },
    { ...complete, findings: [failed(3, -1)] },
  ];
  test.each(partial)("%o", (grounds) => {
    for (const kind of ["invariant", "step", "deadlock"] as const) expect(settle(kind, false, grounds).verdict).toMatch(/bounded|unknown/);
    expect(settle("reachable", false, grounds).verdict).toBe("unknown");
  });
  test("but a witness is a witness", () => {
    for (const grounds of partial) expect(settle("reachable", true, grounds).verdict).toBe("exhaustive");
  });
  test("and a counterexample a counterexample", () => {
    for (const grounds of partial) expect(settle("invariant", true, grounds).verdict).toBe("violated");
  });
});

describe("depth", () => {
  test("states are checked when they are found, a depth before they are expanded", () => {
    expect(settle("invariant", false, stopped("max-states", 5))).toEqual({ verdict: "bounded", because: ["max-states"], depth: 5 });
    expect(settle("deadlock", false, stopped("max-states", 5)).depth).toBe(4);
    expect(settle("deadlock", false, stopped("max-states", 0)).verdict).toBe("unknown");
  });
  test("a limit on depth itself is reached", () => {
    expect(settle("invariant", false, stopped("max-depth", 5, { maxDepth: 5 }))).toEqual({ verdict: "bounded", because: ["max-depth"], depth: 5 });
  });
  test("whether states at that limit have a step is not known", () => {
    expect(settle("deadlock", false, stopped("max-depth", 5, { maxDepth: 5 })).depth).toBe(4);
    expect(settle("deadlock", false, stopped("max-depth", 0, { maxDepth: 0 })).verdict).toBe("unknown");
  });
  test("among the initial states nothing is known", () => {
    expect(settle("invariant", false, stopped("memory", 0))).toEqual({ verdict: "unknown", because: ["memory"] });
  });
  test("how far one comes in a given time is no verdict, only a figure", () => {
    expect(settle("invariant", false, stopped("timeout", 5))).toEqual({ verdict: "unknown", because: ["timeout"], depth: 5 });
    expect(settle("invariant", false, stopped("interrupted", 5)).verdict).toBe("unknown");
  });
  test("what follows a failed step was not seen", () => {
    expect(settle("invariant", false, { ...complete, findings: [failed(3, 0)] })).toEqual({ verdict: "bounded", because: ["failure"], depth: 3 });
    expect(settle("invariant", false, { ...complete, findings: [failed(3, -1), failed(4, 0)] }).depth).toBe(2);
    expect(settle("invariant", false, { ...complete, findings: [{ what: { kind: "failure", site: 0, action: -1 }, path: [] }] }).verdict).toBe("unknown");
  });
  test("the failures themselves are all looked for", () => {
    expect(settle("failure", true, { ...complete, findings: [failed(3, 0)] }).verdict).toBe("violated");
  });
  test("constraint and hash give no number", () => {
    expect(settle("step", false, { ...complete, constrained: true, visited: "hashed" })).toEqual({ verdict: "bounded", because: ["constraint", "hashed"] });
  });
});

describe("the whole is as weak as its weakest part", () => {
  test("in the order violated, unknown, bounded, exhaustive", () => {
    const all = (["exhaustive", "bounded", "unknown", "violated"] as const).map((verdict) => ({ verdict, because: [] }));
    for (let i = 1; i <= all.length; i++) expect(weakest(all.slice(0, i)).verdict).toBe(all[i - 1].verdict);
    expect(weakest(all.toReversed()).verdict).toBe("violated");
  });
  test("with the least depth and every reason", () => {
    expect(weakest([
      { verdict: "bounded", because: ["max-depth"], depth: 5 },
      { verdict: "bounded", because: ["max-depth", "failure"], depth: 3 },
    ])).toEqual({ verdict: "bounded", because: ["max-depth", "failure"], depth: 3 });
  });
});

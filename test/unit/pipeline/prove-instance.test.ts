/** Symbolic search of one instance: what its solvers do not say is not claimed. */
import { afterAll, describe, expect, test } from "vitest";
import { proveInstance, type ProveInstanceOptions } from "../../../src/pipeline/prove-instance.ts";
import { instanceText } from "../../../src/report/instance-text.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { imports, withFiles } from "../frontend/spec-text.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const z3 = new ThreadSolver(z3Worker());
afterAll(() => z3.close());
const shared = (ask: Solver["ask"]): Solver => ({ name: "shared", ask, close: () => Promise.resolve() });

const search = (body: string, options: ProveInstanceOptions) =>
  withFiles({ "spec.ts": `${imports}export class P { ${body} }` }, (folder) =>
    proveInstance(folder, { makeSolver: () => shared((query, budget) => z3.ask(query, budget)), ...options }));

const counting = "count: Int<0, 99> = 0; @action up() { require(this.count < 9); this.count += 1; } @invariant few() { return this.count < 9; }";

test("a state has one of the tags that there are", async () => {
  const { properties } = await search(`
    at: { kind: "a"; n: Int<0, 2> } | { kind: "b" } | { kind: "c" } = { kind: "b" };
    @action go(to: { kind: "a"; n: Int<0, 2> } | { kind: "b" } | { kind: "c" }) { this.at = to; }
    @invariant some() { return this.at.kind === "a" || this.at.kind === "b" || this.at.kind === "c"; }`, { method: { kind: "induction", k: 1 } });
  expect(properties.map((p) => p.verdict)).toEqual(["exhaustive", "exhaustive"]);
});

test("a path that is in the way is shown, with its steps", async () => {
  const report = await search(counting, { method: { kind: "induction", k: 2 } });
  expect(report.verdict).toBe("unknown");
  expect(instanceText(report, { color: false })).toMatch(/few is not inductive over 2 steps[^]*0\. some state\n +count: 7[^]*2\. up\(\)[^]*count: 8 → 9/);
});

describe("what ends a search", () => {
  test("is time: what is known up to there is said", async () => {
    let asked = 0;
    const makeSolver = () => shared((query, budget) => (++asked <= 4 ? z3.ask(query, budget) : Promise.resolve({ kind: "unknown", reason: "timeout", detail: "" })));
    const { verdict, properties } = await search(counting, { method: { kind: "bounded", steps: 20 }, makeSolver });
    expect(verdict).toBe("unknown");
    expect(properties[0]).toMatchObject({ verdict: "unknown", depth: 2, limits: [{ kind: "gave-up", reason: "timeout" }] });
  });

  test("is Ctrl-C: what is known up to there is said", async () => {
    const controller = new AbortController();
    let asked = 0;
    const makeSolver = () => shared((query, budget) => {
      if (++asked === 4) controller.abort();
      return z3.ask(query, budget);
    });
    const { verdict, properties } = await search(counting, { method: { kind: "bounded", steps: 20 }, makeSolver, signal: controller.signal });
    expect(verdict).toBe("unknown");
    expect(properties[0]).toMatchObject({ verdict: "unknown", limits: [{ kind: "interrupted" }] });
    expect(properties[0].depth).toBeLessThanOrEqual(2);
  });
});

/** That nothing is known of the assumptions is not passed over in silence. */
import { describe, expect, test } from "vitest";
import { compileSpec } from "../../../src/frontend/protocol.ts";
import { consistency } from "../../../src/pipeline/proof-consistency.ts";
import { Unsupported } from "../../../src/backends/smt/unsupported.ts";
import type { SolverAnswer } from "../../../verifier/contract/solver.ts";

const { protocol } = compileSpec("specs/echo");
const found = (answer: SolverAnswer | Unsupported) => consistency(protocol, async (goals) =>
  goals.map((goal) => ({ goal, result: answer instanceof Unsupported ? answer : { name: goal.name, answer, solver: "invented", attempts: 1, milliseconds: 1 } })));

describe("assumptions", () => {
  test("that can be satisfied are no matter", async () => {
    expect(protocol.assumptions.length).toBeGreaterThan(0);
    expect((await found({ kind: "sat", model: "" })).warnings).toEqual([]);
  });

  test("that contradict each other end the proof", async () => {
    await expect(found({ kind: "unsat", core: [] })).rejects.toThrow(/T5011 nothing satisfies the assumption/);
  });

  test.each([
    ["no answer", { kind: "unknown", reason: "timeout", detail: "" } as const, "is not known: the solver has no answer (timeout)"],
    ["no translation", new Unsupported("a sum", protocol.span), "is not known: it cannot be said in logic (a sum)"],
  ])("of which nothing is known, for there is %s, get a warning", async (_, answer, why) => {
    const { warnings } = await found(answer);
    expect(warnings.map((w) => [w.code, w.severity])).toEqual([["T7003", "warning"]]);
    expect(warnings[0].message).toContain(why);
    expect(warnings[0].span?.file).toContain("echo");
  });

  test("that nobody asked about, as the proof was interrupted, get none", async () => {
    expect((await found({ kind: "unknown", reason: "stopped", detail: "" })).warnings).toEqual([]);
  });
});

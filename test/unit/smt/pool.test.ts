import { describe, expect, test } from "vitest";
import { type Solver, type SolverAnswer, type SolverBudget, type SolverQuery, SolverTextError } from "../../../verifier/contract/solver.ts";
import { SolverPool } from "../../../verifier/smt/pool.ts";

const query = (text: string): SolverQuery => ({ text, assumptions: [], wants: {} });
const unsat: SolverAnswer = { kind: "unsat", core: [] };
const sat = (model: string): SolverAnswer => ({ kind: "sat", model });
const unknown: SolverAnswer = { kind: "unknown", reason: "timeout", detail: "" };

/** Solvers that say what the script says, and what they were asked. */
function scripted(script: (text: string, budget: SolverBudget) => SolverAnswer) {
  const asked: (SolverBudget & { text: string })[] = [];
  const state = { made: 0, busy: 0, mostBusy: 0, closed: 0 };
  const make = (): Solver => {
    state.made++;
    return {
      name: "scripted",
      async ask({ text }, budget) {
        asked.push({ text, ...budget });
        state.mostBusy = Math.max(state.mostBusy, ++state.busy);
        await Promise.resolve();
        state.busy--;
        return script(text, budget);
      },
      close: async () => void state.closed++,
    };
  };
  return { make, asked, state };
}

describe("a pool of solvers", () => {
  test("answers in the order of the questions, with as many solvers as it may have", async () => {
    const { make, state } = scripted((text) => sat(text));
    const pool = new SolverPool(make, 2);
    const results = await pool.prove(["a", "b", "c", "d", "e"].map((name) => ({ name, query: query(name.toUpperCase()) })), { milliseconds: 800, retries: 0 });
    expect(results.map((r) => [r.name, (r.answer as { model: string }).model])).toEqual([["a", "A"], ["b", "B"], ["c", "C"], ["d", "D"], ["e", "E"]]);
    expect(state).toMatchObject({ made: 2, mostBusy: 2 });
    await pool.close();
    expect(state.closed).toBe(2);
  });

  test("tries other seeds, short ones first, until one has an answer", async () => {
    const { make, asked } = scripted((_, { seed }) => (seed === 12 ? unsat : unknown));
    const [result] = await new SolverPool(make, 1).prove([{ name: "a", query: query("a") }], { milliseconds: 800, retries: 3, seed: 10 });
    expect(result).toMatchObject({ answer: unsat, attempts: 3 });
    expect(asked.map((a) => [a.seed, a.milliseconds])).toEqual([[10, 100], [11, 100], [12, 100]]);
  });

  test("spends all of its budget before it gives up, and says so", async () => {
    const { make, asked } = scripted(() => unknown);
    const [result] = await new SolverPool(make, 1).prove([{ name: "a", query: query("a") }], { milliseconds: 800, retries: 2 });
    expect(result).toMatchObject({ answer: unknown, attempts: 3 });
    expect(asked.at(-1)).toMatchObject({ milliseconds: 800, seed: 2 });
  });

  test("without retries all of the budget goes to the one attempt", async () => {
    const { make, asked } = scripted(() => unknown);
    await new SolverPool(make, 1).prove([{ name: "a", query: query("a") }], { milliseconds: 800, retries: 0 });
    expect(asked.map((a) => a.milliseconds)).toEqual([800]);
  });

  test("a probe that cannot be satisfied proves nothing; the first that can is the answer", async () => {
    const answers: Record<string, SolverAnswer> = { one: unsat, two: sat("small"), all: sat("large"), never: unsat };
    const { make, asked } = scripted((text) => answers[text]);
    const pool = new SolverPool(make, 1);
    const probes = [query("one"), query("two"), query("three")];
    const [small, none, large] = await pool.prove([
      { name: "small", probes, query: query("all") }, { name: "none", probes, query: query("never") }, { name: "large", probes: [query("one")], query: query("all") },
    ], { milliseconds: 800 });
    expect(small).toMatchObject({ answer: sat("small"), probe: 1, attempts: 3 });
    expect(none).toMatchObject({ answer: unsat, attempts: 1 });
    expect(large).toMatchObject({ answer: sat("large"), attempts: 2 });
    expect(large.probe).toBeUndefined();
    expect(asked.map((a) => a.text)).not.toContain("three");
  });

  test("tells what is under way", async () => {
    const { make } = scripted(() => unsat);
    const told: string[] = [];
    await new SolverPool(make, 1).prove([{ name: "a", query: query("a") }, { name: "b", query: query("b") }], { milliseconds: 800 }, {
      started: ({ name }) => told.push(`${name}?`), finished: ({ name, answer }) => told.push(`${name}: ${answer.kind}`),
    });
    expect(told).toEqual(["a?", "a: unsat", "b?", "b: unsat"]);
  });

  test("a rejected text ends everything", async () => {
    const { make } = scripted((text) => {
      if (text === "b") throw new SolverTextError("b");
      return unsat;
    });
    await expect(new SolverPool(make, 2).prove(["a", "b", "c"].map((name) => ({ name, query: query(name) })), { milliseconds: 800 })).rejects.toThrow(SolverTextError);
  });
});

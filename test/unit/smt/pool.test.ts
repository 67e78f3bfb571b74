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

const named = (name: string, make: () => Solver) => (): Solver => ({ ...make(), name });

describe("a pool of solvers", () => {
  test("answers in the order of the questions, with as many solvers as it may have", async () => {
    const { make, state } = scripted((text) => sat(text));
    const pool = new SolverPool(make, 2, [], 0);
    const results = await pool.prove(["a", "b", "c", "d", "e"].map((name) => ({ name, query: query(name.toUpperCase()) })), { milliseconds: 800, retries: 0 });
    expect(results.map((r) => [r.name, (r.answer as { model: string }).model])).toEqual([["a", "A"], ["b", "B"], ["c", "C"], ["d", "D"], ["e", "E"]]);
    expect(state).toMatchObject({ made: 2, mostBusy: 2 });
    await pool.close();
    expect(state.closed).toBe(2);
  });

  test("makes one solver where that is done before it is time for more", async () => {
    const { make, state } = scripted(() => unsat);
    const pool = new SolverPool(make, 2, [], 60_000);
    await pool.prove(["a", "b", "c"].map((name) => ({ name, query: query(name) })), { milliseconds: 800 });
    expect(state.made).toBe(1);
  });

  test("makes more where one alone does not come to an end", async () => {
    let made = 0;
    let go = (): void => undefined;
    const second = new Promise<void>((resolve) => { go = resolve; });
    const make = (): Solver => {
      if (++made === 2) go();
      return { name: `${made}`, ask: async () => { await second; return unsat; }, close: async () => undefined };
    };
    const results = await new SolverPool(make, 2, [], 1).prove(["a", "b"].map((name) => ({ name, query: query(name) })), { milliseconds: 800 });
    expect(results.map((r) => [r.answer, r.solver])).toEqual([[unsat, "1"], [unsat, "2"]]);
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

  test("once there is a counterexample, small ones get more time", async () => {
    const { make, asked } = scripted((text, { milliseconds }) => {
      if (text === "all") return sat("large");
      return text === "two" && milliseconds === 800 ? sat("small") : text === "one" ? unsat : unknown;
    });
    const [result] = await new SolverPool(make, 1).prove([{ name: "a", probes: [query("one"), query("two"), query("three")], query: query("all") }], { milliseconds: 800 });
    expect(result).toMatchObject({ answer: sat("small"), probe: 1 });
    expect(asked.map((a) => [a.text, a.milliseconds])).toEqual([["all", 100], ["one", 100], ["two", 100], ["three", 100], ["two", 800]]);
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
    await expect(new SolverPool(make, 2, [], 0).prove(["a", "b", "c"].map((name) => ({ name, query: query(name) })), { milliseconds: 800 })).rejects.toThrow(SolverTextError);
  });

  test("asks others, in their order, only where the first has no answer", async () => {
    const first = scripted((text) => (text === "a" ? unsat : unknown));
    const second = scripted((text) => (text === "b" ? unsat : unknown));
    const third = scripted((text) => (text === "c" ? sat("") : unknown));
    const pool = new SolverPool(named("first", first.make), 1, [named("second", second.make), named("third", third.make)]);
    const results = await pool.prove(["a", "b", "c", "d"].map((name) => ({ name, query: query(name) })), { milliseconds: 800, retries: 2 });
    expect(results.map((r) => [r.answer.kind, r.solver])).toEqual([["unsat", "first"], ["unsat", "second"], ["sat", "third"], ["unknown", "first"]]);
    expect(second.asked.map((a) => [a.text, a.milliseconds])).toEqual([["b", 100], ["c", 100], ["c", 800], ["d", 100], ["d", 800]]);
    await pool.close();
    expect([first, second, third].map((s) => [s.state.made, s.state.closed])).toEqual([[1, 1], [1, 1], [1, 1]]);
  });

  test("what another finds satisfiable is probed by that one", async () => {
    const first = scripted(() => unknown);
    const second = scripted((text) => (text === "two" || text === "all" ? sat(text) : unsat));
    const pool = new SolverPool(first.make, 1, [named("second", second.make)]);
    const [result] = await pool.prove([{ name: "a", query: query("all"), probes: [query("one"), query("two")] }], { milliseconds: 800 });
    expect(result).toMatchObject({ answer: sat("two"), probe: 1, solver: "second" });
  });

  test("once closed asks nobody", async () => {
    const { make, state } = scripted(() => unsat);
    const pool = new SolverPool(make, 1);
    await pool.close();
    const [result] = await pool.prove([{ name: "a", query: query("a") }], { milliseconds: 800 });
    expect(result).toMatchObject({ answer: { kind: "unknown", reason: "stopped" }, attempts: 0 });
    expect(state.made).toBe(0);
  });

  test("closed in the middle, leaves what is open, and tries no other seed", async () => {
    const pools: SolverPool[] = [];
    const { make, asked } = scripted((text) => {
      if (text === "b") void pools[0].close();
      return text === "b" ? unknown : unsat;
    });
    pools.push(new SolverPool(make, 1, [make]));
    const results = await pools[0].prove(["a", "b", "c"].map((name) => ({ name, query: query(name) })), { milliseconds: 800 });
    expect(results.map((r) => (r.answer.kind === "unknown" ? r.answer.reason : r.answer.kind))).toEqual(["unsat", "stopped", "stopped"]);
    expect(asked.map((a) => a.text)).toEqual(["a", "b"]);
  });

  test("some questions end early: who is at one is stopped, and may be asked again", async () => {
    const ending = new AbortController();
    const { make, asked, state } = scripted((text) => {
      if (text === "b") ending.abort();
      return text === "b" ? unknown : unsat;
    });
    const pool = new SolverPool(make, 1, [make]);
    const results = await pool.prove(["a", "b", "c"].map((name) => ({ name, query: query(name) })), { milliseconds: 800, signal: ending.signal });
    expect(results.map((r) => (r.answer.kind === "unknown" ? r.answer.reason : r.answer.kind))).toEqual(["unsat", "stopped", "stopped"]);
    expect(state).toMatchObject({ made: 1, closed: 1 });
    expect((await pool.prove([{ name: "d", query: query("d") }], { milliseconds: 800 }))[0].answer).toEqual(unsat);
    expect(asked.map((a) => a.text)).toEqual(["a", "b", "d"]);
  });

  test("one is started before there is a question, and gets the first", async () => {
    const { make, state } = scripted(() => unsat);
    let started = 0;
    const pool = new SolverPool(() => ({ ...make(), start: async () => void started++ }), 2);
    pool.warm();
    expect([state.made, started]).toEqual([1, 1]);
    expect((await pool.prove([{ name: "a", query: query("a") }], { milliseconds: 800 }))[0].answer).toEqual(unsat);
    expect([state.made, started]).toEqual([1, 1]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { SolverTextError } from "../../../verifier/contract/solver.ts";
import { SolverPool } from "../../../verifier/smt/pool.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { z3Worker } from "./z3-worker.ts";

const entry = z3Worker();
const solver = new ThreadSolver(entry);
const budget = { milliseconds: 20_000, seed: 0 };
afterAll(() => solver.close());

/** Pigeons in fewer holes: easy to say, hard to refute. */
const pigeons = (n: number): string => {
  const at = (p: number, h: number): string => `p${p}h${h}`;
  const all = Array.from({ length: n }, (_, i) => i);
  const lines = all.flatMap((p) => all.slice(1).map((h) => `(declare-const ${at(p, h)} Bool)`));
  for (const p of all) lines.push(`(assert (or ${all.slice(1).map((h) => at(p, h)).join(" ")}))`);
  for (const h of all.slice(1)) for (const p of all) for (const q of all.slice(0, p)) lines.push(`(assert (not (and ${at(p, h)} ${at(q, h)})))`);
  return lines.join("\n");
};
const easy = { text: "(assert false)", assumptions: [], wants: {} };

describe("a solver in a thread", () => {
  test("says what cannot be, and which of the hypotheses it needed", async () => {
    const text = "(declare-const x Int)(declare-const |a b| Bool)(declare-const c Bool)(declare-const d Bool)(assert (=> |a b| (< x 0)))(assert (=> c (> x 0)))(assert (=> d (< x 9)))";
    expect(await solver.ask({ text, assumptions: ["a b", "c", "d"], wants: { core: true } }, budget)).toEqual({ kind: "unsat", core: ["a b", "c"] });
    expect(await solver.ask({ text, assumptions: ["a b", "d"], wants: { core: true } }, budget)).toEqual({ kind: "sat", model: "" });
  });

  test("gives a model where one is wanted", async () => {
    const answer = await solver.ask({ text: "(declare-sort Node 0)(declare-const n Node)(declare-fun f (Node) Int)(assert (= (f n) 7))", assumptions: [], wants: { model: true } }, budget);
    expect(answer.kind).toBe("sat");
    expect((answer as { model: string }).model).toContain("universe for Node");
    expect((answer as { model: string }).model).toMatch(/define-fun f [^]*7/);
  });

  test("rejects a text that it cannot read, and goes on", async () => {
    for (const text of ["(assert (= x 1))", "(assert true", "(declare-const x Int)(assert x)", "(nonsense)(assert (or))", "p cnf 1 1\n(assert (= 1 2))"]) {
      await expect(solver.ask({ ...easy, text }, budget)).rejects.toThrow(SolverTextError);
    }
    expect((await solver.ask(easy, budget)).kind).toBe("unsat");
  });

  test("reads a text of which nothing is left once it is simplified", async () => {
    expect((await solver.ask({ ...easy, text: "(assert (not (<= 1 0)))" }, budget)).kind).toBe("sat");
    expect((await solver.ask({ ...easy, text: "" }, budget)).kind).toBe("sat");
  });

  test("a question has no influence on the next", async () => {
    await solver.ask({ ...easy, text: "(declare-const x Int)(assert (= x 1))" }, budget);
    expect((await solver.ask({ ...easy, text: "(declare-const x Bool)(assert x)" }, budget)).kind).toBe("sat");
  });

  test("gives up when its time is over", async () => {
    const answer = await solver.ask({ ...easy, text: pigeons(14) }, { milliseconds: 200, seed: 1 });
    expect(answer).toMatchObject({ kind: "unknown", reason: "timeout" });
    expect((await solver.ask(easy, budget)).kind).toBe("unsat");
  });

  test("gives up when its memory is used up, and is as new afterwards", async () => {
    const small = new ThreadSolver(entry, 24);
    try {
      expect(await small.ask({ ...easy, text: pigeons(60) }, budget)).toMatchObject({ kind: "unknown", reason: "memory" });
      expect((await small.ask(easy, budget)).kind).toBe("unsat");
    } finally {
      await small.close();
    }
  });

  test("starts again after it was closed", async () => {
    await solver.close();
    expect((await solver.ask(easy, budget)).kind).toBe("unsat");
  });
});

describe("a thread that", () => {
  const folder = mkdtempSync(join(tmpdir(), "tenet-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = (name: string, body: string): URL => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `import { parentPort } from "node:worker_threads";\n${body}`);
    return pathToFileURL(file);
  };
  const asked = async (entry: URL, milliseconds = 20_000) => {
    const solver = new ThreadSolver(entry);
    try {
      return [await solver.ask(easy, { milliseconds, seed: 0 }), await solver.ask(easy, { milliseconds, seed: 0 })];
    } finally {
      await solver.close();
    }
  };
  const ready = `parentPort.postMessage({ ready: "1" });`;

  test("hangs is ended, and another takes its place", async () => {
    const stuck = script("stuck", `${ready} parentPort.on("message", () => { for (;;); });`);
    const timeout = { kind: "unknown", reason: "timeout" };
    expect(await asked(stuck, 1)).toMatchObject([timeout, timeout]);
  });

  test("dies leaves the question unknown", async () => {
    const crash = { kind: "unknown", reason: "crash" };
    expect(await asked(script("dies", `${ready} parentPort.on("message", () => { throw new Error("out of luck"); });`))).toMatchObject([{ ...crash, detail: "out of luck" }, crash]);
    expect(await asked(script("ends", `${ready} parentPort.on("message", () => process.exit(3));`))).toMatchObject([crash, crash]);
  });

  test("never starts leaves the question unknown", async () => {
    const crash = { kind: "unknown", reason: "crash" };
    expect(await asked(script("throws", `throw new Error("no memory");`))).toMatchObject([{ ...crash, detail: "no memory" }, crash]);
    expect(await asked(script("returns", ""))).toMatchObject([crash, crash]);
  });

  test("hangs or dies costs a pool no more than the question", async () => {
    const body = `${ready} parentPort.on("message", ({ id, query }) => {
      if (query.text === "hang") for (;;);
      if (query.text === "die") process.exit(1);
      parentPort.postMessage({ id, answer: { kind: "unsat", core: [] } });
    });`;
    const entry = script("moody", body);
    const pool = new SolverPool(() => new ThreadSolver(entry), 1);
    const tasks = ["good", "die", "good", "hang", "good"].map((text) => ({ name: text, query: { ...easy, text } }));
    const results = await pool.prove(tasks, { milliseconds: 1, retries: 0 });
    await pool.close();
    expect(results.map(({ answer }) => (answer.kind === "unknown" ? answer.reason : answer.kind))).toEqual(["unsat", "crash", "unsat", "timeout", "unsat"]);
  });
});

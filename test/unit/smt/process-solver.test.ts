import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readModel } from "../../../src/backends/smt/model-text.ts";
import type { SolverAnswer } from "../../../verifier/contract/solver.ts";
import { findNativeSolvers } from "../../../verifier/smt/native.ts";
import { type NativeSolver, ProcessSolver } from "../../../verifier/smt/process-solver.ts";
import { answering, fakeSolvers } from "./fake-solver.ts";

const fake = fakeSolvers();
afterAll(() => fake.remove());

const easy = { text: "(assert false)", assumptions: [], wants: {} };
const budget = { milliseconds: 20_000, seed: 0 };

/** Asks a script. */
async function said(body: string, { milliseconds = 20_000, grace = 2_000, wants = {} } = {}): Promise<SolverAnswer> {
  const solver = new ProcessSolver({ kind: "z3", path: fake.write("z3", body), version: "9.9.9" }, 1500, grace);
  try {
    return await solver.ask({ ...easy, wants }, { milliseconds, seed: 0 });
  } finally {
    await solver.close();
  }
}
const crash = { kind: "unknown", reason: "crash" };
const timeout = { kind: "unknown", reason: "timeout" };

describe("a solver in a process", () => {
  test("is believed when it answers as it should", async () => {
    expect(await said(answering("echo unsat"))).toEqual({ kind: "unsat", core: [] });
    expect(await said(answering("echo sat"))).toEqual({ kind: "sat", model: "" });
    expect(await said(answering("echo unknown"))).toMatchObject({ kind: "unknown", reason: "incomplete" });
  });

  test.each([
    ["says nothing", "head -n 1 > /dev/null"],
    ["ends at once", "exit 0"],
    ["answers without having read the question", "echo unsat; exit 0"],
    ["answers before it has read the question", "echo unsat; head -n 1 > /dev/null"],
    ["complains about the text and then answers", `echo '(error "line 3 column 9: unknown constant x")'\n${answering("echo unsat")}`],
    ["answers and then fails", answering("echo unsat; exit 3")],
    ["answers and is killed", answering("echo unsat; kill -9 $$")],
    ["answers twice", answering("echo unsat; echo sat")],
    ["answers on the wrong stream", answering("echo unsat >&2; exit 0")],
    ["breaks off in the middle of its answer", answering("printf uns; exit 0")],
    ["does not end its line", answering("printf unsat; exit 0")],
    ["says something else", answering("echo 'unsat, I think'")],
    ["says sat and fails", answering("echo sat; exit 1")],
  ])("that %s has not answered", async (_, body) => {
    expect(await said(body)).toMatchObject(crash);
  });

  test("that has no model has not answered who wants one", async () => {
    expect(await said(answering("echo sat"), { wants: { model: true } })).toMatchObject(crash);
    expect(await said(answering("echo sat; echo '(error no model)'"), { wants: { model: true } })).toMatchObject(crash);
  });

  test("that is out of memory says so", async () => {
    expect(await said(answering(`echo '(error "out of memory")'; exit 101`))).toMatchObject({ kind: "unknown", reason: "memory" });
    expect(await said("exit 101")).toMatchObject({ kind: "unknown", reason: "memory" });
  });

  test("that hangs is ended, with all that it has started", async () => {
    const ticks = join(fake.folder, "ticks");
    expect(await said(`(while true; do echo tick >> ${ticks}; sleep 0.05; done) &\nsleep 1000`, { milliseconds: 1, grace: 300 })).toMatchObject(timeout);
    const before = readFileSync(ticks, "utf8").length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(readFileSync(ticks, "utf8").length).toBe(before);
    expect(await said(answering("sleep 1000"), { milliseconds: 1, grace: 300 })).toMatchObject(timeout);
  });

  test("that writes without an end is ended", async () => {
    expect(await said("yes unsat")).toMatchObject(crash);
    expect(await said("yes unsat | tr -d '\\n'")).toMatchObject({ ...crash, detail: "it wrote without an end" });
  });

  test("that leaves something behind with its output open does not keep us", async () => {
    expect(await said(`sleep 1000 &\n${answering("echo unsat")}`)).toEqual({ kind: "unsat", core: [] });
  });

  test("that is not there leaves the question unknown", async () => {
    const solver = new ProcessSolver({ kind: "z3", path: join(fake.folder, "nothing"), version: "1" });
    expect(await solver.ask(easy, budget)).toMatchObject(crash);
  });

  test("that is closed meanwhile leaves the question unknown", async () => {
    const begun = join(fake.folder, "begun");
    const solver = new ProcessSolver({ kind: "z3", path: fake.write("z3", `touch ${begun}; sleep 1000`), version: "1" });
    const answer = solver.ask(easy, budget);
    while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 10));
    await solver.close();
    expect(await answer).toMatchObject(crash);
  });

  test("gets nothing of the environment but the path, and the limits that it should keep", async () => {
    process.env.TENET_SECRET = "secret";
    const log = join(fake.folder, "log");
    await said(`{ echo "$@"; env; } > ${log}\n${answering("echo unsat")}`, { milliseconds: 1234 });
    delete process.env.TENET_SECRET;
    const text = readFileSync(log, "utf8");
    expect(text).toContain("-in -smt2 -t:1234 -T:3 -memory:1500");
    expect(text).toContain("PATH=");
    expect(text).not.toContain("SECRET");
    expect(text).not.toContain("HOME=");
  });
});

describe("looking for solvers", () => {
  test("takes those that say what they are, from absolute folders", async () => {
    fake.write("z3", answering("echo unsat"));
    fake.write("cvc5", "echo This is not cvc5");
    expect(await findNativeSolvers(fake.folder)).toEqual([{ kind: "z3", path: join(fake.folder, "z3"), version: "9.9.9" }]);
    expect(await findNativeSolvers(`.:bin::${join(fake.folder, "none")}`)).toEqual([]);
    expect(await findNativeSolvers("")).toEqual([]);
    fake.write("z3", "echo Z3 version 9.9.9; exit 1");
    expect(await findNativeSolvers(fake.folder)).toEqual([]);
  });
});

const installed = await findNativeSolvers();
const pigeons = (n: number): string => {
  const all = Array.from({ length: n }, (_, i) => i), holes = all.slice(1);
  return [
    ...all.flatMap((p) => holes.map((h) => `(declare-const p${p}h${h} Bool)`)),
    ...all.map((p) => `(assert (or ${holes.map((h) => `p${p}h${h}`).join(" ")}))`),
    ...holes.flatMap((h) => all.flatMap((p) => all.slice(0, p).map((q) => `(assert (not (and p${p}h${h} p${q}h${h})))`))),
  ].join("\n");
};

describe.each(["z3", "cvc5"] as const)("%s, where it is installed", (kind) => {
  const native = installed.find((n) => n.kind === kind);
  let solver: ProcessSolver;
  beforeAll(() => {
    solver = new ProcessSolver(native ?? { kind, path: "", version: "" });
  });
  const here = test.skipIf(!native);

  here("says what cannot be, and which of the hypotheses it needed", async () => {
    expect(await solver.ask(easy, budget)).toEqual({ kind: "unsat", core: [] });
    const text = "(declare-const x Int)(declare-const |a b| Bool)(declare-const c Bool)(declare-const d Bool)(assert (=> |a b| (< x 0)))(assert (=> c (> x 0)))(assert (=> d (< x 9)))";
    const answer = await solver.ask({ text, assumptions: ["a b", "c", "d"], wants: { core: true } }, budget);
    expect(answer.kind).toBe("unsat");
    expect((answer as { core: readonly string[] }).core).toEqual(expect.arrayContaining(["a b", "c"]));
  });

  here("gives a model that can be read", async () => {
    const text = "(declare-sort Node 0)(declare-const n Node)(declare-const m Node)(declare-fun |f x| (Node) Int)(assert (not (= n m)))(assert (= (|f x| n) 7))(assert (= (|f x| m) (- 3)))";
    const answer = await solver.ask({ text, assumptions: [], wants: { model: true } }, budget);
    expect(answer.kind).toBe("sat");
    const model = readModel((answer as { model: string }).model, []);
    expect(model.universes.get("Node")?.length).toBeGreaterThanOrEqual(2);
    expect([model.evaluate("(|f x| n)"), model.evaluate("(|f x| m)"), model.evaluate("(= n m)")]).toEqual([7, -3, false]);
  });

  here("rejects a text that it cannot read", async () => {
    for (const text of ["(assert (= x 1))", "(assert true", "(declare-const x Int)(assert x)", "(nonsense)(assert (or))"]) {
      expect(await solver.ask({ ...easy, text }, budget), text).toMatchObject(crash);
    }
  });

  here("gives up when its time is over", async () => {
    expect(await solver.ask({ ...easy, text: pigeons(14) }, { milliseconds: 300, seed: 1 })).toMatchObject(timeout);
  });

  here("gives up when its memory is used up", async () => {
    const small = new ProcessSolver(native as NativeSolver, kind === "z3" ? 24 : 120);
    expect((await small.ask({ ...easy, text: pigeons(60) }, budget)).kind).toBe("unknown");
  });
});

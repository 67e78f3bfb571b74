/** What was proved before is asked no more; nothing else is believed because of a file. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { prove, type ProofReport, type ProveOptions } from "../../../src/index.ts";
import { lockBeside } from "../../../src/pipeline/proof-lock.ts";
import { builtInName } from "../../../src/pipeline/proof-solvers.ts";
import type { Solver, SolverAnswer, SolverQuery } from "../../../verifier/contract/solver.ts";

const work = mkdtempSync(join(tmpdir(), "tenet-lock-"));
afterAll(() => rmSync(work, { recursive: true }));
let folder = "";
let lock = "";
beforeEach(() => {
  folder = mkdtempSync(join(work, "spec-"));
  lock = join(folder, "proof.lock.json");
  for (const file of ["spec.ts", "proof.ts"]) cpSync(join("specs/lock-server", file), join(folder, file));
});

const unsat: SolverAnswer = { kind: "unsat", core: [] };
interface Run { readonly report: ProofReport; readonly asked: readonly string[] }

/** Proves with an invented solver, of the name of the one whose answers are trusted. */
async function run(options: ProveOptions = {}, answer: (query: SolverQuery) => SolverAnswer = () => unsat, name = builtInName()): Promise<Run> {
  const asked: string[] = [];
  const makeSolver = (): Solver => ({
    name,
    ask: async (query) => {
      asked.push(query.text);
      return answer(query);
    },
    close: () => Promise.resolve(),
  });
  return { report: await prove(folder, { lock: "use", makeSolver, parallel: 2, timeoutMs: 8, ...options }), asked };
}
const codes = ({ report }: Run): string[] => report.warnings.map((w) => w.code);
const entries = (): { goal: string; solver: string; sha256: string }[] => JSON.parse(readFileSync(lock, "utf8")).proofs.LockServer;

describe("proof.lock.json", () => {
  test("lies beside the spec", () => {
    expect(lockBeside(folder)).toBe(lock);
    expect(lockBeside(join(folder, "spec.ts"))).toBe(lock);
    expect(lockBeside(join(folder, "other.ts"))).toBe(join(folder, "other.proof.lock.json"));
  });

  test("lets a proof that has not changed be repeated without a solver", async () => {
    const first = await run();
    expect(first.report.verdict).toBe("proved");
    expect(first.asked.length).toBeGreaterThan(4);
    const text = readFileSync(lock, "utf8");
    const second = await run();
    expect(second.asked).toEqual([]);
    expect(second.report).toMatchObject({ verdict: "proved", solver: { goals: first.report.solver.goals, remembered: first.report.solver.goals, answered: [] } });
    expect(readFileSync(lock, "utf8")).toBe(text);
    expect(readdirSync(folder).toSorted()).toEqual(["proof.lock.json", "proof.ts", "spec.ts"]);
  });

  test("is the same whoever was asked first", async () => {
    await run({ parallel: 1 });
    const text = readFileSync(lock, "utf8");
    expect(entries().map((e) => e.goal)).toEqual(entries().map((e) => e.goal).toSorted());
    rmSync(lock);
    await run({ parallel: 4 });
    expect(readFileSync(lock, "utf8")).toBe(text);
  });

  test("lets only what has changed be asked again", async () => {
    const { report } = await run();
    const spec = join(folder, "spec.ts");
    // Of two actions, one.
    const changed = readFileSync(spec, "utf8").replace("require(this.semaphore[server]);", "require(this.semaphore[server]);\n    require(!this.links.has({ client, server }));");
    writeFileSync(spec, changed);
    const again = await run();
    expect(again.asked.length).toBeGreaterThan(0);
    expect(again.asked.length).toBeLessThan(report.solver.goals);
    expect(again.report.solver.remembered + again.asked.length).toBe(again.report.solver.goals);
    // What is no goal any more is forgotten.
    expect(entries().length).toBe(again.report.solver.goals);
  });

  test.each([["sat", { kind: "sat", model: "" }], ["unknown", { kind: "unknown", reason: "timeout", detail: "" }]] as const)("never remembers %s", async (_, answer) => {
    const unlessProbed = ({ text }: SolverQuery): SolverAnswer => (text.includes("e!0") ? { kind: "unknown", reason: "timeout", detail: "" } : answer);
    await run({}, unlessProbed);
    expect(existsSync(lock)).toBe(false);
    // Some hold, some do not.
    const mixed = await run({}, (query) => (query.text.includes("links'") ? unlessProbed(query) : unsat));
    expect(mixed.report.verdict).not.toBe("proved");
    const again = await run({}, unlessProbed);
    expect(again.asked.length).toBeGreaterThan(0);
    expect(again.report.verdict).not.toBe("proved");
  });

  test("does not remember that a probe has no model", async () => {
    // Only the probes say that there is no element but a few.
    await run({}, ({ text }) => (text.includes("e!0") ? unsat : { kind: "unknown", reason: "timeout", detail: "" }));
    expect(existsSync(lock)).toBe(false);
  });

  test("is neither read nor written where it does not count", async () => {
    await run();
    const text = readFileSync(lock, "utf8");
    const nothing = { kind: "unknown", reason: "timeout", detail: "" } as const;
    for (const options of [{ lock: undefined }, { evidence: () => undefined }] satisfies ProveOptions[]) {
      const { report, asked } = await run(options, () => nothing);
      expect(asked.length).toBeGreaterThan(0);
      expect(report).toMatchObject({ verdict: "unknown", solver: { remembered: 0 } });
    }
    const fresh = await run({ lock: "fresh" }, () => nothing);
    expect(fresh.report.verdict).toBe("unknown");
    expect(readFileSync(lock, "utf8")).toBe(text);
    rmSync(lock);
    await run({ lock: undefined });
    await run({ evidence: () => undefined });
    expect(existsSync(lock)).toBe(false);
  });

  test("is written anew with fresh", async () => {
    writeFileSync(lock, "{ damaged");
    const { report } = await run({ lock: "fresh" });
    expect(report.warnings).toEqual([]);
    expect((await run()).asked).toEqual([]);
  });

  test("does not count for what another solver or another Tenet said", async () => {
    const { report } = await run({}, undefined, "z3-solver 1.0.0");
    expect(entries()[0].solver).toBe("z3-solver 1.0.0");
    expect((await run()).asked.length).toBe(report.solver.goals);
    expect((await run()).asked).toEqual([]);
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/"tenet": ".*"/, '"tenet": "0.0.1"'));
    expect((await run()).asked.length).toBe(report.solver.goals);
  });

  test("keeps what was known where the proof was interrupted", async () => {
    await run();
    const before = entries();
    writeFileSync(join(folder, "spec.ts"), readFileSync(join(folder, "spec.ts"), "utf8").replaceAll("semaphore", "flag"));
    writeFileSync(join(folder, "proof.ts"), readFileSync(join(folder, "proof.ts"), "utf8").replaceAll("semaphore", "flag"));
    const controller = new AbortController();
    let answers = 0;
    const { report } = await run({ signal: controller.signal, parallel: 1 }, () => {
      if (++answers === 2) controller.abort();
      return unsat;
    });
    expect(report).toMatchObject({ interrupted: true, verdict: "unknown" });
    expect(report.solver.goals).toBeLessThan(before.length);
    // Goals that are one question with another are known already.
    expect(entries().length).toBeGreaterThan(before.length);
    expect(entries()).toEqual(expect.arrayContaining(before));
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 900), /^Un|^Exp/, 11],
    ["with the marks of a conflict", (text: string) => text.replace('    "LockServer"', '<<<<<<< ours\n    "LockServer"'), /./, 6],
    ["empty", () => "", /Unexpected end/, 1],
    ["of something else", () => "[1, 2]\n", /not written by tenet prove/, 1],
    ["of another format", (text: string) => text.replace('"format": 1', '"format": 2'), /not written by tenet prove/, 1],
    ["with a hash that is none", (text: string) => text.replace(/("sha256":")[0-9a-f]{4}/, "$1"), /entry 1 of LockServer/, 7],
    ["with more in it", (text: string) => text.replace('{"goal"', '{"verdict":"unsat","goal"'), /entry 1 of LockServer/, 7],
    ["with a list that is none", (text: string) => text.replace('"LockServer": [', '"Other": 7, "LockServer": ['), /of Other/, undefined],
  ])("%s is ignored as a whole, with a warning that says where, and left alone", async (_, damage, why, line) => {
    await run();
    const damaged = damage(readFileSync(lock, "utf8"));
    writeFileSync(lock, damaged);
    const done = await run();
    expect(done.asked.length).toBe(done.report.solver.goals);
    expect(done.report.verdict).toBe("proved");
    expect(codes(done)).toEqual(["T7004"]);
    expect(done.report.warnings[0].message).toMatch(new RegExp(why.source.replace("^", "count: ")));
    if (line !== undefined) expect(done.report.warnings[0].span).toMatchObject({ file: lock, line });
    expect(readFileSync(lock, "utf8")).toBe(damaged);
  });

  test("that is no file, or too large, is ignored", async () => {
    mkdirSync(lock);
    expect(codes(await run())).toEqual(["T7004"]);
    rmSync(lock, { recursive: true });
    writeFileSync(lock, " ".repeat(2 ** 24 + 1));
    const done = await run();
    expect(codes(done)).toEqual(["T7004"]);
    expect(done.report.verdict).toBe("proved");
  });

  test.skipIf(process.getuid?.() === 0)("that cannot be written is a warning", async () => {
    chmodSync(folder, 0o555);
    const done = await run();
    chmodSync(folder, 0o755);
    expect(done.report.verdict).toBe("proved");
    expect(codes(done)).toEqual(["T7004"]);
  });

  test("whose place is taken while the proof runs is a warning, and nothing is left behind", async () => {
    const done = await run({}, () => {
      mkdirSync(join(lock, "taken"), { recursive: true });
      return unsat;
    });
    expect(done.report.verdict).toBe("proved");
    expect(codes(done)).toEqual(["T7004"]);
    expect(readdirSync(folder).toSorted()).toEqual(["proof.lock.json", "proof.ts", "spec.ts"]);
  });
});

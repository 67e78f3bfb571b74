/** Evidence is complete, and its script does not take silence for a yes. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectEvidence, foreignFiles, prove, type ProofReport, replaceEvidence } from "../../../src/index.ts";
import type { Solver } from "../../../verifier/contract/solver.ts";
import { findNativeSolvers } from "../../../verifier/smt/native.ts";
import { ThreadSolver } from "../../../verifier/smt/thread-solver.ts";
import { fakeSolvers } from "../smt/fake-solver.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const fake = fakeSolvers();
const work = mkdtempSync(join(tmpdir(), "tenet-evidence-"));
const solver = new ThreadSolver(z3Worker());
const makeSolver = (): Solver => ({ name: "test 1.0", ask: (q, b) => solver.ask(q, b), close: () => Promise.resolve() });
afterAll(async () => {
  await solver.close();
  fake.remove();
  rmSync(work, { recursive: true });
});

/** One lemma is false, so there are two rounds; there is an assumption, a step property and a bound. */
const spec = `
import { action, assume, exists, forall, invariant, step, type Int, type Sort } from "tenet";
type Node = Sort<"Node">;
export class Tokens {
  static scope = { Node: 2 };
  readonly good!: Record<Node, boolean>;
  count: Int<0, 3> = 0;
  done = false;
  @assume someGood() { return exists((n: Node) => this.good[n]); }
  @action go(n: Node) { this.done = this.good[n]; if (this.count < 3) { this.count += 1; } }
  @invariant onlyByGood() { return !this.done || exists((n: Node) => this.good[n]); }
  @invariant never() { return !this.done; }
  @step grows(next: Tokens) { return next.count >= this.count; }
}`;

let report: ProofReport;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  const file = join(work, "tokens.ts");
  writeFileSync(file, spec);
  const evidence = collectEvidence();
  report = await prove(file, { makeSolver, parallel: 1, evidence: evidence.take });
  files = evidence.files(report);
}, 60_000);

const folderOf = (name: string): string => {
  const folder = join(work, name);
  replaceEvidence(files, folder);
  return folder;
};
const goals = (): { file: string; goal: string; expected: string; answeredBy: string }[] => JSON.parse(files.get("evidence.json")!).goals;

describe("evidence", () => {
  test("has every goal that the verdict rests on, and none of those that did not hold", () => {
    expect(Object.fromEntries(report.properties.map((p) => [p.name, p.verdict]))).toEqual({ onlyByGood: "proved", never: "violated", grows: "proved", "no failure": "proved" });
    const names = goals().map((g) => g.goal);
    expect(names).toEqual(expect.arrayContaining(["consistency of the assumptions", "initiation onlyByGood", "consecution go onlyByGood", "step go grows"]));
    expect(names.filter((n) => n.startsWith("no-failure")).length).toBe(report.properties.find((p) => p.name === "no failure")!.goals);
    expect(names.filter((n) => n.includes("never"))).toEqual([]);
    expect(goals().filter((g) => g.expected === "sat").map((g) => g.goal)).toEqual(["consistency of the assumptions"]);
  });

  test("assumes nothing that was dropped", () => {
    for (const [name, text] of files) if (name.endsWith(".smt2")) expect(text, name).not.toContain("; never");
  });

  test("says where it comes from", () => {
    const first = files.get(goals()[0].file)!;
    expect(first).toMatch(/^; Tokens: consistency of the assumptions\n; Tenet \d.*; answered by test 1\.0\n; .*tokens\.ts, SHA-256 [0-9a-f]{64}\n\(set-info :status sat\)\n/);
    expect(JSON.parse(files.get("evidence.json")!)).toMatchObject({ protocol: "Tokens", proved: ["onlyByGood", "grows", "no failure"], notProved: ["never"] });
  });
});

describe("check.sh", () => {
  const check = (name: string, solver: string, path = process.env.PATH) => {
    const folder = folderOf(name);
    const { status, stdout } = spawnSync("/bin/sh", [join(folder, "check.sh")], { encoding: "utf8", env: { PATH: path ?? "", ...(solver !== "" && { SOLVER: solver }) } });
    return { status, stdout };
  };
  /** Answers as the file says, but for some goal. */
  const script = (except: string, instead: string): string =>
    fake.write("solver", `case "$1" in *${except}*) ${instead} ;; *) sed -n 's/^(set-info :status \\(.*\\))$/\\1/p' "$1" ;; esac`);
  const all = (): string => `of ${goals().length} as expected\n`;

  test("is content with the right answers", () => {
    expect(check("right", script("nothing", "exit 1"))).toEqual({ status: 0, stdout: `${goals().length} ${all()}` });
  });

  test.each([
    ["a wrong answer", "echo sat", 1, "sat, expected unsat"],
    ["no output", "exit 0", 3, "no answer, expected unsat"],
    ["unknown", "echo unknown", 3, "no answer, expected unsat"],
    ["an error before an answer", "echo '(error)'; echo unsat", 3, "no answer, expected unsat"],
    ["an answer on the wrong stream", "echo unsat >&2", 3, "no answer, expected unsat"],
  ])("is not content with %s", (_, instead, status, message) => {
    const done = check("wrong", script("initiation-onlyByGood", instead));
    expect(done.status).toBe(status);
    expect(done.stdout).toContain(`-initiation-onlyByGood.smt2: ${message}\n`);
    expect(done.stdout).toContain(`${goals().length - 1} ${all()}`);
  });

  test("does not take the lack of a solver for success", () => {
    expect(check("none", "no-such-solver --fast")).toEqual({ status: 2, stdout: "there is no no-such-solver\n" });
    expect(check("none", "", "/nowhere").status).not.toBe(0);
  });

  test("misses a file that is gone", () => {
    const folder = folderOf("gone");
    rmSync(join(folder, goals()[1].file));
    const done = spawnSync("/bin/sh", [join(folder, "check.sh")], { encoding: "utf8", env: { PATH: process.env.PATH, SOLVER: script("nothing", "exit 1") } });
    expect(done.status).toBe(2);
    expect(done.stdout).toContain("is missing");
  });

  test("of nothing is no success", async () => {
    const evidence = collectEvidence();
    writeFileSync(join(work, "check-nothing.sh"), evidence.files(report).get("check.sh")!);
    expect(spawnSync("/bin/sh", [join(work, "check-nothing.sh")], { env: { PATH: process.env.PATH, SOLVER: "true" } }).status).toBe(3);
  });
});

const installed = await findNativeSolvers();
describe.each(["z3", "cvc5 --finite-model-find"])("check.sh with %s, where it is installed", (command) => {
  test.skipIf(!installed.some((s) => command.startsWith(s.kind)))("agrees", { timeout: 60_000 }, () => {
    const { status, stdout } = spawnSync("/bin/sh", [join(folderOf("real"), "check.sh")], { encoding: "utf8", env: { PATH: process.env.PATH, SOLVER: command } });
    expect(stdout).toBe(`${goals().length} of ${goals().length} as expected\n`);
    expect(status).toBe(0);
  });
});

describe("a folder for evidence", () => {
  test("keeps nothing of an earlier proof", () => {
    const folder = folderOf("twice");
    const [first, ...rest] = goals();
    const fewer = new Map([...files].filter(([name]) => name !== first.file));
    fewer.set("evidence.json", JSON.stringify({ tenet: "0", goals: rest }));
    replaceEvidence(fewer, folder);
    expect(readdirSync(folder).toSorted()).toEqual([...fewer.keys()].toSorted());
    expect(foreignFiles(folder)).toEqual([]);
  });

  test("is refused where something else lies in it", () => {
    const folder = folderOf("foreign");
    expect(foreignFiles(folder)).toEqual([]);
    writeFileSync(join(folder, "999-mine.smt2"), "");
    expect(foreignFiles(folder)).toEqual(["999-mine.smt2"]);
    expect(foreignFiles(work)).toContain("tokens.ts");
    expect(foreignFiles(join(work, "none"))).toEqual([]);
  });

  test("loses no file that only a list of somebody else names", () => {
    const folder = folderOf("listed");
    const outside = join(work, "outside.smt2");
    writeFileSync(outside, "");
    writeFileSync(join(folder, "evidence.json"), JSON.stringify({ tenet: "0", goals: [{ file: "../outside.smt2" }, { file: 7 }] }));
    expect(foreignFiles(folder)).not.toEqual([]);
    replaceEvidence(files, folder);
    expect(existsSync(outside)).toBe(true);
    expect(readFileSync(join(folder, "check.sh"), "utf8")).toBe(files.get("check.sh"));
  });
});

/** Solvers on the PATH: scripts, so that it does not matter which are installed. And Ctrl-C while they work. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answering, fakeSolvers, type FakeSolvers } from "../unit/smt/fake-solver.ts";
import { cli, sandbox } from "./transcript.ts";

let folder = "";
let fake: FakeSolvers;
beforeAll(() => {
  folder = sandbox();
  fake = fakeSolvers();
});
afterEach(() => {
  for (const name of ["z3", "cvc5"]) rmSync(join(fake.folder, name), { force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  fake.remove();
});

/** The scripts need a shell and what is always beside it, but no solver of this machine. */
const fakePath = (): string => fake.folder;
function tenet(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "prove", ...args], { cwd: folder, encoding: "utf8", env: { PATH: fakePath() } });
  return { status, stdout, stderr };
}

/** Says `unsat` to everything. */
const yes = answering("echo unsat");

describe("a second opinion", { timeout: 120_000 }, () => {
  test("needs a second solver", () => {
    const { status, stdout, stderr } = tenet("specs/lock-server", "--second-opinion");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/no second solver .*neither z3 nor cvc5 is on the PATH[^]*Install one of them/);
    expect(JSON.parse(tenet("specs/lock-server", "--second-opinion", "--json").stdout)).toMatchObject({ error: { kind: "usage" } });
  });

  test("that is the same is counted", () => {
    fake.write("z3", yes);
    const { status, stdout } = tenet("specs/lock-server", "--second-opinion");
    expect(stdout).toContain("\n  second opinion: z3 9.9.9 agreed on 6 of 6 goals\n");
    expect(status).toBe(0);
    expect(existsSync(join(folder, "specs/lock-server/proof.lock.json"))).toBe(false);
  });

  test("that is none is counted too", () => {
    fake.write("z3", answering("echo unknown"));
    const { status, stdout } = tenet("specs/lock-server", "--second-opinion", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "proved", solver: { goals: 6, opinions: [{ solver: "z3 9.9.9", asked: 6, agreed: 0 }] } });
    expect(status).toBe(0);
    expect(tenet("specs/lock-server", "--second-opinion").stdout).toContain("z3 9.9.9 agreed on 0 of 6 goals, no answer on 6\n");
  });

  test.each([
    ["unsat", "sat", ["specs/lock-server"]],
    // Without its lemma there is a counterexample.
    ["sat", "unsat", ["specs/toy-consensus/spec.ts", "--proof", "test/cli/specs/no-proof.ts"]],
  ])("that is another ends everything: %s, %s", (first, second, args) => {
    fake.write("z3", answering(`echo ${second}`));
    const { status, stdout, stderr } = tenet(...args, "--second-opinion");
    expect(stderr).toMatch(new RegExp(`the solvers contradict each other about the goal \\w+ .*: z3-solver [\\d.]+ says ${first}, z3 9\\.9\\.9 says ${second}`));
    const [, file] = /The question is in (\S+\.smt2)/.exec(stderr)!;
    expect(readFileSync(file, "utf8")).toMatch(/\(set-logic ALL\)\n[^]*\(check-sat\)\n$/);
    rmSync(join(file, ".."), { recursive: true });
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
  });
});

describe("--solver", { timeout: 120_000 }, () => {
  test("asks that one first, and says so", () => {
    fake.write("z3", yes);
    const { status, stdout } = tenet("specs/lock-server", "--solver", "z3", "--no-lock");
    expect(stdout).toMatch(/\n {2}6 goals · z3 9\.9\.9 · /);
    expect(status).toBe(0);
  });

  test("asks the built-in one where that one has no answer", () => {
    fake.write("z3", "exit 1");
    expect(tenet("specs/lock-server", "--solver", "z3", "--no-lock").status).toBe(2);
    fake.write("z3", answering("exit 1"));
    const { solver, verdict } = JSON.parse(tenet("specs/lock-server", "--solver", "z3", "--no-lock", "--json").stdout);
    expect(verdict).toBe("proved");
    expect(solver.answered).toEqual([{ solver: expect.stringMatching(/^z3-solver /), goals: 6 }]);
  });

  test("is refused where there is none", () => {
    const { status, stderr } = tenet("specs/lock-server", "--solver", "cvc5");
    expect(stderr).toContain("there is no cvc5 on the PATH");
    expect(status).toBe(2);
    expect(tenet("specs/lock-server", "--solver", "vampire").status).toBe(2);
  });

  test("by default asks those installed only where the built-in one has no answer", () => {
    const log = join(fake.folder, "log");
    fake.write("z3", answering(`echo asked >> ${log}; echo unsat`));
    expect(tenet("specs/lock-server", "--no-lock", "--quiet").status).toBe(0);
    expect(existsSync(log)).toBe(false);
    // So little time that the built-in one cannot answer everything.
    const { stdout } = tenet("specs/two-phase-commit", "--no-lock", "--timeout", "1ms", "--json");
    const { verdict, solver } = JSON.parse(stdout);
    expect(verdict).toBe("proved");
    expect(solver.answered).toContainEqual({ solver: "z3 9.9.9", goals: expect.any(Number) });
  });

  test("wasm asks nobody else; out of time, the goal and the time are named", () => {
    fake.write("z3", yes);
    const { status, stdout } = tenet("specs/two-phase-commit", "--no-lock", "--timeout", "1ms", "--solver", "wasm");
    expect(stdout).toMatch(/goal \w+ .*: the solver ran out of time after \d+ attempts? in /);
    expect(stdout).toContain("A longer --timeout may help");
    expect(stdout).toContain("Not proved: ");
    expect(status).toBe(3);
  });
});

describe("proof.lock.json", { timeout: 120_000 }, () => {
  test("is used, said, and ignored on demand", () => {
    const lock = join(folder, "specs/lock-server/proof.lock.json");
    const summary = (...flags: string[]): string => /^ {2}\d+ goals.*(?= · )/m.exec(tenet("specs/lock-server", ...flags).stdout)![0];
    expect(summary("--no-lock")).toBe("  6 goals · z3");
    expect(existsSync(lock)).toBe(false);
    expect(summary()).toBe("  6 goals · z3");
    const text = readFileSync(lock, "utf8");
    expect(summary()).toBe("  6 goals, 6 from proof.lock.json");
    expect(summary("--fresh")).toBe("  6 goals · z3");
    expect(summary("--no-lock")).toBe("  6 goals · z3");
    expect(readFileSync(lock, "utf8")).toBe(text);
    rmSync(lock);
  });
});

describe("--evidence", { timeout: 120_000 }, () => {
  test("is not written among other files", () => {
    const { status, stderr } = tenet("specs/lock-server", "--evidence", "specs/lock-service");
    expect(stderr).toContain("files that are not evidence of an earlier proof: expect.json, proof.ts, spec.ts");
    expect(status).toBe(2);
  });
});

describe("Ctrl-C", { timeout: 120_000 }, () => {
  /** Proves with a solver that thinks for long, and is interrupted while it does. */
  async function interrupted(flags: readonly string[], signals: readonly NodeJS.Signals[]): Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string }> {
    const asked = join(fake.folder, "asked");
    rmSync(asked, { force: true });
    // The first few answers are quick.
    fake.write("z3", answering(`if [ -e ${asked}-1 ]; then touch ${asked}; sleep 30; else : > ${asked}-1; echo unsat; fi`));
    rmSync(`${asked}-1`, { force: true });
    const args = [cli, "prove", "specs/two-phase-commit", "--solver", "z3", "--timeout", "40s", ...flags];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"], env: { PATH: `${fakePath()}:/usr/bin:/bin` } });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string }>((resolve) => {
      child.on("close", (code, signal) => resolve({ code, signal, stdout }));
    });
    while (!existsSync(asked) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const signal of signals) child.kill(signal);
    return ended;
  }

  test("prints what was learnt and exits 3", async () => {
    const { code, stdout } = await interrupted(["--no-lock"], ["SIGINT"]);
    expect(stdout).toMatch(/unknown: \d+ goals? of \d+ not shown/);
    expect(stdout).toMatch(/\n\nNot decided: the proof was interrupted after \d+ goals?\.\n$/);
    expect(code).toBe(3);
  });

  test("leaves one JSON object", async () => {
    const { code, stdout } = await interrupted(["--json"], ["SIGTERM"]);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "unknown", interrupted: true });
    expect(code).toBe(3);
    // What was proved by then need not be proved again.
    expect(readFileSync(join(folder, "specs/two-phase-commit/proof.lock.json"), "utf8")).toContain("z3 9.9.9");
  });
});

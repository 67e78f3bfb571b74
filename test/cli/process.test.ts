/** What a transcript cannot show: a signal, and a folder that TypeScript itself accepts. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli, root, run, sandbox, tenet } from "./transcript.ts";

let folder = "";
beforeAll(() => {
  folder = sandbox();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a new folder", () => {
  test("type-checks, and its script passes", () => {
    expect(tenet(folder, "init", "my protocol").status).toBe(0);
    const made = join(folder, "my protocol");
    expect(run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], made)).toBe("");
    expect(JSON.parse(readFileSync(join(made, "package.json"), "utf8")).name).toBe("my-protocol");
    expect(run("npm", ["run", "--silent", "check"], made)).toContain("exhaustive");
  });

  test("its spec is refused when it is broken as its README proposes", () => {
    tenet(folder, "init", "broken");
    run("sed", ["-i", "s/ && this.owner === undefined//", "spec.ts"], join(folder, "broken"));
    expect(tenet(folder, "check", "broken", "--quiet")).toMatchObject({ status: 1, stdout: "Violated: mutualExclusion.\n" });
  });
});

describe("Ctrl-C", () => {
  /** Sends a signal after so many milliseconds. Without a code, the process was ended by the signal: its search had not begun. */
  function interrupted(signal: NodeJS.Signals, after: number, flag: string): Promise<{ code: number | null; stdout: string }> {
    const args = [cli, "check", "specs/two-phase-commit", "--scope", "RM=10", "--no-symmetry", "--no-reduction", flag];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    setTimeout(() => child.kill(signal), after);
    return new Promise((resolve) => {
      child.on("close", (code) => resolve({ code, stdout }));
    });
  }

  /** The search takes a minute, and how soon it begins depends on the machine. */
  async function interruptedSearch(signal: NodeJS.Signals, flag: string): Promise<string> {
    for (const after of [2000, 6000, 18_000]) {
      const { code, stdout } = await interrupted(signal, after, flag);
      if (code === null) continue;
      expect(code).toBe(3);
      return stdout;
    }
    throw new Error("no search began");
  }

  test("prints what was learnt and exits 3", async () => {
    const stdout = await interruptedSearch("SIGINT", "--no-color");
    expect(stdout).toMatch(/unknown: not violated in runs of at most \d+ steps?/);
    expect(stdout).toMatch(/Not decided: the search was interrupted after [\d,]+ states/);
  });

  test("leaves one JSON object", async () => {
    expect(JSON.parse(await interruptedSearch("SIGINT", "--json"))).toMatchObject({ verdict: "unknown", search: { end: "interrupted" } });
  });

  test("is no different from being told to end", async () => {
    expect(await interruptedSearch("SIGTERM", "--quiet")).toMatch(/^Not decided: the search was interrupted/);
  });
});

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
  test("prints what was learnt and exits 3", async () => {
    const child = spawn(process.execPath, [cli, "check", "specs/two-phase-commit", "--scope", "RM=10"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    const closed = new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    // Long enough for the search to have begun, short of its end by far.
    await new Promise((resolve) => {
      setTimeout(resolve, 4000);
    });
    child.kill("SIGINT");
    expect(await closed).toBe(3);
    expect(stdout).toMatch(/unknown: not violated in runs of at most \d+ steps/);
    expect(stdout).toMatch(/Not decided: the search was interrupted after [\d,]+ states/);
  });
});

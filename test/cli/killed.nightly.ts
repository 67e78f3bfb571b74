/** Searches that are killed, and disks that are full, as the operating system does it. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./transcript.ts";

const cli = join(root, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "tenet-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const spec = ["specs/two-phase-commit", "--scope", "RM=8", "--no-symmetry"];
const states = 1_745_408;

interface Result {
  readonly verdict: string;
  readonly stats: { readonly distinctStates: number; readonly transitions: number; readonly depth: number; readonly resumedAt?: number };
}

/** What the command prints, unless it is killed before. */
async function check(args: readonly string[], killAfterMs: number): Promise<Result | undefined> {
  const child = spawn(process.execPath, [cli, "check", ...args, "--json"], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => { out += text; });
  const closed = new Promise<number | null>((resolve) => { child.on("close", resolve); });
  const won = await Promise.race([closed, setTimeout(killAfterMs, "late" as const)]);
  if (won === "late") child.kill("SIGKILL");
  return (await closed) === 0 ? (JSON.parse(out) as Result) : undefined;
}

describe.each([["in memory", ["--memory", "1GiB"]], ["on disk", ["--memory", "12MiB"]]])("a search that is killed, %s", (where, memory) => {
  it("ends with the same counts, after twenty deaths at random moments", { timeout: 1_800_000 }, async () => {
    const whole = await check([...spec, ...memory], 600_000);
    expect(whole?.stats.distinctStates).toBe(states);
    const run = join(folder, where.replace(" ", "-"));
    let deaths = 0, resumed = 0, ends = 0;
    while (deaths < 20 || ends === 0) {
      const begins = !existsSync(join(run, "checkpoint.json"));
      const args = begins ? [...spec, "--checkpoint", run] : ["--resume", run];
      const result = await check([...args, ...memory, "--checkpoint-every", "100ms"], deaths < 20 ? 300 + Math.random() * 5000 : 600_000);
      if (!result) {
        deaths++;
        continue;
      }
      ends++;
      if (result.stats.resumedAt !== undefined) resumed++;
      const { resumedAt: _, ...counts } = result.stats;
      expect(counts).toMatchObject({ distinctStates: states, transitions: whole?.stats.transitions, depth: whole?.stats.depth });
      expect(result.verdict).toBe("exhaustive");
    }
    console.log(`${where}: ${deaths} deaths, ${ends} ends, ${resumed} of them resumed`);
    expect(resumed).toBeGreaterThan(0);
  });
});

describe("a disk that is full", () => {
  const limited = (args: readonly string[], kibibytes: number): ReturnType<typeof spawnSync> =>
    spawnSync("bash", ["-c", `ulimit -f ${kibibytes}; exec "$@"`, "bash", process.execPath, cli, "check", ...args], { cwd: root, encoding: "utf8" });

  it("ends the search with what it knows, and leaves the checkpoint as it was", { timeout: 600_000 }, async () => {
    const run = join(folder, "full");
    const stopped = limited([...spec, "--checkpoint", run, "--checkpoint-every", "1ms"], 6 * 1024);
    expect(stopped.status).toBe(3);
    expect(stopped.stdout).toContain("Not decided: the disk gave out");
    expect(stopped.stdout).toContain("states.bin: the file may not become larger");
    const resumed = await check(["--resume", run], 600_000);
    expect(resumed?.stats.distinctStates).toBe(states);
    expect(resumed?.stats.resumedAt).toBeGreaterThan(0);
  });

  it("ends a search that the disk took over, and leaves nothing", () => {
    const stopped = limited([...spec, "--memory", "12MiB", "--disk", join(folder, "spill")], 6 * 1024);
    expect(stopped.status).toBe(3);
    expect(stopped.stdout).toContain("the file may not become larger");
    expect(existsSync(join(folder, "spill/states.bin"))).toBe(false);
  });
});

/** Several workers, through the command: enough states for them, and all else is what one says. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sandbox, tenet } from "./transcript.ts";

let folder = "";
beforeAll(() => {
  folder = sandbox();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const large = ["check", "specs/two-phase-commit", "--scope", "RM=8", "--no-symmetry"];

test("two print what one prints, but for times", { timeout: 60_000 }, () => {
  const [one, two] = ["1", "2"].map((n) => {
    const { status, stdout } = tenet(folder, ...large, "--json", "--workers", n);
    const { stats: { seconds: _, peakMemoryBytes: __, workers, ...counts }, ...rest } = JSON.parse(stdout);
    return { workers, result: { status, counts, ...rest } };
  });
  expect([one.workers, two.workers]).toEqual([1, 2]);
  expect(two.result).toEqual(one.result);
  expect(two.result).toMatchObject({ status: 0, verdict: "exhaustive", counts: { distinctStates: 1_745_408 } });
});

test("the figures say how many, and why there is one", { timeout: 60_000 }, () => {
  expect(tenet(folder, ...large, "--workers", "2", "--max-states", "1300000").stdout).toMatch(/ · 2 workers\n/);
  expect(tenet(folder, "check", "specs/two-phase-commit", "--workers", "2", "--insight").stdout).toContain("  one worker: --insight looks at a search in one thread\n");
  expect(tenet(folder, "check", "specs/paxos", "--scope", "Ballot=2", "--no-symmetry", "--workers", "2", "--hashed").stdout).toContain("  one worker: hashes of states are kept by one thread\n");
});

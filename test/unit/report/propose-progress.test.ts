import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { propose } from "../../../src/propose/propose.ts";
import { ProposePanel } from "../../../src/report/propose-progress.ts";
import { lentSolvers } from "../smt/lent-solvers.ts";
import { z3Worker } from "../smt/z3-worker.ts";

const solvers = lentSolvers(z3Worker());
afterAll(solvers.close);

const folder = mkdtempSync(join(tmpdir(), "tenet-panel-"));
copyFileSync("specs/toy-consensus/spec.ts", join(folder, "spec.ts"));
afterAll(() => rmSync(folder, { recursive: true }));

test("tells what is proved, what is open, and by which step", { timeout: 120_000 }, async () => {
  const panel = new ProposePanel(60_000);
  const seen = new Set<string>();
  const report = await propose(join(folder, "spec.ts"), {
    ...solvers,
    listener: { progress: (p) => { panel.note(p); for (const line of panel.lines()) seen.add(line); } },
  });
  expect(report.verdict).toBe("proved");
  expect([...seen].find((l) => l.startsWith("claims"))).toMatch(/^claims {6}\d of \d proved · open: agreement/);
  expect([...seen].find((l) => l.startsWith("by a step"))).toMatch(/^by a step {3}decide\(.+\), where .*decided/);
});

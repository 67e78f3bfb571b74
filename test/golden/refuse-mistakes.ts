/** The properties of the specs can fail: each spec, with a mistake that is easy to make, is refused for the right reason. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { check } from "../../src/index.ts";
import type { Mistake } from "./mistakes.ts";

export function refuse(mistakes: readonly Mistake[]): void {
  /** A copy of all specs: some import others. */
  const folder = mkdtempSync(join(tmpdir(), "tenet-mistakes-"));
  cpSync("specs", folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(mistakes)("%s: %j as %j breaks %s", { timeout: 60_000 }, async (spec, right, wrong, told) => {
    const text = readFileSync(join("specs", spec, "spec.ts"), "utf8");
    expect(text).toContain(right);
    const file = join(folder, spec, "mistaken.ts");
    writeFileSync(file, text.replace(right, () => wrong));
    // Some mistakes also break what only supports the property, and sooner; in Paxos, going on would take long.
    const report = await check(file, { keepGoing: spec !== "paxos", limits: { maxStates: 300_000 } });
    expect(report.properties.filter((p) => p.verdict === "violated").map((p) => p.name)).toContain(told);
  });
}

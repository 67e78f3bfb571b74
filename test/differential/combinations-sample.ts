import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { combinations, compareAll, nameOf, randomOf } from "./combinations.ts";

/** Tests that many random protocols. */
export function testCombinations(runs: number, timeout: number): void {
  const root = mkdtempSync(join(tmpdir(), "tenet-combinations-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const ran = new Map<string, number>();

  test("on random protocols", { timeout }, async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const compared = await compareAll(randomOf(seed), seed, () => mkdtempSync(join(root, "search-")));
      expect(compared?.mismatches ?? [], `seed ${seed}`).toEqual([]);
      for (const name of compared?.ran ?? []) ran.set(name, (ran.get(name) ?? 0) + 1);
    }
  });

  test("and every combination was compared", () => {
    for (const combination of combinations) expect(ran.get(nameOf(combination)) ?? 0, nameOf(combination)).toBeGreaterThan(runs / 10);
  });
}

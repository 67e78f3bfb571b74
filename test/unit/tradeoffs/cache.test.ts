/** A cell from the cache says what a fresh one says; whatever else lies in its folder says nothing. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { tradeoffs } from "../../../src/tradeoffs/tradeoffs.ts";
import type { Tradeoffs } from "../../../src/tradeoffs/table.ts";

const home = mkdtempSync(join(tmpdir(), "tenet-home-"));
vi.stubEnv("XDG_STATE_HOME", home);
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(home, "cache-"));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

const made = (limits = {}): Promise<Tradeoffs> =>
  tradeoffs("test/cli/specs/two-copies.ts", { jobs: 1, cache: folder, designs: ["async"], faults: ["nodes.crashes"], budgets: [1, 2], limits });
const entries = (): string[] => readdirSync(folder).filter((f) => f.endsWith(".json"));

test("a cached cell says the same as a fresh one", async () => {
  const fresh = await made();
  expect(fresh.figures).toMatchObject({ searches: 3, cached: 0 });
  expect(entries()).toHaveLength(3);
  const cached = await made();
  expect(cached.figures).toMatchObject({ searches: 3, cached: 3, states: fresh.figures.states });
  expect(cached.designs).toEqual(fresh.designs);
  expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
});

test("other limits are another question, and what did not end is not kept", async () => {
  expect((await made({ maxStates: 5 })).figures.cached).toBe(0);
  const kept = entries().length;
  expect(kept).toBeLessThan(3);
  expect((await made({ maxStates: 5 })).figures.cached).toBe(kept);
  expect((await made()).figures.cached).toBe(0);
});

test("what is damaged, changed, moved or signed by somebody else is ignored", async () => {
  const fresh = await made();
  const [a, b, c] = entries().map((f) => join(folder, f));
  const lie = (text: string): string => text.replaceAll('"holds"', '"absent"');
  const swapped = readFileSync(a, "utf8");
  writeFileSync(a, lie(readFileSync(a, "utf8")));
  writeFileSync(b, swapped);
  writeFileSync(c, '\n{"findings":{}}');
  const again = await made();
  expect(again.figures.cached).toBe(0);
  expect(again.designs).toEqual(fresh.designs);

  expect((await made()).figures.cached).toBe(3);
  vi.stubEnv("XDG_STATE_HOME", mkdtempSync(join(home, "other-")));
  expect((await made()).figures.cached).toBe(0);
  vi.stubEnv("XDG_STATE_HOME", home);
});

test("without a place for the key, or for the results, nothing is kept", async () => {
  vi.stubEnv("XDG_STATE_HOME", "/dev/null");
  expect((await made()).figures.cached).toBe(0);
  expect(entries()).toEqual([]);
  vi.stubEnv("XDG_STATE_HOME", home);
  folder = "/dev/null/cache";
  expect((await made()).figures).toMatchObject({ searches: 3, cached: 0 });
});

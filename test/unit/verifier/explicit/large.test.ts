import { describe, expect, it } from "vitest";
import { search } from "../../../../verifier/explicit/search.ts";
import { counters } from "./counters.ts";
import { request } from "./run.ts";

describe("search of many states", () => {
  it.each(["exact", "hashed"] as const)("counts a cube over several chunks of the store, %s", async (visited) => {
    const side = 80;
    const result = await search(counters({ words: 3, max: side - 1, broken: [side - 1, side - 1, 5] }), request({ visited, keepGoing: true }));
    expect(result.end).toBe("complete");
    expect(result.stats).toMatchObject({ distinctStates: side ** 3, transitions: 3 * (side - 1) * side ** 2, depth: 3 * (side - 1) });
    const [finding] = result.findings;
    expect(finding.path).toHaveLength(2 * (side - 1) + 5 + 1);
    expect([...finding.path[0]]).toEqual([0, 0, 0]);
    expect([...finding.path.at(-1)!]).toEqual([side - 1, side - 1, 5]);
    for (let i = 1; i < finding.path.length; i++) {
      const differences = finding.path[i].map((value, word) => value - finding.path[i - 1][word]);
      expect([...differences].toSorted()).toEqual([0, 0, 1]);
    }
  });

  it("takes any number of successors of one state", async () => {
    const initial = (put: (row: readonly number[]) => void): void => {
      for (let i = 0; i < 300_000; i++) put([i % 100_000]);
    };
    const result = await search(counters({ words: 1, max: 0, broken: [99_999], initial }), request({ limits: { maxDepth: 0 } }));
    expect(result.stats.distinctStates).toBe(100_000);
    expect(result.findings[0].path.map((state) => [...state])).toEqual([[99_999]]);
  });

  it("keeps states apart that differ in one bit of a wide state", async () => {
    const words = 33;
    const rows = Array.from({ length: words * 32 }, (_, bit) => Array.from({ length: words }, (_, word) => (word === bit >>> 5 ? 2 ** (bit & 31) : 0)));
    const model = counters({ words, max: 0, initial: (put) => rows.forEach(put) });
    for (const visited of ["exact", "hashed"] as const) {
      const result = await search(model, request({ visited, limits: { maxDepth: 0 } }));
      expect(result.stats.distinctStates).toBe(rows.length);
    }
  });

  it("estimates what a hash may have omitted, and stores exactly what is no wider than the hash", async () => {
    const wide = await search(counters({ words: 3, max: 9 }), request({ visited: "hashed" }));
    expect(wide.omissionProbability).toBeCloseTo((1000 * 999) / 2 / 2 ** 64, 30);
    expect(wide.omissionProbability).toBeGreaterThan(0);
    const narrow = await search(counters({ words: 2, max: 9 }), request({ visited: "hashed" }));
    expect(narrow.omissionProbability).toBe(0);
    const exact = await search(counters({ words: 3, max: 9 }), request());
    expect(exact).not.toHaveProperty("omissionProbability");
  });
});

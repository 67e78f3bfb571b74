import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { SearchProgress } from "../../../../verifier/contract/search.ts";
import { MemoryBudget, OutOfMemory } from "../../../../verifier/explicit/memory.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { counters, endless } from "./counters.ts";
import { request } from "./run.ts";

const mebibyte = 2 ** 20;

describe("limits", () => {
  it("ends at the timeout, with what was learnt", async () => {
    const result = await search(endless, request({ limits: { timeoutMs: 150 } }));
    expect(result.end).toBe("timeout");
    expect(result.stats.distinctStates).toBeGreaterThan(0);
    // The farthest states may be those being expanded, or found from them.
    expect([result.stats.depth - 1, result.stats.depth]).toContain(result.completeDepth);
  });

  it("ends at the timeout even while the model still enumerates initial states", async () => {
    const forever = counters({ words: 1, max: 0, initial: (put) => { for (let i = 0; ; i++) put([i % 7]); } });
    const result = await search(forever, request({ limits: { timeoutMs: 400 } }));
    expect(result.end).toBe("timeout");
    expect(result.stats.distinctStates).toBe(7);
    expect(result.completeDepth).toBe(0);
  });

  it("ends when somebody interrupts, whom the event loop lets in", async () => {
    let stop = false;
    void setTimeout(10).then(() => { stop = true; });
    const seen: SearchProgress[] = [];
    const result = await search(endless, request(), { interrupted: () => stop && seen.length > 1, progress: (progress) => void seen.push(progress) });
    expect(result.end).toBe("interrupted");
    expect(seen[1].distinctStates).toBeGreaterThan(seen[0].distinctStates);
    expect(seen[1].statesPerSecond).toBeGreaterThan(0);
    expect(seen[1].queued).toBeGreaterThan(0);
    expect(seen[1].queued).toBeLessThan(seen[1].distinctStates);
    expect(result.stats.peakMemoryBytes).toBeGreaterThanOrEqual(seen[1].memoryBytes);
  });

  it.each(["exact", "hashed"] as const)("ends when the memory allowed is used up, and still rebuilds paths, %s", async (visited) => {
    const module = counters({ words: 3, max: 2 ** 32 - 1, broken: [9, 9, 9] });
    const small = await search(module, request({ visited, keepGoing: true, limits: { memoryBytes: 12 * mebibyte } }));
    expect(small.end).toBe("memory");
    expect(small.findings[0].path).toHaveLength(28);
    expect([...small.findings[0].path[27]]).toEqual([9, 9, 9]);
    const larger = await search(module, request({ visited, keepGoing: true, limits: { memoryBytes: 24 * mebibyte } }));
    expect(larger.stats.distinctStates).toBeGreaterThan(small.stats.distinctStates);
  });

  it("ends without a state when there is not even memory for one", async () => {
    const result = await search(endless, request({ limits: { memoryBytes: mebibyte } }));
    expect(result.end).toBe("memory");
    expect(result.stats.distinctStates).toBe(0);
  });

  it("takes an allocation that the machine refuses for the end of memory", () => {
    expect(() => new MemoryBudget(Infinity).words(2 ** 45)).toThrow(OutOfMemory);
  });

  it("lets errors of the model through", async () => {
    const wrong = counters({ words: 1, max: 0, initial: () => { throw new RangeError("of the model"); } });
    await expect(search(wrong, request())).rejects.toThrow("of the model");
  });

  it.each([{ maxStates: 5000 }, { timeoutMs: 400 }])("looks at every state that it keeps, though a limit ends it within one call of the model: %j", async (limits) => {
    const many = counters({ words: 1, max: 0, broken: [4999], initial: (put) => { for (let i = 0; ; i++) put([Math.min(i, 4999 + (limits.maxStates ? i : 0))]); } });
    const result = await search(many, request({ limits }));
    expect(result.stats.distinctStates).toBe(5000);
    expect(result.end).toBe("violation");
    expect(result.findings[0].path.map((state) => [...state])).toEqual([[4999]]);
  });

  it("is complete when the limit on states is exactly their number", async () => {
    const result = await search(counters({ words: 2, max: 9 }), request({ limits: { maxStates: 100 } }));
    expect(result.end).toBe("complete");
    expect(result.stats.distinctStates).toBe(100);
  });
});

/** The inner loops in JavaScript and WebAssembly do the same: they find the same states in the same order. */
import { describe, expect, test } from "vitest";
import { emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { prepareSpec } from "../../../../src/pipeline/prepare-spec.ts";
import type { ModelModule } from "../../../../verifier/contract/model.ts";
import type { InnerLoop, SearchRequest, SearchResult } from "../../../../verifier/contract/search.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { request } from "./run.ts";

const modules = new Map<string, ModelModule>();
function moduleOf(spec: string, scope: Readonly<Record<string, number>>): ModelModule {
  const key = JSON.stringify([spec, scope]);
  const { source, wasm } = emitModel(prepareSpec(`specs/${spec}`, { scope }).model);
  const module = modules.get(key) ?? instantiateModule(source, wasm);
  modules.set(key, module);
  return module;
}

async function searchIn(innerLoop: InnerLoop, module: ModelModule, asked: Partial<SearchRequest>): Promise<Omit<SearchResult, "stats"> & { stats: object }> {
  const { stats, ...result } = await search(module, request({ ...asked, innerLoop }));
  const { seconds: _, peakMemoryBytes: __, ...same } = stats;
  expect(same.innerLoop).toBe(innerLoop);
  return { ...result, stats: { ...same, innerLoop: undefined } };
}

/** Narrow states with short and long slots, and wide ones. */
const instances = [
  ["two-phase-commit", { RM: 6 }, 1], ["two-phase-commit", { RM: 12 }, 2], ["raft-log", {}, 3], ["paxos", {}, 2],
] as const;

describe.each(instances)("%s with %j", (spec, scope, words) => {
  const asked: readonly Partial<SearchRequest>[] = [
    { keepGoing: true, limits: { maxStates: 60_000 } },
    { deadlock: "error", limits: { maxStates: 20_000 } },
    { keepGoing: true, deadlock: "terminal", limits: { maxDepth: 5 } },
  ];
  test.each(asked)("asked for %j", async (some) => {
    const module = moduleOf(spec, scope);
    expect(module.words).toBeGreaterThanOrEqual(words);
    expect(await searchIn("webassembly", module, some)).toEqual(await searchIn("javascript", module, some));
  });
});

describe("limits of WebAssembly", () => {
  const module = moduleOf("two-phase-commit", { RM: 8 });

  test("the memory allowed", async () => {
    const { end, stats } = await search(module, request({ limits: { memoryBytes: 8 * 2 ** 20 } }));
    expect([end, stats.innerLoop]).toEqual(["memory", "webassembly"]);
    expect(stats.distinctStates).toBeGreaterThan(2 ** 17);
  });

  test("no memory at all: JavaScript says so", async () => {
    const { end, stats } = await search(module, request({ limits: { memoryBytes: 100_000 } }));
    expect([end, stats.innerLoop, stats.distinctStates]).toEqual(["memory", "javascript", 0]);
  });

  test("hashed states are JavaScript's", async () => {
    const wide = moduleOf("raft-log", {});
    const { stats } = await search(wide, request({ visited: "hashed", limits: { maxStates: 100 } }));
    expect(stats.innerLoop).toBe("javascript");
  });

  test("somebody interrupts", async () => {
    const { end, stats } = await search(module, request(), { interrupted: () => true });
    expect(end).toBe("interrupted");
    expect(stats.innerLoop).toBe("webassembly");
  });
});

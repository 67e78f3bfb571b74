/** Several workers find what one finds: the same states in the same order, steps, findings, and ends. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { prepareCompiled } from "../../../../src/pipeline/prepare.ts";
import type { ModelModule } from "../../../../verifier/contract/model.ts";
import type { SearchRequest, SearchResult } from "../../../../verifier/contract/search.ts";
import { search } from "../../../../verifier/explicit/search.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(root, "node_modules/.crew-"));
afterAll(() => rmSync(folder, { recursive: true }));
const threadFile = join(folder, "worker.mjs");
buildSync({ absWorkingDir: root, entryPoints: ["verifier/explicit/parallel/worker.ts"], outfile: threadFile, bundle: true, platform: "node", target: "node20", format: "esm" });

function moduleOf(spec: string, scope: Record<string, number>): ModelModule {
  const { source, wasm } = emitModel(prepareCompiled(compileSpec(join(root, "specs", spec)), { scope }).model);
  return instantiateModule(source, wasm);
}

async function run(module: ModelModule, workers: number, request: Partial<SearchRequest> = {}, entry = threadFile): Promise<Omit<SearchResult, "stats"> & { stats: unknown }> {
  const crew = { workers, entry: pathToFileURL(entry), atStates: 500 };
  const { stats, ...rest } = await search(module, { limits: {}, deadlock: "ignore", keepGoing: true, visited: "exact", ...request, ...(workers > 1 && { crew }) });
  const { seconds: _, peakMemoryBytes: __, workers: taken, ...counts } = stats;
  expect(taken).toBe(workers);
  return { ...rest, stats: counts };
}

const twoPhase = moduleOf("two-phase-commit", { RM: 6 });
const paxos = moduleOf("paxos", { Ballot: 2 });

test.each([2, 3])("%i workers, states of two words and of several", async (workers) => {
  for (const module of [twoPhase, paxos]) expect(await run(module, workers)).toEqual(await run(module, 1));
});

test.each([5_000, 20_011, 33_333])("cut at %i states", async (maxStates) => {
  expect(await run(twoPhase, 2, { limits: { maxStates } })).toEqual(await run(twoPhase, 1, { limits: { maxStates } }));
});

test("deadlocks, with and without going on", async () => {
  for (const keepGoing of [true, false]) expect(await run(twoPhase, 2, { deadlock: "error", keepGoing })).toEqual(await run(twoPhase, 1, { deadlock: "error", keepGoing }));
});

test("a thread that ends ends the search", async () => {
  const broken = join(folder, "broken.mjs");
  writeFileSync(broken, `
    import { workerData } from "node:worker_threads";
    const cells = new Int32Array(workerData.memory.buffer);
    Atomics.add(cells, workerData.cells.done >>> 2, 1);`);
  await expect(run(twoPhase, 2, {}, broken)).rejects.toThrow("a thread of the search ended");
});

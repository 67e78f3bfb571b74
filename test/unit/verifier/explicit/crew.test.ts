/** Several workers find what one finds: the same states in the same order, steps, findings, and ends. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { emitModel } from "../../../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../../../src/backends/explicit/module.ts";
import { compileSpec } from "../../../../src/frontend/protocol.ts";
import { prepareCompiled } from "../../../../src/pipeline/prepare.ts";
import type { ModelModule } from "../../../../verifier/contract/model.ts";
import type { SearchRequest, SearchResult } from "../../../../verifier/contract/search.ts";
import { search } from "../../../../verifier/explicit/search.ts";
import { imports, withFiles } from "../../frontend/spec-text.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(root, "node_modules/.crew-"));
afterAll(() => rmSync(folder, { recursive: true }));
const threadFile = join(folder, "worker.mjs");
buildSync({ absWorkingDir: root, entryPoints: ["verifier/explicit/parallel/worker.ts"], outfile: threadFile, bundle: true, platform: "node", target: "node20", format: "esm" });

function moduleOf(compiled: ReturnType<typeof compileSpec>, scope: Record<string, number> = {}): ModelModule {
  const { source, wasm } = emitModel(prepareCompiled(compiled, { scope }).model);
  return instantiateModule(source, wasm);
}

const requestOf = (workers: number, request: Partial<SearchRequest>, entry = threadFile): SearchRequest => ({
  limits: {}, deadlock: "ignore", keepGoing: true, visited: "exact", ...(workers > 1 && { crew: { workers, entry: pathToFileURL(entry), atStates: 500 } }), ...request,
});

/** What is found; and that so many workers took part. */
async function run(module: ModelModule, workers: number, request: Partial<SearchRequest> = {}, entry?: string, taking = workers): Promise<Omit<SearchResult, "stats"> & { stats: unknown }> {
  const { stats, ...rest } = await search(module, requestOf(workers, request, entry));
  const { seconds: _, peakMemoryBytes: __, workers: taken, ...counts } = stats;
  expect(taken).toBe(taking);
  return { ...rest, stats: counts };
}

const twoPhase = moduleOf(compileSpec(join(root, "specs/two-phase-commit")), { RM: 6 });

test.each([2, 3])("%i workers", async (workers) => {
  expect(await run(twoPhase, workers)).toEqual(await run(twoPhase, 1));
});

test("states of several words", async () => {
  const paxos = moduleOf(compileSpec(join(root, "specs/paxos")), { Ballot: 4 });
  expect(paxos.words).toBeGreaterThan(2);
  const limits = { maxStates: 300_000 };
  expect(await run(paxos, 2, { limits })).toEqual(await run(paxos, 1, { limits }));
});

/** Five counters, 100,000 states, of which as many as 6,000 are at one depth. */
function counters(...members: readonly string[]): ModelModule {
  const fields = ["a", "b", "c", "d", "e"];
  const text = `${imports} export class Counters {
    ${fields.map((f) => `${f}: Int<0, 9> = 0; @action ${f}Up() { require(this.${f} < 9); this.${f} += 1; }`).join("\n")}
    total(): Int { return ${fields.map((f) => `this.${f}`).join(" + ")}; }
    ${members.join("\n")}
  }`;
  return moduleOf(withFiles({ "spec.ts": text }, (folder) => compileSpec(folder)));
}

const invariant = "@invariant few() { return this.total() < 24 || this.b < 7; }";
const step = "@step noJump(next: this) { return implies(this.total() === 21 && this.c === 5, next.c === 5); }";
const failure = "@action leave() { require(this.total() === 25 && this.d === 9); this.d += 1; }";
const reached = "@reachable there() { return this.total() === 30 && this.e === 3; }";

test("findings of each kind, one or all", async () => {
  const all = counters(invariant, step, failure, reached);
  const found = await run(all, 2);
  expect(new Set(found.findings.map((f) => f.what.kind))).toEqual(new Set(["invariant", "step", "failure", "reachable"]));
  expect(found).toEqual(await run(all, 1));
  for (const [kind, member] of [["invariant", invariant], ["step", step], ["failure", failure]]) {
    const module = counters(member);
    const first = await run(module, 2, { keepGoing: false });
    expect(first).toMatchObject({ end: "violation", findings: [{ what: { kind } }] });
    expect(first).toEqual(await run(module, 1, { keepGoing: false }));
  }
});

test("a limit on depth", async () => {
  const module = counters(reached), limits = { maxDepth: 22 };
  const found = await run(module, 2, { limits });
  expect(found.end).toBe("max-depth");
  expect(found).toEqual(await run(module, 1, { limits }));
});

test("interrupted amid the states, it ends, and no thread is left", async () => {
  const threads: Worker[] = [];
  const hired = (thread: Worker): void => { threads.push(thread); };
  process.on("worker", hired);
  let far = false;
  const { end, stats } = await search(moduleOf(compileSpec(join(root, "specs/two-phase-commit")), { RM: 9 }), requestOf(2, {}), {
    progress: ({ distinctStates }) => { far ||= distinctStates > 20_000; }, interrupted: () => far,
  });
  expect({ end, workers: stats.workers }).toEqual({ end: "interrupted", workers: 2 });
  process.off("worker", hired);
  // A thread that has ended has this number.
  expect(threads.map((t) => t.threadId)).toEqual([-1]);
});

test("with little memory left, one goes on", async () => {
  const limits = { memoryBytes: 6e6 };
  expect(await run(twoPhase, 2, { limits }, undefined, 1)).toEqual(await run(twoPhase, 1, { limits }));
});

test("where a thread cannot start, one goes on", async () => {
  const broken = join(folder, "stillborn.mjs");
  writeFileSync(broken, "throw new Error('no');");
  expect(await run(twoPhase, 2, {}, broken, 1)).toEqual(await run(twoPhase, 1));
});

test.each([12_011, 20_011, 33_333])("cut at %i states", async (maxStates) => {
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

/**
 * Proposals against searches of small instances: for the published protocols, as they are and with mistakes, with `npm run differential --
 * --propose --published`, of which `--from 20 --runs 10` takes some; for random ones with `npm run differential -- --propose --runs 2000 --seed 1`.
 * Run i has the seed `seed + i`, so a run that was ended goes on from the last seed it named, and `--runs 1 --seed N` repeats one.
 * A mismatch is printed; the exit code is then 1.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { print } from "../../src/ir/print.ts";
import { threadFile } from "../../src/pipeline/thread-file.ts";
import { lentSolvers } from "../unit/smt/lent-solvers.ts";
import { showCounts } from "./prove-counts.ts";
import { sampled } from "./prove-sample.ts";
import { randomComparison } from "./propose-compare.ts";
import { newProposeCounts } from "./propose-counts.ts";
import { compareVariant, variants } from "./propose-published.ts";

const { values } = parseArgs({
  options: {
    propose: { type: "boolean" }, published: { type: "boolean", default: false }, runs: { type: "string", default: "500" }, seed: { type: "string", default: "1" }, from: { type: "string", default: "0" },
    seconds: { type: "string", default: "5" }, "max-mismatches": { type: "string", default: "10" },
  },
});
const runs = Number(values.runs), most = Number(values["max-mismatches"]);
const solvers = lentSolvers(threadFile("z3-worker.js"));
const counts = newProposeCounts();
const limits = { milliseconds: 1000 * Number(values.seconds), mistaken: 40, mostStates: 5000, statesInAll: 20_000 };
const started = Date.now();
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);
/** Longer than this is worth to be looked into. */
const slowMs = 30_000;
const often = 25;
let mismatches = 0;

interface Run { readonly name: string; compare(): Promise<void>; detail(): string }

function* randomRuns(): Generator<Run> {
  const compare = randomComparison(solvers, limits, counts);
  for (let seed = Number(values.seed); seed < Number(values.seed) + runs; seed++) {
    const random = sampled(seed);
    yield { name: `seed ${seed}`, compare: () => compare(random, seed), detail: () => `choice ${JSON.stringify(random.choice)}\n${runs === 1 ? print(random.protocol) : ""}` };
  }
}

const folder = mkdtempSync(join(tmpdir(), "tenet-propose-"));
function* publishedRuns(): Generator<Run> {
  for (const variant of variants().slice(Number(values.from)).slice(0, runs)) {
    yield { name: variant.what, compare: () => compareVariant(variant, folder, solvers, limits, counts), detail: () => "" };
  }
}

let done = 0;
for (const run of values.published ? publishedRuns() : randomRuns()) {
  if (mismatches >= most) break;
  const began = Date.now();
  try {
    await run.compare();
  } catch (error) {
    mismatches++;
    process.stdout.write(`\nMISMATCH at ${run.name}\n${(error as Error).stack}\n\n${run.detail()}\n`);
  }
  if (Date.now() - began > slowMs) process.stderr.write(`${run.name} took ${seconds(began)} s\n`);
  if (++done % often === 0) process.stderr.write(`up to ${run.name}: ${mismatches} mismatches, ${seconds(started)} s\n  ${showCounts(counts)}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(`${showCounts({ ...counts, mismatches, seconds: seconds(started) })}\n`);
await solvers.close();
process.exitCode = mismatches > 0 ? 1 : 0;

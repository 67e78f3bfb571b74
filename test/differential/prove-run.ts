/**
 * Proofs of many random protocols against the interpreter and the generated checker: `npm run differential -- --prove --runs 20000 --seed 1`.
 * Run i has the seed `seed + i`, so a run that was ended goes on from the last seed it named, and `--runs 1 --seed N` repeats one.
 * A mismatch is printed; the exit code is then 1.
 */
import { parseArgs } from "node:util";
import { print } from "../../src/ir/print.ts";
import { threadFile } from "../../src/pipeline/thread-file.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { asking } from "./prove-ask.ts";
import { compareGoals } from "./prove-compare.ts";
import { newCounts, showCounts } from "./prove-counts.ts";
import { sampled } from "./prove-sample.ts";
import { compareVerdicts } from "./prove-verdicts.ts";

const { values } = parseArgs({
  options: { prove: { type: "boolean" }, runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" }, "max-mismatches": { type: "string", default: "10" } },
});
const runs = Number(values.runs), first = Number(values.seed), most = Number(values["max-mismatches"]);
const solver = new ThreadSolver(threadFile("z3-worker.js"));
const counts = newCounts();
const started = Date.now();
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);
/** Longer than this is worth to be looked into. */
const slowMs = 20_000;
let mismatches = 0;

for (let seed = first; seed < first + runs && mismatches < most; seed++) {
  const began = Date.now();
  const random = sampled(seed);
  counts.protocols++;
  try {
    const ask = asking(solver);
    await compareGoals(random, ask, counts);
    await compareVerdicts(random, ask, counts, { mostStates: 5000, statesInAll: 20_000 });
  } catch (error) {
    mismatches++;
    process.stdout.write(`\nMISMATCH at seed ${seed}\n${(error as Error).stack}\n\nchoice ${JSON.stringify(random.choice)}\n${runs === 1 ? print(random.protocol) : ""}\n`);
  }
  if (Date.now() - began > slowMs) process.stderr.write(`seed ${seed} took ${seconds(began)} s\n`);
  if ((seed - first + 1) % 100 === 0) process.stderr.write(`up to seed ${seed}: ${mismatches} mismatches, ${seconds(started)} s\n  ${showCounts(counts)}\n`);
}
process.stdout.write(`${showCounts({ ...counts, mismatches, seconds: seconds(started) })}\n`);
await solver.close();
process.exitCode = mismatches > 0 ? 1 : 0;

/**
 * Symbolic search of many random protocols against the interpreter: `npm run differential -- --bounded --runs 20000 --seed 1 --depth 4`.
 * Run i has the seed `seed + i`, so a run that was ended goes on from the last seed it named, and `--runs 1 --seed N` repeats one.
 * A mismatch is printed; the exit code is then 1.
 */
import { parseArgs } from "node:util";
import { print } from "../../src/ir/print.ts";
import { threadFile } from "../../src/pipeline/thread-file.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { compareBounded } from "./bounded-compare.ts";
import { newBoundedCounts } from "./bounded-counts.ts";
import { sampledInstance } from "./bounded-sample.ts";
import { showCounts } from "./prove-counts.ts";

const { values } = parseArgs({
  options: {
    bounded: { type: "boolean" }, runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" }, depth: { type: "string", default: "4" },
    "max-mismatches": { type: "string", default: "10" },
  },
});
const runs = Number(values.runs), first = Number(values.seed), most = Number(values["max-mismatches"]);
const limits = { depth: Number(values.depth), milliseconds: 500, mostText: 50_000, mostStates: 2000 };
const solver = new ThreadSolver(threadFile("z3-worker.js"));
const counts = newBoundedCounts();
const started = Date.now();
const seconds = (): string => ((Date.now() - started) / 1000).toFixed(1);
let mismatches = 0;

for (let seed = first; seed < first + runs && mismatches < most; seed++) {
  const random = sampledInstance(seed);
  try {
    await compareBounded(random, solver, limits, counts);
  } catch (error) {
    mismatches++;
    process.stdout.write(`\nMISMATCH at seed ${seed}\n${(error as Error).stack}\n\nchoice ${JSON.stringify(random.choice)}\n${runs === 1 ? print(random.protocol) : ""}\n`);
  }
  if ((seed - first + 1) % 100 === 0) process.stderr.write(`up to seed ${seed}: ${mismatches} mismatches, ${seconds()} s\n  ${showCounts(counts)}\n`);
}
process.stdout.write(`${showCounts({ ...counts, mismatches, seconds: seconds() })}\n`);
await solver.close();
process.exitCode = mismatches > 0 ? 1 : 0;

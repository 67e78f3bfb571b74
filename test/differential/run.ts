/**
 * Compares interpreter and generated checker on many random protocols: `npm run differential -- --runs 100000 --seed 1`.
 * Run i has the seed `seed + i`, so `--runs 1 --seed N` repeats one. A mismatch is shrunk (unless `--no-shrink`) and printed; the exit code is then 1.
 */
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { arbitraryProtocol, type RandomProtocol } from "../property/arbitrary-protocol.ts";
import { agrees, compare, type Comparison } from "./compare.ts";
import { describeMismatch } from "./report.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    "max-mismatches": { type: "string", default: "10" },
    "no-shrink": { type: "boolean", default: false },
  },
});
const runs = Number(values.runs), first = Number(values.seed), most = Number(values["max-mismatches"]);
const counts = { compared: 0, skipped: 0, cut: 0, withViolations: 0, withFailures: 0, withDeadlocks: 0, mismatches: 0, states: 0, transitions: 0 };
const started = Date.now();

async function problemOf(random: RandomProtocol): Promise<{ problem?: Comparison | Error; comparison?: Comparison }> {
  try {
    const comparison = await compare(random);
    if (!comparison) return {};
    return agrees(comparison) ? { comparison } : { comparison, problem: comparison };
  } catch (error) {
    return { problem: error as Error };
  }
}

function count({ interpreted }: Comparison): void {
  counts.compared++;
  counts.states += interpreted.distinctStates;
  counts.transitions += interpreted.transitions;
  if (interpreted.end !== "complete") counts.cut++;
  const found = Object.keys(interpreted.findings);
  if (found.some((f) => f.startsWith("invariant") || f.startsWith("step"))) counts.withViolations++;
  if (found.some((f) => f.startsWith("failure"))) counts.withFailures++;
  if (found.includes("deadlock")) counts.withDeadlocks++;
}

/** The simplest protocol near this one that still differs. */
async function shrunk(seed: number, random: RandomProtocol): Promise<RandomProtocol> {
  if (values["no-shrink"]) return random;
  let simplest = random;
  const property = fc.asyncProperty(arbitraryProtocol, async (candidate) => {
    const { problem } = await problemOf(candidate);
    if (problem) simplest = candidate;
    return problem === undefined;
  });
  await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 60_000 });
  return simplest;
}

for (let i = 0; i < runs && counts.mismatches < most; i++) {
  const seed = first + i;
  const [random] = fc.sample(arbitraryProtocol, { seed, numRuns: 1 });
  const { problem, comparison } = await problemOf(random);
  if (comparison) count(comparison);
  else if (!problem) counts.skipped++;
  if (problem) {
    counts.mismatches++;
    const small = await shrunk(seed, random);
    const again = await problemOf(small);
    process.stdout.write(`\nMISMATCH at seed ${seed}\n${describeMismatch(small, again.problem ?? problem)}\n`);
  }
  if ((i + 1) % 1000 === 0) process.stderr.write(`${i + 1} runs, ${counts.mismatches} mismatches, ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const seconds = (Date.now() - started) / 1000;
process.stdout.write(`${Object.entries({ ...counts, seconds: seconds.toFixed(1) }).map(([k, v]) => `${k} ${v}`).join(", ")}\n`);
process.exitCode = counts.mismatches > 0 ? 1 : 0;

/**
 * Compares every combination of what a search can be asked for with the interpreter: `npm run differential -- --combinations --runs 100000 --seed 1`.
 * Run i has the seed `seed + i`. A mismatch is printed; the exit code is then 1.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, parseArgs } from "node:util";
import { print } from "../../src/ir/print.ts";
import { compareAll, randomOf } from "./combinations.ts";

const { values } = parseArgs({
  options: { combinations: { type: "boolean" }, runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" }, "max-mismatches": { type: "string", default: "10" } },
});
const runs = Number(values.runs), first = Number(values.seed), most = Number(values["max-mismatches"]);
const counts = { protocols: 0, skipped: 0, searches: 0, states: 0, mismatches: 0 };
const started = Date.now();

for (let seed = first; seed < first + runs && counts.mismatches < most; seed++) {
  const random = randomOf(seed), root = mkdtempSync(join(tmpdir(), "tenet-combinations-"));
  try {
    const compared = await compareAll(random, seed, () => mkdtempSync(join(root, "search-")));
    counts[compared ? "protocols" : "skipped"]++;
    counts.searches += compared?.ran.length ?? 0;
    counts.states += compared?.outcome.distinctStates ?? 0;
    counts.mismatches += compared?.mismatches.length ?? 0;
    for (const { combination, expected, got } of compared?.mismatches ?? []) {
      process.stdout.write(`\nMISMATCH at seed ${seed}: ${combination}\nexpected ${inspect(expected)}\ngot ${inspect(got)}\n${JSON.stringify(random.choice)}\n${print(random.protocol)}\n`);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  if ((seed - first + 1) % 1000 === 0) process.stderr.write(`${seed - first + 1} runs, ${counts.mismatches} mismatches, ${Math.round((Date.now() - started) / 1000)} s\n`);
}
process.stdout.write(`${Object.entries({ ...counts, seconds: ((Date.now() - started) / 1000).toFixed(1) }).map(([k, v]) => `${k} ${v}`).join(", ")}\n`);
process.exitCode = counts.mismatches > 0 ? 1 : 0;

/** Symbolic search of many random protocols against the interpreter: bundled and run with `--runs 20000 --seed 1`. Run i has the seed `seed + i`. */
import { parseArgs } from "node:util";
import * as fc from "fast-check";
import { print } from "../../src/ir/print.ts";
import { loadZ3 } from "../../verifier/smt/z3.ts";
import { arbitraryProtocol } from "../property/arbitrary-protocol.ts";
import { boundedCounts, compareBounded } from "./bounded-compare.ts";

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "200" }, seed: { type: "string", default: "1" }, depth: { type: "string", default: "4" },
    "max-mismatches": { type: "string", default: "10" }, bounded: { type: "boolean" },
  },
});
const runs = Number(values.runs), first = Number(values.seed), most = Number(values["max-mismatches"]);
const z3 = await loadZ3(1500);
let mismatches = 0;
for (let seed = first; seed < first + runs && mismatches < most; seed++) {
  const [random] = fc.sample(arbitraryProtocol, { seed, numRuns: 1 });
  try {
    await compareBounded(random, z3, Number(values.depth));
  } catch (error) {
    mismatches++;
    process.stdout.write(`\nMISMATCH at seed ${seed}\n${(error as Error).stack}\n\nchoice ${JSON.stringify(random.choice)}\n${runs === 1 ? print(random.protocol) : ""}\n`);
  }
}
process.stdout.write(`${Object.entries({ ...boundedCounts, mismatches }).map(([k, v]) => `${k} ${v}`).join(", ")}\n`);
process.exit(mismatches > 0 ? 1 : 0);

/**
 * How many of the published protocols with a proof get one from `tenet propose` without it, how large what was searched is, and
 * how many lemmas there are beside those of the proof that people wrote.
 *
 *     node test/bench/inference.mjs [--seconds 120] [--json file] [name...]
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { propose } from "../../dist/index.js";
import { machine } from "./measure.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: "string", default: "120" }, json: { type: "string" } } });
const seconds = Number(values.seconds);
const root = join(import.meta.dirname, "../..");
const proofOf = (name) => join(root, "specs", name, "proof.ts");
const names = positionals.length > 0 ? positionals : readdirSync(join(root, "specs")).filter((name) => existsSync(proofOf(name)));

const folder = mkdtempSync(join(tmpdir(), "tenet-inference-"));
const rows = [];
try {
  console.log(line("protocol", "verdict", "seconds", "rungs", "states", "atoms", "candidates", "lemmas", "known"));
  for (const name of names) {
    rows.push(await measured(name));
    const { verdict, took, rungs, states, atoms, candidates, lemmas, known } = rows.at(-1);
    console.log(line(name, verdict, took.toFixed(1), rungs, states, atoms, candidates, lemmas, known));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const { version, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const report = { machine: machine(), versions: { tenet: version, "z3-solver": dependencies["z3-solver"] }, limitSeconds: seconds, proved: rows.filter((r) => r.verdict === "proved").length, protocols: rows };
console.log(`\n${report.proved} of ${rows.length} proved, ${seconds} s for each; ${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}`);
if (values.json === undefined) console.log(JSON.stringify(report));
else writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);

/** Figures of the rung that came last. */
async function measured(name) {
  const spec = join(folder, name);
  mkdirSync(spec);
  copyFileSync(join(root, "specs", name, "spec.ts"), join(spec, "spec.ts"));
  const found = await propose(spec, { milliseconds: 1000 * seconds });
  const last = found.events.findLast((e) => e.kind === "explored");
  return {
    name, verdict: found.verdict, ...(found.reason !== undefined && { reason: found.reason }), took: found.seconds,
    rungs: found.events.filter((e) => e.kind === "rung").length,
    states: last?.states ?? 0, atoms: last?.atoms ?? 0, candidates: last?.candidates ?? 0,
    lemmas: found.file?.lemmas.length ?? 0,
    known: readFileSync(proofOf(name), "utf8").match(/@lemma/g)?.length ?? 0,
  };
}

function line(name, verdict, ...figures) {
  return `${name.padEnd(24)}${verdict.padEnd(10)}${figures.map((f) => String(f).padStart(11)).join("")}`;
}

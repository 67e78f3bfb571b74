/**
 * How many of the published protocols with a proof get one from `tenet propose` without it, how large what was searched is, and
 * how the proof compares with the one that people wrote. With `--unseen` the same of the protocols in `test/unseen`, which nobody
 * wrote a proof for, and which the proposer was not made with.
 *
 *     node test/bench/inference.mjs [--unseen] [--seconds 120] [--json file] [name...]
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { propose } from "../../dist/index.js";
import { machine } from "./measure.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: "string", default: "120" }, json: { type: "string" }, unseen: { type: "boolean", default: false } } });
const seconds = Number(values.seconds);
const root = join(import.meta.dirname, "../..");
const specs = join(root, values.unseen ? "test/unseen" : "specs");
const proofOf = (name) => join(specs, name, "proof.ts");
const isWanted = (name) => (values.unseen ? existsSync(join(specs, name, "spec.ts")) : existsSync(proofOf(name)));
const names = positionals.length > 0 ? positionals : readdirSync(specs).filter(isWanted);

const folder = mkdtempSync(join(tmpdir(), "tenet-inference-"));
const rows = [];
try {
  console.log(line("protocol", "verdict", "seconds", "rungs", "states", "atoms", "candidates", "queries", "lemmas", "known", "size", "known"));
  for (const name of names) {
    rows.push(await measured(name));
    const { verdict, reason, took, rungs, states, atoms, candidates, queries, lemmas, size, known } = rows.at(-1);
    console.log(line(name, verdict, took.toFixed(1), rungs, states, atoms, candidates, queries, lemmas, known?.lemmas ?? "-", size ?? "-", known?.size ?? "-") + (reason === undefined ? "" : `  ${reason}`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const { version, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const report = { machine: machine(), versions: { tenet: version, "z3-solver": dependencies["z3-solver"] }, limitSeconds: seconds, proved: rows.filter((r) => r.verdict === "proved" || r.verdict === "known").length, protocols: rows };
console.log(`\n${report.proved} of ${rows.length} proved, ${seconds} s for each; ${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}`);
if (values.json === undefined) console.log(JSON.stringify(report));
else writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);

/** Figures of the rung that came last; queries of all of them, to any solver. */
async function measured(name) {
  const spec = join(folder, name);
  mkdirSync(spec);
  copyFileSync(join(specs, name, "spec.ts"), join(spec, "spec.ts"));
  const found = await propose(spec, { milliseconds: 1000 * seconds });
  const last = found.events.findLast((e) => e.kind === "explored");
  return {
    name, verdict: found.verdict, ...(found.reason !== undefined && { reason: found.reason }), took: found.seconds,
    rungs: found.events.filter((e) => e.kind === "rung").length,
    states: last?.states ?? 0, atoms: last?.atoms ?? 0, candidates: last?.candidates ?? 0,
    queries: found.events.reduce((sum, e) => sum + (e.kind === "end" ? e.queries : 0), 0),
    lemmas: found.file?.lemmas.length ?? 0,
    ...(found.file && { size: sizeOf(found.file.text) }),
    ...(existsSync(proofOf(name)) && { known: knownOf(readFileSync(proofOf(name), "utf8")) }),
  };
}

function knownOf(text) {
  return { lemmas: text.match(/@lemma/g)?.length ?? 0, size: sizeOf(text) };
}

/** Characters of a proof, without comments and blanks. */
function sizeOf(text) {
  return text.replaceAll(/\/\*[^]*?\*\/|\/\/.*|\s/g, "").length;
}

function line(name, verdict, ...figures) {
  return `${name.padEnd(24)}${verdict.padEnd(10)}${figures.map((f) => String(f).padStart(11)).join("")}`;
}

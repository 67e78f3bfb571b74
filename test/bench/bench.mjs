/**
 * `npm run bench`: every model by Tenet in each of its ways and by SPIN, in turns, so that whatever else the machine does strikes all alike.
 *
 *   --quick          one run each, without the models over two million states
 *   --long           with two-phase commit of ten resource managers
 *   --runs <n>       rounds (3)
 *   --only <ids>     models, by what their identifiers begin with: --only paxos,raft
 *   --out <file>     where the records go after every run (bench.json); a run that is there already is not made again, so that
 *                    what was ended goes on with the same command
 *   --page           writes docs/performance.md, its figures and its plot from the records
 *   --json           prints the records instead of tables
 *
 * Of Tenet the whole command is measured, with reading and compiling the spec, and beside it the same command for one state.
 * Of SPIN only the verifier, `pan`; generating and compiling it is told on its own. All must count the same states.
 */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compileSpin, empty, missing, runSpin, runTenet, spin, tenets } from "./contestants.mjs";
import { interpret } from "./interpreter.mjs";
import { firstLine, machine, output } from "./measure.mjs";
import { models } from "./models.mjs";
import { writePage } from "./page.mjs";
import { showText } from "./text.mjs";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false }, long: { type: "boolean", default: false }, runs: { type: "string" }, only: { type: "string" },
    out: { type: "string", default: "bench.json" }, page: { type: "boolean", default: false }, json: { type: "boolean", default: false },
  },
});
const rounds = Number(options.runs ?? (options.quick ? 1 : 3));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--runs takes a number of at least 1");
const secondsPerRun = 300;
const quickStates = 2_000_000;

const wanted = options.only?.split(",");
const chosen = models.filter((m) => (wanted ? wanted.some((id) => m.id.startsWith(id)) : (options.long || !m.long) && !(options.quick && m.states > quickStates)) && (!m.ways || tenets.some(({ id }) => m.ways.includes(id))));
const contestants = [...tenets, ...(missing.length === 0 ? [spin] : [])];

const shown = ({ id, name, spec, scope, options: chosenOptions, states, wide, small, plot }) => ({ id, name, spec, scope, options: chosenOptions, states, ...(wide && { wide }), ...(small && { small }), ...(plot && { plot }) });

function begin() {
  const fresh = {
    date: new Date().toISOString().slice(0, 10), machine: machine(),
    versions: { tenet: firstLine("git", "rev-parse", "--short", "HEAD"), ...(missing.length === 0 && { spin: firstLine("spin", "-V"), gcc: firstLine("gcc", "--version") }) },
    missing, models: chosen.map(shown), contestants: contestants.map(({ id, name }) => ({ id, name })), records: [], interpreter: [], failures: [],
  };
  if (!existsSync(options.out)) return fresh;
  const { records, interpreter, machine: before } = JSON.parse(readFileSync(options.out, "utf8"));
  if (JSON.stringify(before) !== JSON.stringify(fresh.machine)) throw new Error(`${options.out} is of another machine; name another file with --out`);
  return { ...fresh, records, interpreter };
}

const report = begin();
const save = () => {
  writeFileSync(`${options.out}.new`, `${JSON.stringify(report)}\n`);
  renameSync(`${options.out}.new`, options.out);
};

async function once(model, contestant, round, run) {
  const same = (r) => r.model === model.id && r.contestant === contestant && r.round === round;
  if (report.records.some(same)) return;
  const begun = performance.now();
  try {
    report.records.push({ model: model.id, contestant, round, ...(await run()) });
  } catch (error) {
    report.failures.push({ model: model.id, contestant, message: error.message });
  }
  save();
  process.stderr.write(`round ${round + 1} of ${rounds}: ${model.name}, ${contestant}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}

const folder = mkdtempSync(join(tmpdir(), "tenet-bench-"));
try {
  const compiled = new Set();
  for (let round = 0; round < rounds; round++) {
    for (const model of chosen) {
      const taken = contestants.filter(({ id }) => !model.ways || model.ways.includes(id));
      const spins = taken.includes(spin);
      const done = (id) => report.records.some((r) => r.model === model.id && r.contestant === id && r.round === round);
      if (spins && !done("spin") && !compiled.has(model.id)) {
        report.records = report.records.filter((r) => r.model !== model.id || r.contestant !== "compiling");
        await once(model, "compiling", 0, () => compileSpin(model, folder));
        compiled.add(model.id);
      }
      await once(model, "empty", round, () => runTenet(model, empty, secondsPerRun));
      for (const way of taken) await once(model, way.id, round, () => (way === spin ? runSpin(model, folder, secondsPerRun) : runTenet(model, way, secondsPerRun)));
    }
  }
  if (report.interpreter.length === 0) report.interpreter = await interpret(chosen.filter((m) => !m.small && !m.plot));
  save();
} finally {
  rmSync(folder, { recursive: true });
}
if (options.page) writePage(report);
process.stdout.write(options.json ? `${output("cat", options.out)}` : showText(report));
for (const { model, contestant, message } of report.failures) process.stderr.write(`${model}, ${contestant}: ${message}\n`);
process.exitCode = report.failures.length > 0 ? 1 : 0;

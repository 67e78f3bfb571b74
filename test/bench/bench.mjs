/**
 * `npm run bench [-- --runs 7] [-- --json]`: two-phase commit with eight resource managers, by Tenet and by SPIN, in turns.
 *
 * Of Tenet the whole command is measured, with reading and compiling the spec, and of that the search alone.
 * Of SPIN only the verifier, `pan`; generating and compiling it is told on its own. Both must count the same states.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { available, figures, firstLine, machine, timed } from "./measure.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const expectedStates = 1_745_408;

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "5" }, json: { type: "boolean", default: false } } });
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs takes a number of at least 1");

function countedRight(name, states) {
  if (states !== expectedStates) throw new Error(`${name} counts ${states} states, not ${expectedStates}`);
}

async function runTenet() {
  const { stdout, cpu, wall } = await timed([process.execPath, "dist/cli.js", "check", "specs/two-phase-commit", "--scope", "RM=8", "--json"], root);
  const { stats } = JSON.parse(stdout);
  countedRight("Tenet", stats.distinctStates);
  return { cpu, wall, search: stats.seconds, bytes: stats.peakMemoryBytes };
}

/** As the head of the model says. */
async function compileSpin(folder) {
  const generated = await timed(["spin", "-a", join(here, "spin/twophase8.pml")], folder);
  const compiled = await timed(["gcc", "-O2", "-DSAFETY", "-DNOREDUCE", "-DMEMLIM=16000", "-o", "pan", "pan.c"], folder);
  return generated.cpu + compiled.cpu;
}

async function runSpin(folder) {
  const { stdout, cpu, wall } = await timed([join(folder, "pan"), "-m1000000", "-w27"], folder);
  countedRight("SPIN", Number(/(\d+) states, stored/.exec(stdout)[1]));
  return { cpu, wall, bytes: Number(/([\d.]+)\s+total actual memory usage/.exec(stdout)[1]) * 2 ** 20 };
}

const summary = (results) => Object.fromEntries(Object.keys(results[0]).map((key) => [key, figures(results.map((r) => r[key]))]));

async function measure() {
  const missing = [["spin", "-V"], ["gcc", "--version"]].filter((command) => !available(...command)).map(([program]) => program);
  const folder = mkdtempSync(join(tmpdir(), "tenet-bench-"));
  try {
    const compiling = missing.length === 0 ? await compileSpin(folder) : undefined;
    const tenet = [];
    const spin = [];
    for (let run = 0; run < runs; run++) {
      tenet.push(await runTenet());
      if (compiling !== undefined) spin.push(await runSpin(folder));
      process.stderr.write(`run ${run + 1} of ${runs}\n`);
    }
    const report = { machine: machine(), model: "two-phase commit, 8 resource managers", distinctStates: expectedStates, runs, tenet: summary(tenet) };
    if (compiling === undefined) return { ...report, missing };
    const ours = report.tenet;
    const theirs = summary(spin);
    return {
      ...report,
      spin: { version: firstLine("spin", "-V"), compiling, ...theirs },
      /** How many times as fast as SPIN. */
      ratio: { cpu: theirs.cpu.median / ours.cpu.median, wall: theirs.wall.median / ours.wall.median, search: theirs.wall.median / ours.search.median },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function show({ machine, model, distinctStates, runs, tenet, spin, ratio, missing }) {
  const seconds = ({ median, min, max }) => `${median.toFixed(2)} s (${min.toFixed(2)} to ${max.toFixed(2)})`;
  const row = (name, figure, statesPer) => `${name.padEnd(34)}${seconds(figure).padEnd(28)}${statesPer ? `${thousands(1000 * Math.round(distinctStates / figure.median / 1000))} states/s` : ""}`;
  const thousands = (count) => count.toLocaleString("en");
  const memory = ({ median }) => `${Math.round(median / 2 ** 20)} MiB`;
  const lines = [
    `${model}: ${thousands(distinctStates)} states; median (range) of ${runs} runs${spin ? ", in turns" : ""}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}`,
    "",
    row("Tenet, whole command, processor", tenet.cpu, true),
    row("Tenet, whole command, clock", tenet.wall, true),
    row("Tenet, the search alone, clock", tenet.search, true),
    `${"Tenet, memory of the process".padEnd(34)}${memory(tenet.bytes)}`,
  ];
  if (spin) {
    lines.push(
      row("SPIN, the verifier, processor", spin.cpu, true),
      row("SPIN, the verifier, clock", spin.wall, true),
      `${"SPIN, memory of the verifier".padEnd(34)}${memory(spin.bytes)}`,
      `${"SPIN, compiling the verifier".padEnd(34)}${spin.compiling.toFixed(2)} s of processor, not counted above`,
      "",
      `Tenet is ${ratio.cpu.toFixed(2)} times as fast by processor time, ${ratio.wall.toFixed(2)} by the clock; its search alone ${ratio.search.toFixed(2)}. (${spin.version})`,
    );
  } else {
    lines.push("", `No comparison with SPIN: ${missing.join(" and ")} not found (Debian: apt-get install spin gcc).`);
  }
  return lines.join("\n");
}

const report = await measure();
process.stdout.write(`${options.json ? JSON.stringify(report, undefined, 2) : show(report)}\n`);

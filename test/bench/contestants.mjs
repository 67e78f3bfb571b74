/** Who explores, and what one run of each is: processor and clock of the whole process, its greatest memory, and what it counted. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { available, output, timed } from "./measure.mjs";
import { instanceArguments, promelaOf } from "./models.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = [process.execPath, "dist/cli.js", "check"];

/** What this build can do is what its help says. */
const help = output(...cli.slice(0, 1), join(root, "dist/cli.js"), "check", "--help");
const flag = (name, ...value) => (help.includes(`--${name} `) ? [`--${name}`, ...value] : []);
/** Also what is on unless one says otherwise. */
const knows = (name) => help.includes(`--${name} `) || help.includes(`--no-${name} `);
/** Nothing but the search through all states, in one thread. */
const plain = [...flag("no-symmetry"), ...flag("no-reduce"), ...flag("no-disk")];

/** Ways to run Tenet, those that this build has. */
export const tenets = [
  { id: "tenet", name: "Tenet, 1 worker", flags: [...plain, ...flag("workers", "1")], exact: true },
  { id: "tenet2", name: "Tenet, 2 workers", flags: [...plain, ...flag("workers", "2")], exact: true, needs: "workers" },
  { id: "symmetry", name: "Tenet, symmetry", flags: [...flag("symmetry"), ...flag("no-reduce"), ...flag("no-disk"), ...flag("workers", "1")], needs: "symmetry" },
  { id: "reduction", name: "Tenet, partial order", flags: [...flag("no-symmetry"), ...flag("reduce"), ...flag("no-disk"), ...flag("workers", "1")], needs: "reduce" },
].filter(({ needs }) => needs === undefined || knows(needs));

export const spin = { id: "spin", name: "SPIN", exact: true };
/** An instance of one state, to know what a command costs that explores nothing. */
export const empty = { id: "empty", name: "Tenet, one state", flags: [...plain, ...flag("workers", "1"), "--max-states", "1"] };

export const missing = [["spin", "-V"], ["gcc", "--version"]].filter((command) => !available(...command)).map(([program]) => program);

/** @returns what the run is in the records */
export async function runTenet(model, { flags, exact }, seconds) {
  const { stdout, ...figures } = await timed([...cli, ...instanceArguments(model), "--json", "--timeout", `${seconds}s`, ...flags], { cwd: root, okay: [0, 3] });
  const { stats, search } = JSON.parse(stdout);
  if (exact && search.end !== "complete") throw new Error(`ended by ${search.end}`);
  if (exact && stats.distinctStates !== model.states) throw new Error(`counts ${stats.distinctStates} states, not ${model.states}`);
  return { ...figures, peak: figures.peak ?? stats.peakMemoryBytes, search: stats.seconds, states: stats.distinctStates, transitions: stats.transitions };
}

/** As the heads of the models say; every one of them asserts its invariant after each step, and may stop. */
export async function compileSpin(model, folder) {
  const cwd = join(folder, model.id);
  mkdirSync(cwd);
  writeFileSync(join(cwd, "model.pml"), promelaOf(model));
  const generated = await timed(["spin", "-a", "model.pml"], { cwd });
  const compiled = await timed(["gcc", "-O2", "-DSAFETY", "-DNOREDUCE", "-DMEMLIM=16000", "-o", "pan", "pan.c"], { cwd });
  return { cpu: generated.cpu + compiled.cpu, wall: generated.wall + compiled.wall };
}

export async function runSpin(model, folder, seconds) {
  const bits = model.hashBits ?? Math.max(20, Math.ceil(Math.log2(model.states)) + 2);
  const { stdout, ...figures } = await timed(["timeout", `${seconds}`, join(folder, model.id, "pan"), "-E", "-m1000000", `-w${bits}`], { cwd: folder });
  const number = (pattern) => Number(pattern.exec(stdout)?.[1]);
  const states = number(/(\d+) states, stored/);
  if (states !== model.states || number(/errors: (\d+)/) !== 0) throw new Error(`counts ${states} states, not ${model.states}`);
  // The step into the initial state is one to SPIN.
  return { ...figures, peak: figures.peak ?? number(/([\d.]+)\s+total actual memory usage/) * 2 ** 20, states, transitions: number(/(\d+) transitions/) - 1 };
}

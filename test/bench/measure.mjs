/** Whole processes, their processor time, and figures drawn from several runs of them. */
import { execFile, spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { promisify } from "node:util";

/** Whether a program can be started. */
export function available(program, ...args) {
  return spawnSync(program, args).error === undefined;
}

/** What it prints on its first line. */
export const firstLine = (program, ...args) => spawnSync(program, args, { encoding: "utf8" }).stdout.split("\n")[0].trim();

/**
 * Runs a program to its end.
 * @returns its output, and the seconds of processor (user and system) and of the clock that it took
 */
export async function timed(command, cwd) {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@"';
  const { stdout, stderr } = await promisify(execFile)("bash", ["-c", script, "bash", ...command], { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  const [user, system, wall] = stderr.trimEnd().split("\n").at(-1).split(" ").map(Number);
  return { stdout, cpu: user + system, wall };
}

/** Median and range. */
export function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1), values };
}

export function machine() {
  return { cpu: cpus()[0].model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, platform: `${process.platform} ${process.arch}` };
}

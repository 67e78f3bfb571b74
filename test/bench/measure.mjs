/** Whole processes, their processor time and memory, and figures drawn from several runs of them. */
import { execFile, spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

/** Whether a program can be started. */
export function available(program, ...args) {
  return spawnSync(program, args).error === undefined;
}

/** All that it prints. */
export const output = (program, ...args) => spawnSync(program, args, { encoding: "utf8" }).stdout ?? "";
/** What it prints on its first line. */
export const firstLine = (program, ...args) => output(program, ...args).split("\n")[0].trim();

const gnuTime = "/usr/bin/time";
/** GNU's `time` knows the memory, too. */
const timing = available(gnuTime, "--version") ? [gnuTime, "-f", "%U %S %e %M"] : ["bash", "-c", 'TIMEFORMAT="%U %S %R"; time "$@"', "bash"];

/**
 * Runs a program to its end.
 * @param options.okay exit codes that are no failure
 * @returns its output, the seconds of processor (user and system) and of the clock that it took, and its greatest resident memory where that can be known
 */
export async function timed(command, { cwd, okay = [0] } = {}) {
  const { stdout, stderr } = await new Promise((resolve, reject) => {
    execFile(timing[0], [...timing.slice(1), ...command], { cwd, encoding: "utf8", maxBuffer: 2 ** 28 }, (error, out, err) => {
      if (error && !okay.includes(error.code)) reject(new Error(`${command.join(" ")}: ${err.trim().split("\n")[0] || error.message}`));
      else resolve({ stdout: out, stderr: err });
    });
  });
  const [user, system, wall, kibibytes] = stderr.trimEnd().split("\n").at(-1).split(" ").map(Number);
  return { stdout, cpu: user + system, wall, ...(kibibytes === undefined ? {} : { peak: kibibytes * 1024 }) };
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

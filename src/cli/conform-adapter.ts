/** `tenet conform`: an implementation behind an adapter, run against its spec. */
import { realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ConformReport } from "../index.ts";
import { given, instanceWords, quoted } from "./again.ts";
import type { ConformFlags } from "./conform-flags.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

export async function conformAdapter(spec: string, flags: ConformFlags, { io, settle }: Context): Promise<void> {
  const adapter = flags.adapter ?? besideSpec(spec);
  const target = flags.regression === undefined ? undefined : placeOf(flags.regression);
  const api = await import("../index.ts");
  const line = progressLine(io, api.conformProgressText);
  const report = await interruptible(io, (signal, searching) =>
    api.conform(spec, adapter, {
      scope: flags.scope, options: flags.option, design: flags.design, protocol: flags.protocol,
      seed: flags.seed, runs: flags.runs, steps: flags.steps, concurrent: flags.concurrent, maxStates: flags.maxStates, timeoutMs: flags.timeout,
      limits: { ...(flags.stepTimeout !== undefined && { stepMs: flags.stepTimeout }), ...(flags.memory !== undefined && { memoryBytes: flags.memory }) },
      network: flags.network, files: flags.files, fresh: flags.fresh,
      signal, listener: { searching, progress: (p) => line.update(p) },
    }),
  ).finally(() => line.clear());

  const written = target === undefined ? undefined : writeRegression(target, api.regressionTest(report, importPath(target, adapter)));
  settle(exitCodes[report.verdict]);
  if (flags.json) return io.out(api.conformJson(report));
  const style = { color: io.outColor };
  if (flags.format === "line") return io.out(api.conformLines(report, style));
  io.out(flags.quiet ? api.conformConclusionText(report, style) : api.conformText(report, style, `tenet conform ${replay(spec, adapter, report, flags)}`));
  if (written !== undefined) io.err(`${written}\n`);
}

const exitCodes: Readonly<Record<ConformReport["verdict"], ExitCode>> = { conforms: exitCode.holds, diverges: exitCode.violated, unknown: exitCode.undecided };

function besideSpec(spec: string): string {
  const folder = statSync(spec, { throwIfNoEntry: false })?.isFile() ? dirname(spec) : spec;
  const adapter = join(folder, "implementation", "adapter.ts");
  if (statSync(adapter, { throwIfNoEntry: false })?.isFile()) return adapter;
  throw new UsageError("nothing to compare with the spec", `Give --adapter <file>, --log <file> or --transition <file#function>; there is no ${adapter}.`);
}

function replay(spec: string, adapter: string, { seed }: ConformReport, flags: ConformFlags): string {
  const { maxStates, runs, steps, concurrent } = flags;
  return [
    quoted(spec), "--adapter", quoted(adapter), ...instanceWords(flags), ...given("--max-states", maxStates),
    ...given("--runs", runs), ...given("--steps", steps), ...given("--concurrent", concurrent), "--seed", String(seed),
  ].join(" ");
}

/** Where a test is written: a new file below the working directory, wherever links lead. */
function placeOf(file: string): string {
  const here = realpathSync("."), folder = realpathSync(dirname(resolve(file)));
  const path = relative(here, folder);
  if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) throw new UsageError(`${file} is outside of the working directory`, "Give a file below it.");
  const place = join(folder, basename(file));
  if (statSync(place, { throwIfNoEntry: false })) throw new UsageError(`there is a file ${file} already`, "Remove it, or give another name.");
  return place;
}

function writeRegression(place: string, test: string | undefined): string {
  if (test === undefined) return "No test was written: there is no divergence, or none that one order of calls shows.";
  // Not through a link, nor over what has come to be there since.
  writeFileSync(place, test, { flag: "wx" });
  return `The test is in ${relative(realpathSync("."), place)}.`;
}

function importPath(place: string, adapter: string): string {
  const path = relative(dirname(place), realpathSync(adapter)).replaceAll(sep, "/");
  return path.startsWith(".") ? path : `./${path}`;
}

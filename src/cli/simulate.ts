/** `tenet simulate`: samples runs of an instance that is too large to be explored. */
import { type Command, Option } from "commander";
import type { SampledProperty, SchedulerName, SimulateReport } from "../index.ts";
import { given, instanceWords, quoted } from "./again.ts";
import { readCount, readDuration } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { formatOption } from "./format.ts";
import { type InstanceFlags, withInstance } from "./instance-options.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

interface Flags extends InstanceFlags {
  readonly runs?: number;
  readonly steps?: number;
  readonly seed?: number;
  readonly scheduler?: SchedulerName;
  readonly depth?: number;
  readonly timeout?: number;
  readonly all?: true;
  readonly show?: string;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
}

export function simulateCommand(root: Command, { io, settle }: Context): void {
  const command = root
    .command("simulate")
    .summary("sample runs at random, where there are too many states to explore")
    .description(
      "Compiles a spec and takes random walks through the instance that the scope describes. What it finds it makes short, replays and shows; " +
      "what it does not find says nothing about the runs that it did not take.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts");
  withInstance(command)
    .option("--all", "go on after the first violation; find one for every property")
    .optionsGroup("What to sample:")
    .option("--runs <n>", "walks (default: 10000; with --timeout alone, as many as fit)", readCount(1))
    .option("--steps <n>", "steps of a walk, at most (default: 100)", readCount(1, 1_000_000))
    .addOption(new Option("--scheduler <name>", "who decides on the next step: uniform (default), pct or coverage").choices(["uniform", "pct", "coverage"]))
    .option("--depth <d>", "with pct: steps whose order brings a violation about (default: 3)", readCount(1, 100))
    .option("--seed <n>", "of whatever is chosen at random: the same one gives the same walks (default: 1)", readCount(0, 2 ** 48))
    .option("--timeout <time>", "time for the walks, as in 30s, 5m, 1h", readDuration)
    .optionsGroup("Output:")
    .option("--show <reachable>", "print a run to a state where this @reachable holds")
    .option("--json", "print one JSON object (docs/simulate-result.schema.json)")
    .addOption(formatOption())
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet simulate specs/two-phase-commit --scope RM=30
  tenet simulate specs/raft --scheduler pct --depth 4 --runs 100_000
  tenet simulate specs/paxos --scheduler coverage --timeout 1m

Exit codes: 0 nothing found in all walks, which proves nothing, 1 violated, 2 wrong spec or command,
3 not all walks were made or a @reachable was not reached, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      if (flags.depth !== undefined && flags.scheduler !== "pct") throw new UsageError("--depth means nothing without --scheduler pct", "Leave it out, or choose that scheduler.");
      const api = await import("../index.ts");
      const line = progressLine(io, api.simulateProgressText);
      const report = await interruptible(io, (signal, searching) =>
        api.simulate(spec, {
          scope: flags.scope, options: flags.option, design: flags.design, protocol: flags.protocol, deadlock: flags.deadlock,
          runs: flags.runs, steps: flags.steps, seed: flags.seed, scheduler: flags.scheduler, depth: flags.depth, timeoutMs: flags.timeout,
          keepGoing: flags.all, witness: flags.show, signal, listener: { searching, progress: (p) => line.update(p) },
        }),
      ).finally(() => line.clear());

      settle(exitCodeOf(report));
      if (flags.json) return io.out(api.simulateJson(report));
      const style = { color: io.outColor };
      if (flags.format === "line") return io.out(api.simulateLines(report, style));
      io.out(flags.quiet ? api.simulateConclusionText(report, style) : api.simulateText(report, { ...style, again: (p) => again(spec, p, flags) }));
    });
}

/** As for `conform`: 0 says that what was asked for was done and showed nothing. */
function exitCodeOf({ verdict, sample, properties }: SimulateReport): ExitCode {
  if (verdict === "violated") return exitCode.violated;
  return sample.end !== "complete" || properties.some((p) => p.verdict === "unknown" || (p.kind === "reachable" && !p.found)) ? exitCode.undecided : exitCode.holds;
}

function again(spec: string, { kind, name, found }: SampledProperty, flags: Flags): string {
  const { scheduler, depth, steps, deadlock, all } = flags;
  return [
    "tenet simulate", quoted(spec), ...instanceWords(flags), ...(deadlock ? ["--deadlock"] : []), ...(all ? ["--all"] : []),
    ...given("--scheduler", scheduler), ...given("--depth", depth), ...given("--steps", steps),
    ...given("--seed", found?.replay.seed), ...given("--runs", found?.replay.runs), ...(kind === "reachable" ? given("--show", name) : []),
  ].join(" ");
}

/** `tenet check`: explores an instance of a protocol and says what holds. */
import type { Command } from "commander";
import { relative } from "node:path";
import type { Asked, CheckOptions, CheckReport } from "../index.ts";
import { formatOption } from "./format.ts";
import { readCount } from "./arguments.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { type InstanceFlags, instanceOptions, type LimitFlags, withInstance, withLimits } from "./instance-options.ts";
import { interruptible } from "./interrupt.ts";
import type { Context } from "./context.ts";
import { type OutsideFlags, outsideMemory, withAsked, withOutside } from "./outside-options.ts";
import { progressLine } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

interface Flags extends InstanceFlags, LimitFlags, OutsideFlags {
  /** Absent: as many as there are cores. */
  readonly workers?: number;
  readonly all?: true;
  /** Absent: where it pays. */
  readonly symmetry?: boolean;
  readonly show?: string;
  readonly insight?: true;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
  readonly reduction?: boolean;
}

export function checkCommand(root: Command, { io, settle }: Context): void {
  const command = root
    .command("check")
    .summary("explore every state of an instance and say what holds")
    .description(
      "Compiles a spec, explores every state of the instance that the scope describes, and says for each property " +
      "whether it holds and on what ground, or shows the shortest run that breaks it.",
    )
    .argument("[spec]", "the spec file, or a folder with a spec.ts");
  withOutside(withLimits(withInstance(command).option("--all", "go on after the first violation; find one for every property"), "Limits (reached: exit code 3):"))
    .option("--workers <n>", "threads that search together, beyond 1,000,000 states (default: one for each core)", readCount(1, 64))
    .option("--symmetry", "count states as one that differ by a permutation of interchangeable values (default: beyond 100,000 states)")
    .option("--no-symmetry", "tell all states apart")
    .option("--reduction", "take fewer steps where they are enough, whatever the size (default: where the search is large and it pays); says why not where they are not")
    .option("--no-reduction", "take every step")
    .optionsGroup("Output:")
    .option("--show <reachable>", "print the shortest run to a state where this @reachable holds")
    .option("--insight", "print why there are so many states, and how often what properties are about is the case")
    .option("--json", "print one JSON object (docs/check-result.schema.json)")
    .addOption(formatOption())
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet check specs/two-phase-commit                       with the scope of the spec
  tenet check specs/two-phase-commit --scope RM=7          with seven resource managers
  tenet check specs/two-phase-commit --show someoneCommits how a commit comes about
  tenet check spec.ts --max-depth 20 --timeout 5m --json   for a script
  tenet check spec.ts --checkpoint run1                    that a failure of the machine does not undo
  tenet check --resume run1                                after the failure

Exit codes: 0 all hold, 1 violated, 2 wrong spec or command, 3 not decided within limits, 4 error in Tenet.`)
    .action(async (given: string | undefined, asked: Flags) => {
      const api = await import("../index.ts");
      const outside = outsideMemory(asked);
      const { spec, flags } = what(given, asked, api.askedBefore);
      const line = progressLine(io, api.progressText);
      const report = await interruptible(io, (signal, searching) =>
        api.check(spec, { ...checkOptions(flags), ...outside, signal, listener: { searching, progress: (p) => line.update(p) } }),
      ).finally(() => line.clear());

      settle(exitCodeOf(report));
      if (flags.json) return io.out(api.checkJson(report));
      const style = { color: io.outColor, columns: io.columns };
      if (flags.format === "line") return io.out(api.checkLines(report, style));
      io.out(flags.quiet ? api.conclusionText(report, style) : api.checkText(report, { ...style, show: flags.show }));
    });
}

/** @throws UsageError where nothing says what to check */
function what(given: string | undefined, flags: Flags, askedBefore: (folder: string) => Asked): { readonly spec: string; readonly flags: Flags } {
  if (flags.resume !== undefined) {
    const { spec, ...asked } = askedBefore(flags.resume);
    return { spec: given ?? relative(process.cwd(), spec), flags: withAsked(flags, asked) };
  }
  if (given === undefined) throw new UsageError("missing required argument 'spec'", "Run `tenet check --help` to see what can be given.");
  return { spec: given, flags };
}

const checkOptions = (flags: Flags): CheckOptions => ({
  ...instanceOptions(flags), keepGoing: flags.all, witness: flags.show, insight: flags.insight,
  workers: flags.workers ?? "auto", symmetry: choice(flags.symmetry), reduction: choice(flags.reduction),
});

const choice = (asked: boolean | undefined): "auto" | "on" | "off" => (asked === undefined ? "auto" : asked ? "on" : "off");

/** A search that a limit ended decides nothing, unless it found a violation. */
function exitCodeOf({ verdict, search, properties }: CheckReport): ExitCode {
  if (verdict === "violated") return exitCode.violated;
  if (search.end !== "complete" || properties.some((p) => p.verdict === "unknown")) return exitCode.undecided;
  return exitCode.holds;
}

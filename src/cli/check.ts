/** `tenet check`: explores an instance of a protocol and says what holds. */
import type { Command } from "commander";
import type { CheckOptions, CheckReport, SearchLimits } from "../index.ts";
import { readBytes, readCount, readDuration, readOption, readScope } from "./arguments.ts";
import { formatOption } from "./format.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import type { Context } from "./context.ts";
import { progressLine } from "./progress.ts";

interface Flags {
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly design?: string;
  readonly protocol?: string;
  readonly maxStates?: number;
  readonly maxDepth?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly hashed?: true;
  readonly deadlock?: true;
  readonly all?: true;
  readonly show?: string;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
}

export function checkCommand(root: Command, { io, settle }: Context): void {
  root
    .command("check")
    .summary("explore every state of an instance and say what holds")
    .description(
      "Compiles a spec, explores every state of the instance that the scope describes, and says for each property " +
      "whether it holds and on what ground, or shows the shortest run that breaks it.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to check:")
    .option("-s, --scope <sizes>", "sizes of sorts and bounds, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-d, --design <name>", "one of the spec's designs: the options that it settles, which --option overrides")
    .option("-p, --protocol <class>", "the class to check, where a file has several")
    .option("--deadlock", "report a state without a step as a violation")
    .option("--all", "go on after the first violation; find one for every property")
    .optionsGroup("Limits (reached: exit code 3):")
    .option("--max-states <n>", "distinct states", readCount(1))
    .option("--max-depth <n>", "steps from an initial state", readCount(0))
    .option("--timeout <time>", "time for the search, as in 30s, 5m, 1h", readDuration)
    .option("--memory <amount>", "memory for states, as in 512MiB, 4GiB (default: three quarters of the machine's)", readBytes)
    .option("--hashed", "keep a 64-bit hash of each state instead of the state: less memory, but states may be missed")
    .optionsGroup("Output:")
    .option("--show <reachable>", "print the shortest run to a state where this @reachable holds")
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

Exit codes: 0 all hold, 1 violated, 2 wrong spec or command, 3 not decided within limits, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const line = progressLine(io, api.progressText);
      const report = await interruptible(io, (signal, searching) =>
        api.check(spec, { ...checkOptions(flags), signal, listener: { searching, progress: (p) => line.update(p) } }),
      ).finally(() => line.clear());

      settle(exitCodeOf(report));
      if (flags.json) return io.out(api.checkJson(report));
      const style = { color: io.outColor, columns: io.columns };
      if (flags.format === "line") return io.out(api.checkLines(report, style));
      io.out(flags.quiet ? api.conclusionText(report, style) : api.checkText(report, { ...style, show: flags.show }));
    });
}

function checkOptions(flags: Flags): CheckOptions {
  return {
    scope: flags.scope,
    options: flags.option,
    design: flags.design,
    protocol: flags.protocol,
    limits: limits(flags),
    visited: flags.hashed ? "hashed" : "exact",
    deadlock: flags.deadlock,
    keepGoing: flags.all,
    witness: flags.show,
  };
}

const limits = ({ maxStates, maxDepth, timeout, memory }: Flags): SearchLimits => ({
  ...(maxStates === undefined ? {} : { maxStates }),
  ...(maxDepth === undefined ? {} : { maxDepth }),
  ...(timeout === undefined ? {} : { timeoutMs: timeout }),
  ...(memory === undefined ? {} : { memoryBytes: memory }),
});

/** A search that a limit ended decides nothing, unless it found a violation. */
function exitCodeOf({ verdict, search, properties }: CheckReport): ExitCode {
  if (verdict === "violated") return exitCode.violated;
  if (search.end !== "complete" || properties.some((p) => p.verdict === "unknown")) return exitCode.undecided;
  return exitCode.holds;
}

/** `tenet diff`: says what a changed spec no longer promises. */
import type { Command } from "commander";
import type { DiffReport } from "../index.ts";
import { readDuration } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";

interface Flags {
  readonly protocol?: string;
  readonly timeout?: number;
  readonly json?: true;
  readonly quiet?: true;
}

export function diffCommand(root: Command, { io, settle }: Context): void {
  root
    .command("diff")
    .summary("say what a changed spec no longer promises")
    .description(
      "Compares two versions of a spec by what they mean, not by their text: properties that say less, actions that happen " +
      "in fewer states or not at all, faults, assumptions, scopes and options. Proof files do not count. Nothing is checked.",
    )
    .argument("<base>", "the spec as it was: a file, or a folder with a spec.ts")
    .argument("<head>", "the spec as it is")
    .option("-p, --protocol <class>", "the class to compare, where a file has several")
    .option("--timeout <time>", "for one question to the solver, as in 5s (the default)", readDuration)
    .optionsGroup("Output:")
    .option("--json", "print one JSON object, with findings as in docs/gate-result.schema.json")
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  git show main:specs/lock/spec.ts > before.ts
  tenet diff before.ts specs/lock/spec.ts    what a change does to the promises of a spec

Exit codes: 0 nothing is lost, 1 less is promised, or it is not known, 2 wrong spec or command, 3 interrupted, 4 error in Tenet.`)
    .action(async (base: string, head: string, { protocol, timeout, ...flags }: Flags) => {
      const api = await import("../index.ts");
      const report = await interruptible(io, (signal, comparing) => api.diff(base, head, {
        signal, listener: { comparing }, ...(protocol !== undefined && { protocol }), ...(timeout !== undefined && { timeoutMs: timeout }),
      }));
      settle(exitCodeOf(report));
      if (flags.json) return io.out(api.specDiffJson(report));
      const style = { color: io.outColor };
      io.out(flags.quiet ? api.specDiffConclusionText(report, style) : api.specDiffText(report, style));
    });
}

function exitCodeOf({ findings, interrupted }: DiffReport): ExitCode {
  if (interrupted) return exitCode.undecided;
  return findings.some((f) => f.level === "error") ? exitCode.violated : exitCode.holds;
}

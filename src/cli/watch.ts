/** `tenet watch`: verifies a spec again whenever it changes. */
import type { Command } from "commander";
import type * as Api from "../index.ts";
import type { Context } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { type Format, formatOption } from "./format.ts";
import { type InstanceFlags, instanceOptions, type LimitFlags, withInstance, withLimits } from "./instance-options.ts";
import { type ProgressLine, progressLine } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface Flags extends InstanceFlags, LimitFlags {
  readonly first?: true;
  readonly prove?: true;
  readonly format: Format;
  readonly json?: true;
  readonly withStdin?: true;
}

export function watchCommand(root: Command, { io, settle }: Context): void {
  const command = root
    .command("watch")
    .summary("check a spec again whenever it changes")
    .description(
      "Checks a spec, and again whenever it or a file that it imports changes; says which verdicts have changed, and shows the run of a new violation. " +
      "A change interrupts the search under way. Ctrl-C ends it.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts");
  withInstance(command)
    .option("--first", "stop at the first violation, as tenet check does; by default, one is found for every property")
    .option("--prove", "prove it for any size, too, with proof.lock.json");
  withLimits(command, "Limits:")
    .optionsGroup("Output:")
    .option("--json", "print one JSON object on each line, for editors (docs/watch-event.schema.json)")
    .addOption(formatOption())
    .option("--with-stdin", "end when standard input ends: for programs that start this one")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet watch specs/two-phase-commit             with the scope of the spec
  tenet watch specs/two-phase-commit --prove     for any size, too
  tenet watch spec.ts --scope RM=4 --timeout 10s not longer than ten seconds each time

Exit codes: 0 ended by Ctrl-C, 2 wrong command, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const checking = progressLine(io, api.progressText), proving = progressLine(io, api.proofProgressText);
      const face = faceOf(api, spec, flags, clearing(io, [checking, proving]));
      await untilEnded(flags.withStdin ?? false, (signal) =>
        api.watchSpec(spec, {
          ...instanceOptions(flags), keepGoing: !flags.first, prove: flags.prove ?? false, signal,
          listener: { checking: (p) => checking.update(p), proving: (p) => proving.update(p) },
        }, face.tell),
      );
      checking.clear();
      proving.clear();
      settle(exitCode.holds);
    });
}

function faceOf(api: typeof Api, spec: string, { json, format }: Flags, { out, outColor }: Pick<Terminal, "out" | "outColor">): { tell(happening: Api.Happening): void } {
  if (json) return new api.JsonFace(spec, out);
  return format === "line" ? new api.LineFace(spec, out) : new api.TextFace(spec, out, { color: outColor, now: () => new Date() });
}

/** What is printed takes the place of how it is getting on. */
const clearing = ({ out, outColor }: Terminal, lines: readonly Pick<ProgressLine<never>, "clear">[]): Pick<Terminal, "out" | "outColor"> => ({
  outColor,
  out(text) {
    for (const line of lines) line.clear();
    out(text);
  },
});

/** Ctrl-C is how it ends; a second one ends the process at once. */
async function untilEnded(withStdin: boolean, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const stop = (): void => {
    for (const name of signals) process.off(name, stop);
    controller.abort();
  };
  for (const name of signals) process.on(name, stop);
  if (withStdin) process.stdin.once("end", stop).once("error", stop).resume();
  try {
    await work(controller.signal);
  } finally {
    stop();
    if (withStdin) process.stdin.destroy();
  }
}

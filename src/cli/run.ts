/** Runs one command line. Every way in which it can end is decided here. */
import { CommanderError } from "commander";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { fail } from "./fail.ts";
import { formatOf } from "./format.ts";
import { program } from "./program.ts";
import { terminal } from "./terminal.ts";

/**
 * @param args without the program's own name
 * @param settle told the exit code, before anything is printed that a reader could cut short
 */
export async function run(args: readonly string[], settle: (code: ExitCode) => void): Promise<void> {
  const flags = beforeDashes(args);
  const io = terminal(flags.includes("--no-color"));
  const given: { spec?: string } = {};
  try {
    await program(io, settle).hook("preAction", (_, { args: [spec] }) => void (given.spec = spec)).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return settle(exitCode.holds);
    await fail(error, { io, settle, format: formatOf(flags), command: args[0], ...given });
  }
}

function beforeDashes(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end < 0 ? args : args.slice(0, end);
}

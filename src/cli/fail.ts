/** Tells the user why a command did not get anywhere: in text on standard error, as the one object of `--json`, or as lines. */
import { CommanderError } from "commander";
import type * as Api from "../index.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Format } from "./format.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

interface Context {
  readonly io: Terminal;
  settle(code: ExitCode): void;
  readonly format: Format;
  /** The first word of the command line. */
  readonly command: string | undefined;
  /** What the command was about, if it came so far. */
  readonly spec?: string;
}

export async function fail(error: unknown, { io, settle, format, command, spec }: Context): Promise<void> {
  const api = await import("../index.ts");
  const failure = describe(api, error, command);
  settle(failure.kind === "internal" ? exitCode.internal : exitCode.wrong);
  if (format === "json") return io.out(api.failureJson(failure));
  if (format === "line" && spec !== undefined) return io.out(api.failureLines(failure, spec));
  io.err(api.failureText(failure, { color: io.errColor }));
  if (failure.kind === "internal" && process.env.TENET_DEBUG === "1" && error instanceof Error) io.err(`\n${error.stack}\n`);
}

function describe(api: typeof Api, error: unknown, command: string | undefined): Api.Failure {
  if (error instanceof CommanderError) {
    // `tenet` alone has printed its help already.
    if (error.code === "commander.help") return { kind: "usage", message: "no command given" };
    return { kind: "usage", message: error.message.replace(/^error: /, ""), help: `Run \`${helpFor(command)}\` to see what can be given.` };
  }
  if (error instanceof UsageError) return { kind: "usage", message: error.message, ...(error.help === undefined ? {} : { help: error.help }) };
  return api.failureOf(error);
}

const commands = ["check", "watch", "prove", "propose", "tradeoffs", "gate", "conform", "compile", "init", "vscode", "explain"];
const helpFor = (command: string | undefined): string => (command !== undefined && commands.includes(command) ? `tenet ${command} --help` : "tenet --help");

/** The commands and their help. */
import { Command } from "commander";
import { checkCommand } from "./check.ts";
import { compileCommand } from "./compile.ts";
import { conformCommand } from "./conform.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-code.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { gateCommand } from "./gate.ts";
import { initCommand } from "./init.ts";
import { version } from "./package.ts";
import { proposeCommand } from "./propose.ts";
import { proveCommand } from "./prove.ts";
import { simulateCommand } from "./simulate.ts";
import type { Terminal } from "./terminal.ts";
import { tradeoffsCommand } from "./tradeoffs.ts";
import { vscodeCommand } from "./vscode.ts";
import { watchCommand } from "./watch.ts";

export function program(io: Terminal, settle: (code: ExitCode) => void): Command {
  const root = new Command("tenet")
    .description("Checks and proves distributed protocols written as plain TypeScript classes.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Start here:
  tenet init my-protocol      make a folder with a first spec
  tenet check my-protocol     explore every state of it
  tenet simulate my-protocol  sample runs at random, where there are too many states
  tenet prove my-protocol     show what holds whatever the size
  tenet propose my-protocol   find the lemmas that a proof is missing
  tenet tradeoffs my-protocol compare designs: what each survives, and what it costs
  tenet gate --base main      say whether a change keeps what was shown

Exit codes: 0 all hold, 1 violated, 2 wrong spec or command, 3 not decided within limits, 4 error in Tenet.`)
    .configureHelp({ sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      // What went wrong is told in one place, `fail`.
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(io.columns, 100),
      getErrHelpWidth: () => Math.min(io.columns, 100),
    })
    .exitOverride();
  const context: Context = { io, settle };
  for (const add of [checkCommand, simulateCommand, watchCommand, proveCommand, proposeCommand, tradeoffsCommand, diffCommand, gateCommand, conformCommand, compileCommand, initCommand, vscodeCommand, explainCommand]) add(root, context);
  return root;
}

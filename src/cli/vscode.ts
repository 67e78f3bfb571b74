/** `tenet vscode`: Tenet's commands as tasks of VS Code. */
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Context } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { cliFrom } from "./link.ts";
import { UsageError } from "./usage-error.ts";

interface Flags {
  readonly print?: true;
}

export function vscodeCommand(root: Command, { io, settle }: Context): void {
  root
    .command("vscode")
    .summary("make VS Code tasks of the commands")
    .description(
      "Writes .vscode/tasks.json: check, prove, propose, watch and gate as tasks whose findings are in the Problems panel. " +
      "A tasks.json that is there keeps whatever else is in it, comments included.",
    )
    .argument("[folder]", "the folder that is opened in VS Code", ".")
    .option("--print", "print what would be written into a new file, and write nothing")
    .addHelpText("after", `
Examples:
  tenet vscode                 of the current folder
  tenet vscode my-protocol
  tenet vscode --print         to paste it by hand

Exit codes: 0 done, 2 no such folder, or a tasks.json that cannot be read.`)
    .action(async (given: string, { print }: Flags) => {
      const folder = resolve(given);
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${given} is not a folder`, "Give the folder that you open in VS Code.");
      const api = await import("../index.ts");
      const specs = api.specsBelow(folder);
      const ours = api.tasksFile(cliFrom(folder), specs);
      if (print) {
        settle(exitCode.holds);
        return io.out(api.printTasks(ours));
      }
      const file = join(folder, ".vscode/tasks.json");
      const before = existsSync(file) ? readFileSync(file, "utf8") : "";
      const after = api.mergeTasks(before, ours);
      if (typeof after !== "string") throw new UsageError(`${join(given, ".vscode/tasks.json")} is left as it is: ${after.problem}`, "Run `tenet vscode --print` and paste what you need.");
      if (after !== before) replace(file, after);
      settle(exitCode.holds);
      io.out([
        `${after === before ? "Nothing to do for" : before === "" ? "Made" : "Changed"} ${join(given, ".vscode/tasks.json")}:\n`,
        ...ours.tasks.map(({ label }) => `  ${label}\n`),
        specs.length === 0 ? "\nThere is no spec below this folder yet: run this again when there is one.\n" : "",
      ].join(""));
    });
}

/** In one stroke, so that what people keep there is never lost. */
function replace(file: string, text: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const target = existsSync(file) ? realpathSync(file) : file;
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { flag: "wx" });
  renameSync(temporary, target);
}

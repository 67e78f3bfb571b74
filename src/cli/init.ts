/** `tenet init`: a new folder with a first spec that works at once. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Command } from "commander";
import { exitCode } from "./exit-code.ts";
import type { Context } from "./context.ts";
import { cliFrom, linkTo } from "./link.ts";
import { gitignore, packageJson, quoted, readme, spec, tsconfig } from "./templates.ts";
import { UsageError } from "./usage-error.ts";

export function initCommand(root: Command, { io, settle }: Context): void {
  root
    .command("init")
    .summary("make a new folder with a first spec")
    .description("Makes a folder with a small protocol to start from, a tsconfig and tasks for the editor, and scripts. It never overwrites.")
    .argument("<dir>", "the folder; it may exist if it is empty")
    .addHelpText("after", `
Examples:
  tenet init my-protocol
  cd my-protocol && npm run check

Exit codes: 0 done, 2 the folder is not empty or cannot be written.`)
    .action(async (dir: string) => {
      const folder = resolve(dir);
      const there = statSync(folder, { throwIfNoEntry: false });
      if (there && !there.isDirectory()) throw new UsageError(`${dir} is a file`, "Give the name of a new folder.");
      if (there && readdirSync(folder).length > 0) throw new UsageError(`${dir} is not empty`, "Give the name of a new folder.");
      mkdirSync(folder, { recursive: true });
      const link = linkTo(folder);
      const api = await import("../index.ts");
      const files: Record<string, string> = {
        "spec.ts": spec, "tsconfig.json": tsconfig(link), "package.json": packageJson(packageName(folder), link),
        "README.md": readme, ".gitignore": gitignore, ".vscode/tasks.json": api.printTasks(api.tasksFile(cliFrom(folder), ["."])),
      };
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text, { flag: "wx" });
      }
      settle(exitCode.holds);
      io.out([
        `Made ${dir}:\n`,
        ...Object.keys(files).map((name) => `  ${name}\n`),
        "\nNext:\n",
        `  tenet check ${quoted(dir)}\n`,
        `  then open ${join(dir, "spec.ts")} in your editor\n`,
      ].join(""));
    });
}

/** A name that npm accepts. */
const packageName = (folder: string): string =>
  (folder.split(sep).at(-1) ?? "").toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-").replaceAll(/^-+|-+$/g, "") || "my-protocol";

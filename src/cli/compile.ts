/** `tenet compile`: writes the checker that is generated for a spec. */
import type { Command } from "commander";
import { readOption, readScope } from "./arguments.ts";
import { exitCode } from "./exit-code.ts";
import type { Context } from "./context.ts";

interface Flags {
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly out: string;
  readonly check?: true;
}

export function compileCommand(root: Command, { io, settle }: Context): void {
  root
    .command("compile")
    .summary("write the checker that is generated for a spec")
    .description(
      "Writes the specialised checker of one instance as readable source: DIR/<protocol>/checker.js. Beside it the protocol in " +
      "Tenet's intermediate form, and conformance.ts, the types that an adapter of an implementation is held to. The same spec, " +
      "scope and options always give the same bytes.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .option("-s, --scope <sizes>", "sizes of sorts and bounds, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to compile, where a file has several")
    .option("--out <dir>", "where to write", "generated")
    .option("--check", "write nothing; exit 1 if what is there is missing or stale")
    .addHelpText("after", `
Examples:
  tenet compile specs/two-phase-commit           writes generated/two-phase-commit/
  tenet compile specs/two-phase-commit --check   for continuous integration

Exit codes: 0 done or fresh, 1 stale (with --check), 2 wrong spec or command, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const compiled = api.compile(spec, { scope: flags.scope, options: flags.option, protocol: flags.protocol });
      if (!flags.check) {
        const written = api.writeFiles(compiled.files, flags.out);
        settle(exitCode.holds);
        return io.out(written.map((file) => `${file}\n`).join(""));
      }
      const stale = api.staleFiles(compiled.files, flags.out);
      settle(stale.length === 0 ? exitCode.holds : exitCode.violated);
      io.out(stale.length === 0
        ? `${compiled.protocol} is fresh.\n`
        : [...stale.map((file) => `${file} is missing or stale\n`), "Run the same command without --check.\n"].join(""));
    });
}

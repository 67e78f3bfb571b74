/** `tenet explain`: what an error code means. */
import type { Command } from "commander";
import { exitCode } from "./exit-code.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

export function explainCommand(root: Command, { io, settle }: Context): void {
  root
    .command("explain")
    .summary("say what an error code means")
    .description("Says what a code such as T2001 means and what to write instead; without a code, lists all of them.")
    .argument("[code]", "the code, as an error message prints it")
    .addHelpText("after", `
Examples:
  tenet explain T6001
  tenet explain

Codes that begin with TS are TypeScript's own.`)
    .action(async (code: string | undefined) => {
      const api = await import("../index.ts");
      const text = code === undefined ? api.listCodes() : api.explainCode(code);
      if (text === undefined) throw new UsageError(`there is no code ${JSON.stringify(code)}`, "Run `tenet explain` for the list.");
      settle(exitCode.holds);
      io.out(text);
    });
}

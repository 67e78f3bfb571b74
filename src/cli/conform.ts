/** `tenet conform`: compares an implementation with its spec. Each way to do that is a file of its own. */
import type { Command } from "commander";
import { readCount, readDuration, readOption, readScope } from "./arguments.ts";
import type { ConformFlags } from "./conform-flags.ts";
import { conformTransition } from "./conform-transition.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

export function conformCommand(root: Command, context: Context): void {
  root
    .command("conform")
    .summary("compare an implementation with its spec")
    .description("Says whether an implementation follows its spec, or shows an input or a run on which it does not.")
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to compare with the spec:")
    .option("--transition <file#function>", "a pure function from state and event to state, which is read and not run (default function: transition)")
    .optionsGroup("The spec:")
    .option("-s, --scope <sizes>", "sizes of the instance that is searched, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to take, where a file has several")
    .option("--proof <file>", "the file with the lemmas (default: proof.ts beside spec.ts, foo.proof.ts beside foo.ts, if there is one)")
    .optionsGroup("Limits (reached: exit code 3):")
    .option("--timeout <time>", "time for one attempt at one goal, as in 30s, 2m (default: 10s)", readDuration)
    .option("--max-states <n>", "distinct states of the instance", readCount(1))
    .option("--seed <n>", "of whatever is chosen at random (default: 0)", readCount(0))
    .optionsGroup("Output:")
    .option("--json", "print one JSON object (docs/transition-result.schema.json)")
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet conform specs/lock-server --transition specs/lock-server/implementation/transition.ts
  tenet conform specs/fencing-lock --transition specs/fencing-lock/implementation/transition.ts#storage

Exit codes: 0 it follows the spec, 1 it does not, 2 wrong spec, implementation or command, 3 not decided, 4 error in Tenet.`)
    .action(async (spec: string, flags: ConformFlags) => {
      if (flags.transition === undefined) throw new UsageError("nothing to compare with the spec", "Give --transition <file#function>.");
      await conformTransition(spec, flags.transition, flags, context);
    });
}

/** `tenet conform`: compares an implementation with its spec. Each way to do that is a file of its own. */
import { type Command, Option } from "commander";
import { readCount, readDuration, readOption, readScope, readUnlogged } from "./arguments.ts";
import type { ConformFlags } from "./conform-flags.ts";
import { conformLog } from "./conform-log.ts";
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
    .option("--log <file>", "what a running system has logged: NDJSON or OpenTelemetry's OTLP/JSON, or - for standard input")
    .option("--transition <file#function>", "a pure function from state and event to state, which is read and not run (default function: transition)")
    .optionsGroup("The log:")
    .option("--map <file>", "JSON with the spec's names for the log's actions, args, fields and values")
    .addOption(new Option("--order <by>", "what the order of events is taken from (default: what the first event has)").choices(["file", "process", "clock", "interval"]))
    .option("--unlogged <actions>", "actions of which there may be steps that are not in the log: names with commas between them, all, or none", readUnlogged)
    .option("--in-a-row <n>", "how many of them there may be between two events (default: 1)", readCount(1))
    .optionsGroup("The spec:")
    .option("-s, --scope <sizes>", "sizes of the instance that is searched, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to take, where a file has several")
    .option("--proof <file>", "the file with the lemmas (default: proof.ts beside spec.ts, foo.proof.ts beside foo.ts, if there is one)")
    .optionsGroup("Limits (reached: exit code 3):")
    .option("--timeout <time>", "time for a log, or for one attempt at one goal, as in 30s, 2m (default: for a log none, for a goal 10s)", readDuration)
    .option("--max-states <n>", "distinct states of the instance; for a log, of those to remember at a time (default: a million)", readCount(1))
    .option("--seed <n>", "of whatever is chosen at random (default: 0)", readCount(0))
    .optionsGroup("Output:")
    .option("--json", "print one JSON object (docs/transition-result.schema.json, docs/log-result.schema.json)")
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet conform specs/lock-server --log service.ndjson --scope Client=8
  tenet conform specs/lock-server --transition specs/lock-server/implementation/transition.ts
  tenet conform specs/fencing-lock --transition specs/fencing-lock/implementation/transition.ts#storage

Exit codes: 0 it follows the spec, 1 it does not, 2 wrong spec, implementation or command, 3 not decided, 4 error in Tenet.`)
    .action(async (spec: string, flags: ConformFlags) => {
      if (flags.log !== undefined && flags.transition !== undefined) throw new UsageError("--log and --transition are two questions", "Ask them one after the other.");
      if (flags.log !== undefined) return conformLog(spec, flags.log, flags, context);
      if (flags.transition === undefined) throw new UsageError("nothing to compare with the spec", "Give --log <file> or --transition <file#function>.");
      await conformTransition(spec, flags.transition, flags, context);
    });
}

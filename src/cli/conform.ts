/** `tenet conform`: compares an implementation with its spec. Each way to do that is a file of its own. */
import { type Command, Option } from "commander";
import { readBytes, readCount, readDuration, readOption, readScope, readUnlogged } from "./arguments.ts";
import { conformAdapter } from "./conform-adapter.ts";
import type { ConformFlags } from "./conform-flags.ts";
import { conformLog } from "./conform-log.ts";
import { conformTransition } from "./conform-transition.ts";
import type { Context } from "./context.ts";
import { formatOption } from "./format.ts";
import { UsageError } from "./usage-error.ts";

export function conformCommand(root: Command, context: Context): void {
  root
    .command("conform")
    .summary("compare an implementation with its spec")
    .description(
      "Says whether an implementation follows its spec, or shows an input or a run on which it does not. An implementation behind " +
      "an adapter is run in a process of its own: through every transition of a small instance, long random runs, and concurrent requests.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to compare with the spec:")
    .option("--adapter <file>", "an implementation, by a file whose default export is an adapter (default: implementation/adapter.ts beside the spec)")
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
    .option("-d, --design <name>", "one of the spec's designs: the options that it settles, which --option overrides")
    .option("-p, --protocol <class>", "the class to take, where a file has several")
    .option("--proof <file>", "the file with the lemmas (default: proof.ts beside spec.ts, foo.proof.ts beside foo.ts, if there is one)")
    .optionsGroup("With an adapter:")
    .option("--runs <n>", "random runs (default: 100)", readCount(0))
    .option("--steps <n>", "steps of a random run, at most (default: 50)", readCount(1))
    .option("--concurrent <n>", "histories of requests at the same time (default: 50)", readCount(0))
    .option("--step-timeout <time>", "time for one answer (default: 5s)", readDuration)
    .option("--memory <amount>", "memory of its process, as in 512MiB (default)", readBytes)
    .option("--network", "let it use the network")
    .option("--files", "give it a folder of its own to write in")
    .option("--fresh", "a new process for every run, where something stays from one to the next")
    .optionsGroup("Limits (reached: exit code 3):")
    .option("--timeout <time>", "time for all tests of an adapter (default: 2m), for a log (default: none), or for one attempt at one goal (default: 10s)", readDuration)
    .option("--max-states <n>", "distinct states of the instance (default for an adapter: 5000; where there are more, it has random runs only); for a log, of those to remember at a time (default: a million)", readCount(1))
    .option("--seed <n>", "of whatever is chosen at random: the same one gives the same tests", readCount(0))
    .optionsGroup("Output:")
    .option("--regression <file>", "write the run on which an adapter's implementation differs as a test for vitest, into a new file")
    .option("--json", "print one JSON object (docs/conform-result.schema.json, docs/transition-result.schema.json, docs/log-result.schema.json)")
    .addOption(formatOption())
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet conform specs/fencing-lock                                  with implementation/adapter.ts
  tenet conform specs/fencing-lock --adapter src/lock/adapter.ts --regression test/lock.test.ts
  tenet conform specs/lock-server --log service.ndjson --scope Client=8
  tenet conform specs/lock-server --transition specs/lock-server/implementation/transition.ts
  tenet conform specs/fencing-lock --transition specs/fencing-lock/implementation/transition.ts#storage

Exit codes: 0 it follows the spec, 1 it does not, 2 wrong spec, implementation or command, 3 not decided, 4 error in Tenet.`)
    .action(async (spec: string, flags: ConformFlags) => {
      const asked = (["adapter", "log", "transition"] as const).filter((name) => flags[name] !== undefined);
      if (asked.length > 1) throw new UsageError("--adapter, --log and --transition are different questions", "Ask them one after the other.");
      const [question = "adapter"] = asked;
      const foreign = Object.values(takes).flat().find((name) => flags[name] !== undefined && !takes[question].includes(name));
      if (foreign !== undefined) throw new UsageError(`--${foreign.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} means nothing ${question === "adapter" ? "for an implementation behind an adapter" : `with --${question}`}`, "Leave it out.");
      if (flags.log !== undefined) await conformLog(spec, flags.log, flags, context);
      else if (flags.transition !== undefined) await conformTransition(spec, flags.transition, flags, context);
      else await conformAdapter(spec, flags, context);
    });
}

/** What only some of the questions know. */
const takes: Readonly<Record<"adapter" | "log" | "transition", readonly (keyof ConformFlags)[]>> = {
  adapter: ["design", "runs", "steps", "concurrent", "stepTimeout", "memory", "network", "files", "fresh", "seed", "regression"],
  log: ["design", "map", "order", "unlogged", "inARow"],
  transition: ["proof", "seed"],
};

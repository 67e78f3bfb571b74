/** `tenet tradeoffs`: compares the designs of a protocol under faults. */
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { FaultBudget, SearchLimits, Tradeoffs, TradeoffsOptions } from "../index.ts";
import { readBudgets, readBytes, readCount, readDuration, readNames, readOption, readScope } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";

interface Flags {
  readonly design?: readonly string[];
  readonly fault?: readonly string[];
  readonly budgets?: readonly FaultBudget[];
  readonly scope?: Readonly<Record<string, number>>;
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly maxStates?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly jobs?: number;
  readonly cache?: string | false;
  readonly trace?: string;
  readonly html?: string;
  readonly axes?: readonly string[];
  readonly markdown?: true;
  readonly json?: true;
}

export function tradeoffsCommand(root: Command, { io, settle }: Context): void {
  root
    .command("tradeoffs")
    .summary("compare designs under faults: what each survives, and what it costs")
    .description(
      "Explores every design of a protocol under every kind of fault, by growing budgets, and prints a table: what each " +
      "design survives, the smallest number of faults that breaks it, and what it costs.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to compare:")
    .option("-d, --design <names>", "only these designs, as in sync,async; repeatable", readNames)
    .option("-f, --fault <names>", "these faults, by the options that are their budgets, as in net.loss,nodes.crashes; repeatable (default: those that the spec mentions)", readNames)
    .option("--budgets <list>", "how many faults of a kind are tried (default: 1,2,unlimited)", readBudgets)
    .option("-s, --scope <sizes>", "sizes of sorts and bounds, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .option("-o, --option <name=value>", "a choice that is the same in all designs; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to check, where a file has several")
    .optionsGroup("Limits of each search (reached: a cell is unknown, exit code 3):")
    .option("--max-states <n>", "distinct states", readCount(1))
    .option("--timeout <time>", "time, as in 30s, 5m, 1h", readDuration)
    .option("--memory <amount>", "memory for states, as in 512MiB, 4GiB (default: three quarters of the machine's, for all searches at a time)", readBytes)
    .option("-j, --jobs <n>", "searches at a time (default: one for each processor)", readCount(1))
    .optionsGroup("What was searched before:")
    .option("--cache <folder>", "keep results there (default: .tenet/cache beside the package.json above the spec)")
    .option("--no-cache", "search everything anew, and keep nothing")
    .optionsGroup("Output:")
    .option("--trace <cell>", "print the run behind a cell, as in async/acknowledgedWritesAreKept/nodes.crashes")
    .option("--html <file>", "write a page that needs nothing else: the table with its traces, costs, a picture, and what to choose in plain words")
    .option("--axes <a,b>", "what the picture shows: costs, and faults survived, as in net.messagesSent,nodes.crashes", readNames)
    .option("--markdown", "print Markdown")
    .option("--json", "print one JSON object (docs/tradeoffs-result.schema.json)")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet tradeoffs specs/primary-backup                                  the table
  tenet tradeoffs specs/primary-backup --fault nodes.crashes --budgets 1
  tenet tradeoffs specs/primary-backup --trace async/noAcknowledgedWriteIsLost/nodes.crashes

Exit codes: 0 every cell is decided, 2 wrong spec or command, 3 a search did not end within its limits, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const line = progressLine(io, api.tradeoffsProgressText);
      const table = await interruptible(io, (signal, searching) =>
        api.tradeoffs(spec, { ...optionsOf(flags), ...(flags.cache !== false && { cache: flags.cache ?? api.cacheFolder(spec) }), signal, listener: { searching, progress: (p) => line.update(p) } }),
      ).finally(() => line.clear());
      const text = flags.trace !== undefined ? api.tradeoffsTrace(table, flags.trace, { color: io.outColor })
        : flags.markdown ? api.tradeoffsMarkdown(table)
        : flags.json ? api.tradeoffsJson(table)
        : api.tradeoffsText(table, { color: io.outColor, columns: io.columns });
      if (flags.html !== undefined) writeFileSync(flags.html, api.tradeoffsPage(table, flags.axes));
      settle(exitCodeOf(table));
      io.out(text);
    });
}

const optionsOf = (flags: Flags): TradeoffsOptions => ({
  designs: flags.design,
  faults: flags.fault,
  budgets: flags.budgets,
  scope: flags.scope,
  options: flags.option,
  protocol: flags.protocol,
  limits: limitsOf(flags),
  jobs: flags.jobs,
});

const limitsOf = ({ maxStates, timeout, memory }: Flags): SearchLimits => ({
  ...(maxStates === undefined ? {} : { maxStates }),
  ...(timeout === undefined ? {} : { timeoutMs: timeout }),
  ...(memory === undefined ? {} : { memoryBytes: memory }),
});

/** A broken cell is an answer. */
function exitCodeOf({ designs, interrupted }: Tradeoffs): ExitCode {
  const open = designs.some((d) => d.cells.some((cells) => Object.values(cells).some((c) => c.verdict === "unknown")));
  return open || interrupted ? exitCode.undecided : exitCode.holds;
}

/** `tenet prove`: shows that properties hold in every instance of a protocol. */
import { basename, dirname } from "node:path";
import { type Command, Option } from "commander";
import type { InstanceReport, Method, ProofReport, SolverChoice } from "../index.ts";
import { readCount, readDuration, readOption, readScope } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { formatOption } from "./format.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

interface Flags {
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly proof?: string;
  readonly timeout?: number;
  readonly seed?: number;
  readonly bounded?: number;
  readonly induction?: number;
  readonly scope?: Readonly<Record<string, number>>;
  readonly solver?: SolverChoice;
  readonly secondOpinion?: true;
  readonly fresh?: true;
  readonly lock: boolean;
  readonly evidence?: string;
  readonly explain?: true;
  readonly graph?: string;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
}

export function proveCommand(root: Command, { io, settle }: Context): void {
  root
    .command("prove")
    .summary("show that properties hold whatever the size")
    .description(
      "Shows by induction, with the solver Z3, that the invariants of a spec hold in every instance, for any number of nodes; " +
      "or shows the step that is in the way, and searches small instances for a run that breaks the property. " +
      "Lemmas stand in proof.ts beside spec.ts.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to prove:")
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to take, where a file has several")
    .option("--proof <file>", "the file with the lemmas (default: proof.ts beside spec.ts, foo.proof.ts beside foo.ts, if there is one)")
    .optionsGroup("One instance only, too large for tenet check (nothing violated within the bound: exit code 3):")
    .option("--bounded <steps>", "look for violations, but no deadlocks, in all runs of at most so many steps", readCount(0))
    .option("--induction <k>", "show that properties hold in every state, by induction over at most so many steps", readCount(1))
    .option("-s, --scope <sizes>", "sizes of sorts and bounds, as in RM=7,Term=3; repeatable; overrides the spec's own scope", readScope)
    .optionsGroup("Solver (out of time: exit code 3):")
    .option("--timeout <time>", "time for one attempt at one goal, as in 30s, 2m (default: 10s)", readDuration)
    .option("--seed <n>", "of the solver's choices (default: 0)", readCount(0))
    .addOption(new Option("--solver <name>", "who is asked first: auto is the built-in one (wasm), then those on the PATH").choices(["auto", "wasm", "z3", "cvc5"]))
    .option("--second-opinion", "ask all other solvers too, and fail if they do not agree")
    .option("--fresh", "prove everything anew, whatever proof.lock.json says")
    .option("--no-lock", "neither read nor write proof.lock.json")
    .optionsGroup("Output:")
    .option("--evidence <dir>", "write every goal as SMT-LIB 2, for any solver to check again (without proof.lock.json)")
    .option("--explain", "say what each property rests on, and which lemmas could be removed")
    .option("--graph <file>", "explain, and draw it as SVG")
    .option("--json", "print one JSON object (docs/prove-result.schema.json; of one instance, docs/prove-instance-result.schema.json)")
    .addOption(formatOption())
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet prove specs/two-phase-commit               any number of resource managers
  tenet prove specs/two-phase-commit --timeout 60s with patience
  tenet prove spec.ts --json                       for a script
  tenet prove specs/paxos --bounded 12 --scope Ballot=4  all runs of 12 steps

Exit codes: 0 all proved, 1 violated in some instance, 2 wrong spec or command, 3 not proved, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const method = methodOf(flags);
      if (method) return proveOne(spec, method, flags, { io, settle });
      const line = progressLine<Parameters<typeof api.proofProgressText>[0]>(io, api.proofProgressText);
      if (flags.evidence !== undefined) requireOwn(flags.evidence, api.foreignFiles(flags.evidence));
      const evidence = flags.evidence === undefined ? undefined : api.collectEvidence();
      const report = await interruptible(io, (signal, searching) =>
        api.prove(spec, {
          protocol: flags.protocol, proof: flags.proof, options: flags.option, timeoutMs: flags.timeout, seed: flags.seed,
          solver: flags.solver, secondOpinion: flags.secondOpinion, explain: flags.explain ?? flags.graph !== undefined, ...(flags.lock && { lock: flags.fresh ? "fresh" : "use" }),
          signal, listener: { proving: searching, progress: (p) => line.update(p) }, evidence: evidence?.take,
        }),
      ).finally(() => line.clear());

      settle(exitCodes[report.verdict]);
      if (evidence && flags.evidence !== undefined) api.replaceEvidence(evidence.files(report), flags.evidence);
      if (flags.graph !== undefined) api.writeFiles(new Map([[basename(flags.graph), await api.inductionGraph(report)]]), dirname(flags.graph));
      if (flags.json) return io.out(api.proveJson(report));
      if (flags.format === "line") return io.out(api.proveLines(report, { color: io.outColor }));
      io.out(flags.quiet ? api.proofConclusionText(report, { color: io.outColor }) : api.proveText(report, { color: io.outColor }));
    });
}

/** @throws UsageError where options do not go together */
function methodOf({ bounded, induction, ...flags }: Flags): Method | undefined {
  if (bounded === undefined && induction === undefined) {
    if (flags.scope) throw new UsageError("--scope is for one instance, and a proof is for all of them", "Give --bounded or --induction as well, or use tenet check.");
    return undefined;
  }
  if (bounded !== undefined && induction !== undefined) throw new UsageError("--bounded and --induction are two questions", "Ask one of them.");
  const others = (["solver", "secondOpinion", "fresh", "evidence", "explain", "graph"] as const).filter((name) => flags[name] !== undefined);
  const given = [...others.map((name) => name.replace("secondOpinion", "second-opinion")), ...(flags.lock ? [] : ["no-lock"])];
  if (given.length > 0) throw new UsageError(`--${given[0]} is for proofs about instances of any size`, "Leave it out.");
  return bounded === undefined ? { kind: "induction", k: induction! } : { kind: "bounded", steps: bounded };
}

async function proveOne(spec: string, method: Method, flags: Flags, { io, settle }: Context): Promise<void> {
  const api = await import("../index.ts");
  const line = progressLine<Parameters<typeof api.instanceProgressText>[0]>(io, api.instanceProgressText);
  const report = await interruptible(io, (signal, searching) =>
    api.proveInstance(spec, {
      method, scope: flags.scope, protocol: flags.protocol, proof: flags.proof, options: flags.option, timeoutMs: flags.timeout, seed: flags.seed,
      signal, listener: { proving: searching, progress: (p) => line.update(p) },
    }),
  ).finally(() => line.clear());
  settle(instanceExitCodes[report.verdict]);
  const style = { color: io.outColor };
  if (flags.format === "line") return io.out(api.instanceLines(report, style));
  io.out(flags.json ? api.instanceJson(report) : flags.quiet ? api.instanceConclusionText(report, style) : api.instanceText(report, style));
}

/** As after a check: what a limit cut short is not decided. */
const instanceExitCodes: Readonly<Record<InstanceReport["verdict"], ExitCode>> = {
  exhaustive: exitCode.holds, violated: exitCode.violated, bounded: exitCode.undecided, unknown: exitCode.undecided,
};

/** @throws UsageError */
function requireOwn(folder: string, foreign: readonly string[]): void {
  if (foreign.length === 0) return;
  throw new UsageError(`${folder} has files that are not evidence of an earlier proof: ${foreign.slice(0, 3).join(", ")}${foreign.length > 3 ? ", …" : ""}`, "Name a new folder, or an empty one.");
}

const exitCodes: Readonly<Record<ProofReport["verdict"], ExitCode>> = {
  proved: exitCode.holds, violated: exitCode.violated, "not-inductive": exitCode.undecided, unknown: exitCode.undecided,
};

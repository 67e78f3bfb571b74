/** `tenet propose`: finds the lemmas that a proof is missing. */
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Command } from "commander";
import type { ModelProposer, ProofFile, ProposeReport, ProposeStyle } from "../index.ts";
import { readAmount, readCount, readDuration, readOption } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { interruptible } from "./interrupt.ts";
import { progressPanel } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

interface Flags {
  readonly option?: Readonly<Record<string, string>>;
  readonly protocol?: string;
  readonly proof?: string;
  readonly time?: number;
  readonly seed?: number;
  readonly model?: string;
  readonly rounds?: number;
  readonly tokens?: number;
  readonly modelTime?: number;
  readonly cost?: number;
  readonly prices?: string;
  readonly transcript?: string;
  readonly replay?: string;
  readonly dryRun?: true;
  readonly graph?: string;
  readonly json?: true;
  readonly quiet?: true;
}

export function proposeCommand(root: Command, { io, settle }: Context): void {
  root
    .command("propose")
    .summary("find the lemmas that a proof is missing")
    .description(
      "Finds lemmas with which the invariants of a spec hold in every instance, from the reachable states of small instances. " +
      "No network and no model is needed. What is found is judged like anybody's proposal: only what is proved is written to proof.ts.",
    )
    .argument("<spec>", "the spec file, or a folder with a spec.ts")
    .optionsGroup("What to prove:")
    .option("-o, --option <name=value>", "a choice that the spec leaves open; repeatable", readOption)
    .option("-p, --protocol <class>", "the class to take, where a file has several")
    .option("--proof <file>", "the file with the lemmas (default: proof.ts beside spec.ts, foo.proof.ts beside foo.ts)")
    .optionsGroup("Limits (out of time: exit code 3):")
    .option("--time <time>", "for everything, as in 30s, 5m (default: 2m)", readDuration)
    .option("--seed <n>", "of the solver's choices (default: 0)", readCount(0))
    .optionsGroup("A language model, for what is not found otherwise (docs/propose-model.md):")
    .option("--model <name>", "ask this one, at OPENAI_BASE_URL with OPENAI_API_KEY; nobody is asked by default")
    .option("--rounds <n>", "questions, at most", readCount(1))
    .option("--tokens <n>", "of questions and answers, at most", readCount(1))
    .option("--model-time <time>", "in requests and waiting, at most (default: 10m)", readDuration)
    .option("--cost <amount>", "of questions and answers, at most; needs --prices", readAmount)
    .option("--prices <file>", "JSON with prices by model for a million tokens")
    .option("--transcript <file>", "record what is said")
    .option("--replay <file>", "take the answers from a transcript, without network")
    .optionsGroup("Output:")
    .option("--dry-run", "write no lemmas")
    .option("--graph <file>", "draw the induction of the proof that was found as SVG")
    .option("--json", "print one JSON object (docs/propose-result.schema.json)")
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet propose specs/two-phase-commit --dry-run   show the lemmas that would be written
  tenet propose spec.ts --time 5m                  with patience

Exit codes: 0 all proved, 1 violated in some instance, 2 wrong spec or command, 3 not proved, 4 error in Tenet.`)
    .action(async (spec: string, flags: Flags) => {
      const api = await import("../index.ts");
      const state = new api.ProposePanel(flags.time ?? api.defaultProposeMs);
      const panel = progressPanel(io, () => state.lines());
      const proposer = await modelOf(flags, api);
      const report = await interruptible(io, (signal, searching) =>
        api.propose(spec, {
          protocol: flags.protocol, proof: flags.proof, options: flags.option, milliseconds: flags.time, seed: flags.seed,
          ...(proposer && { model: { proposer, words: api.plainWords() } }),
          signal, listener: { proposing: searching, progress: (p) => { state.note(p); panel.update(); } },
        }),
        panel.clear,
      ).finally(() => {
        panel.clear();
        proposer?.close();
      });

      settle(exitCodes[report.verdict]);
      const written = !report.file ? "nothing" : flags.dryRun ? "dry-run" : write(report.file, report.judgement, api);
      if (typeof written === "object") settle(exitCode.wrong);
      const graph = flags.graph === undefined ? undefined : await api.proposalGraph(report.judgement);
      if (flags.graph !== undefined && graph !== undefined) api.writeFiles(new Map([[basename(flags.graph), graph]]), dirname(flags.graph));
      else if (flags.graph !== undefined) io.err(`No lemmas were found that prove it, so ${flags.graph} was not drawn.\n`);
      if (flags.json) return io.out(api.proposeJson(report, written === "written"));
      io.out((flags.quiet ? api.proposeConclusionText : api.proposeText)(report, { color: io.outColor, written }));
    });
}

/** Lemmas that were found are not lost where they cannot be written. */
function write(file: ProofFile, judgement: ProposeReport["judgement"], { writeProofFile }: typeof import("../index.ts")): ProposeStyle["written"] {
  try {
    return writeProofFile(file, judgement) ? "written" : "changed";
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** @throws ModelUnavailable, UsageError */
async function modelOf({ model, replay, rounds, tokens, modelTime, cost, prices, transcript }: Flags, api: typeof import("../index.ts")): Promise<ModelProposer | undefined> {
  if (replay !== undefined) return api.replayModel(replay);
  if (model === undefined) return undefined;
  const budget = { ...(rounds !== undefined && { rounds }), ...(tokens !== undefined && { tokens }), ...(modelTime !== undefined && { seconds: modelTime / 1000 }), ...(cost !== undefined && { money: cost }) };
  return api.openModel({
    model, ...api.endpointFrom(process.env), budget,
    ...(prices !== undefined && { prices: readJson(prices) }), ...(transcript !== undefined && { transcript }),
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`, "Give a file such as { \"a-model\": { \"input\": 1.25, \"output\": 10 } }.");
  }
}

const exitCodes: Readonly<Record<ProposeReport["verdict"], ExitCode>> = {
  proved: exitCode.holds, known: exitCode.holds, violated: exitCode.violated, open: exitCode.undecided,
};

/** `tenet gate`: says whether a change keeps the guarantees of the protocols. */
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { GateReport } from "../index.ts";
import { readCount, readDuration, readNames } from "./arguments.ts";
import type { Context } from "./context.ts";
import { formatOption } from "./format.ts";
import { interruptible } from "./interrupt.ts";
import { progressLine } from "./progress.ts";

interface Flags {
  readonly base?: string;
  readonly head?: string;
  readonly policy?: string;
  readonly accept?: readonly string[];
  readonly timeout?: number;
  readonly jobs?: number;
  readonly evidence?: string | false;
  readonly sarif?: string;
  readonly junit?: string;
  readonly markdown?: string;
  readonly annotations?: true;
  readonly rules?: true;
  readonly format?: "text" | "line";
  readonly json?: true;
  readonly quiet?: true;
}

export function gateCommand(root: Command, { io, settle }: Context): void {
  root
    .command("gate")
    .summary("say whether a change keeps the guarantees of the protocols")
    .description(
      "Compares a change with its base: are the protocols still what they were, is all that the policy asks still shown, and does the code " +
      "follow? The policy is tenet.config.ts or tenet.config.json in the root of the repository, and that of the base counts.",
    )
    .optionsGroup("What to judge:")
    .option("-b, --base <ref>", "branch or commit that the change is for (default: what the policy names)")
    .option("--head <ref>", "the change, where it is a commit (default: the files as they are)")
    .option("--policy <file>", "another policy, from the root of the repository")
    .option("--accept <ids>", "findings for which somebody with the right to do so takes responsibility; repeatable", readNames)
    .optionsGroup("Limits (reached: exit code 3):")
    .option("--timeout <time>", "time for everything, as in 10m (default: what the policy names, or 30m)", readDuration)
    .option("-j, --jobs <n>", "specs at a time (default: half as many as processors)", readCount(1))
    .optionsGroup("What was verified before:")
    .option("--evidence <folder>", "keep results there (default: .tenet/gate in the root of the repository)")
    .option("--no-evidence", "verify everything anew, and keep nothing")
    .optionsGroup("Output:")
    .option("--sarif <file>", "write SARIF 2.1.0, for code scanning")
    .option("--junit <file>", "write JUnit XML")
    .option("--markdown <file>", "write Markdown, for a summary of the job")
    .option("--annotations", "print workflow commands of GitHub Actions as well")
    .option("--rules", "list what can be found, and do nothing else")
    .option("--json", "print one JSON object (docs/gate-result.schema.json)")
    .addOption(formatOption())
    .option("-q, --quiet", "print the conclusion only")
    .option("--no-color", "no colour, even on a terminal (NO_COLOR=1 does the same)")
    .addHelpText("after", `
Examples:
  tenet gate --base main                                  the files as they are, against what they have in common with main
  tenet gate --base origin/main --sarif gate.sarif        on a build server
  tenet gate --base main --head feature                   a branch

Exit codes: 0 pass, 1 fail, 2 wrong policy or command, 3 undecided, 4 error in Tenet.`)
    .action(async (flags: Flags) => {
      const api = await import("../index.ts");
      if (flags.rules) {
        settle(0);
        return io.out(Object.entries(api.rules).map(([rule, text]) => `${rule}\n  ${text}\n`).join(""));
      }
      const line = progressLine<{ readonly done: number; readonly of: number; readonly doing: string }>(io, ({ done, of, doing }) => `${done} of ${of} specs · ${doing}`);
      const report = await interruptible(io, (signal, searching) => {
        searching();
        return api.gate({
          base: flags.base, head: flags.head, policy: flags.policy, accept: flags.accept, timeoutMs: flags.timeout, jobs: flags.jobs,
          evidence: flags.evidence === false ? null : flags.evidence, signal, listener: { progress: (p) => line.update(p) },
        });
      }).finally(() => line.clear());
      settle(report.exit);
      const files = faces(api, flags, report);
      for (const [file, text] of files) writeFileSync(file, text);
      if (flags.annotations) io.out(api.gateAnnotations(report));
      if (flags.json) return io.out(api.gateJson(report));
      if (flags.format === "line") return io.out(api.gateLines(report, { color: io.outColor }));
      const style = { color: io.outColor, sources: api.sourcesBelow(report.root ?? process.cwd()) };
      io.out(flags.quiet ? api.gateConclusionText(report, style) : api.gateText(report, style));
    });
}

/** All of them are made before any is written. */
function faces(api: typeof import("../index.ts"), { sarif, junit, markdown }: Flags, report: GateReport): [string, string][] {
  return [
    ...(sarif === undefined ? [] : [[sarif, api.gateSarif(report)] as [string, string]]),
    ...(junit === undefined ? [] : [[junit, api.gateJunit(report)] as [string, string]]),
    ...(markdown === undefined ? [] : [[markdown, api.gateMarkdown(report)] as [string, string]]),
  ];
}

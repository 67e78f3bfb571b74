/** A proof as files that any SMT solver can check again, without Tenet. */
import { readFileSync } from "node:fs";
import { evidenceText } from "../backends/smt/query-text.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import { tenetVersion } from "../base/package.ts";
import { sha256 } from "../base/sha256.ts";
import { sourcePath } from "../base/source-file.ts";
import { checkScript } from "./evidence-script.ts";
import type { Settled } from "./induction.ts";
import type { ProofReport } from "./prove-report.ts";

export interface ProofEvidence {
  /** Takes what the verdict rests on. */
  readonly take: (settled: readonly Settled[]) => void;
  /** Text by name. The same proof gives the same text. */
  files(report: ProofReport): ReadonlyMap<string, string>;
}

export const evidenceJson = "evidence.json";

interface Item { readonly file: string; readonly goal: string; readonly expected: "sat" | "unsat"; readonly answeredBy: string; readonly sha256: string }

export function collectEvidence(): ProofEvidence {
  let all: readonly Settled[] = [];
  return {
    take: (settled) => {
      all = settled;
    },
    files: (report) => files(report, all),
  };
}

function files(report: ProofReport, all: readonly Settled[]): ReadonlyMap<string, string> {
  const sources = report.sources.map((file) => ({ file, sha256: sha256(readFileSync(sourcePath(file))) }));
  const texts = new Map<string, string>();
  const items = all.flatMap(({ goal, result }): Item[] => {
    const expected = goal.kind === "consistency" ? "sat" : "unsat";
    if (goal.query instanceof Unsupported || result instanceof Unsupported || result.answer.kind !== expected) return [];
    const file = `${String(texts.size + 1).padStart(3, "0")}-${goal.name.replaceAll(/[^\w.]+/g, "-")}.smt2`;
    const title = [
      `${report.protocol}: ${goal.name}`, `Tenet ${tenetVersion()}; answered by ${result.solver}`, ...sources.map((s) => `${s.file}, SHA-256 ${s.sha256}`),
    ];
    const text = evidenceText(title, goal.query, expected);
    texts.set(file, text);
    return [{ file, goal: goal.name, expected, answeredBy: result.solver, sha256: sha256(text) }];
  });
  const proved = report.properties.filter((p) => p.verdict === "proved").map((p) => p.name);
  const summary = {
    tenet: tenetVersion(), protocol: report.protocol, options: report.options, sources, verdict: report.verdict, proved,
    notProved: report.properties.filter((p) => p.verdict !== "proved").map((p) => p.name), goals: items,
  };
  return new Map([
    ...texts, ["check.sh", checkScript(items)], ["README.md", readme(report, proved, items, sources)], [evidenceJson, `${JSON.stringify(summary, null, 2)}\n`],
  ]);
}


function readme({ protocol, options }: ProofReport, proved: readonly string[], items: readonly Item[], sources: readonly { readonly file: string; readonly sha256: string }[]): string {
  const choices = Object.entries(options).map(([name, value]) => ` ${name}=${value}`).join("");
  const solvers = [...new Set(items.map((i) => i.answeredBy))].toSorted();
  return `# ${protocol}${choices === "" ? "" : ` with${choices}`}: evidence

Proved for any size: ${proved.length === 0 ? "nothing" : proved.join(", ")}. Each of the ${items.length} files \`*.smt2\` is a question of its own and says which
answer a solver must give (\`:status\`). A goal that holds is \`unsat\`, as its file assumes the contrary; that the assumptions do not
contradict each other is \`sat\`. They were made by Tenet ${tenetVersion()} and answered by ${solvers.length === 0 ? "nobody" : solvers.join(" and ")}. To check them again:

    sh check.sh                                      # z3, at most a minute each
    SOLVER="cvc5 --enum-inst" sh check.sh            # any other: a command that takes a file
    SOLVER="cvc5 --finite-model-find" sh check.sh    # cvc5, where something is \`sat\`

It exits 0 if all answers are as they should be, 1 if one is not, 2 if there is no such solver or a file is missing, and 3 if there
were questions without an answer but no wrong ones. \`evidence.json\` says the same as this page, for programs.

Of these files, by SHA-256:

${sources.map(({ file, sha256 }) => `- \`${file}\`: ${sha256}`).join("\n")}
`;
}

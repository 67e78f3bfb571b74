/** A proof as files that any SMT solver can check again, without Tenet. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Goal } from "../backends/smt/goal.ts";
import { evidenceText } from "../backends/smt/query-text.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { PoolResult } from "../../verifier/smt/pool.ts";
import type { ProofReport } from "./prove-report.ts";

export interface ProofEvidence {
  /** Takes one goal after the other; of those with one name, the last counts: it assumes least. */
  readonly add: (goal: Goal, result: PoolResult) => void;
  /** Text by name. The same proof gives the same text. */
  files(report: ProofReport): ReadonlyMap<string, string>;
}

export function collectEvidence(): ProofEvidence {
  const goals = new Map<string, Goal>();
  return {
    add: (goal, { answer }) => {
      if (answer.kind === (goal.kind === "consistency" ? "sat" : "unsat")) goals.set(goal.name, goal);
    },
    files: (report) => files(report, [...goals.values()]),
  };
}

function files(report: ProofReport, goals: readonly Goal[]): ReadonlyMap<string, string> {
  const proved = new Set(report.properties.filter((p) => p.verdict === "proved").map((p) => p.name));
  const shown = goals.filter((g) => (g.property ? proved.has(g.property.name) : g.kind === "consistency" || proved.has("no failure")));
  const texts = shown.flatMap((goal, i): [string, string][] => {
    if (goal.query instanceof Unsupported) return [];
    const status = goal.kind === "consistency" ? "sat" : "unsat";
    const name = `${String(i + 1).padStart(3, "0")}-${goal.name.replaceAll(/[^\w.#-]+/g, "-").replaceAll("#", "-")}.smt2`;
    return [[name, evidenceText([`${report.protocol}: ${goal.name}`], goal.query, status)]];
  });
  return new Map([...texts, ["check.sh", script], ["README.md", readme(report, [...proved], texts.length)]]);
}

const script = `#!/bin/sh
# Checks every goal again: SOLVER="cvc5 --enum-inst" sh check.sh. Without SOLVER, by z3.
cd "$(dirname "$0")" || exit 2
wrong=0
for goal in *.smt2; do
  expected=$(sed -n 's/^(set-info :status \\(.*\\))$/\\1/p' "$goal")
  answer=$(\${SOLVER:-z3} "$goal" 2>&1 | head -n 1)
  [ "$answer" = "$expected" ] || { echo "$goal: $answer, expected $expected"; wrong=1; }
done
[ $wrong = 0 ] && echo "all as expected"
exit $wrong
`;

const hash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

function readme({ protocol, sources, solver }: ProofReport, proved: readonly string[], goals: number): string {
  return `# ${protocol}: evidence

Proved for any size: ${proved.length === 0 ? "nothing" : proved.join(", ")}. Each of the ${goals} files \`*.smt2\` says of itself which answer a
solver must give (\`:status\`); a goal that holds is \`unsat\`, as it assumes the contrary. They were answered by
${solver.name}. To check them again, run \`sh check.sh\`.

Of these files, by SHA-256:

${sources.map((file) => `- \`${file}\`: ${hash(file)}`).join("\n")}
`;
}

/** Goals as questions to a solver. */
import type { Goal, Query } from "../backends/smt/goals.ts";
import type { SolverQuery } from "../../verifier/contract/solver.ts";
import type { PoolTask } from "../../verifier/smt/pool.ts";

export function taskOf(goal: Goal, query: Query, _model: boolean): PoolTask {
  return { name: goal.name, query: queryText(query) };
}

function queryText(query: Query): SolverQuery {
  return { text: smtText(query), assumptions: [], wants: {} };
}

/** SMT-LIB 2, without \`check-sat\`. Unsatisfiable if the goal holds. */
export function smtText({ declarations, hypotheses, negated }: Query): string {
  const lines = [...declarations, ...hypotheses.map((h) => `; ${h.name}\n(assert ${h.term})`), `; the negation of what is to be shown\n(assert ${negated})`];
  return `${lines.join("\n")}\n`;
}

/** One rung on one instance: explored, its candidates found, and said to the search for clauses. */
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { candidates } from "../../../verifier/infer/candidates.ts";
import type { FiniteTask } from "../../../verifier/infer/finite-problem.ts";
import { assignments, groundingOf, instanceOf, rowsOf } from "./ground.ts";
import { stepsOf } from "./problem.ts";
import { namesOf } from "./names.ts";
import type { Atoms, Rung } from "./rung.ts";

export interface Limits {
  readonly maxStates: number;
  readonly exploreMs: number;
  readonly mostAtoms: number;
  readonly mostCandidates: number;
  readonly mostClauses: number;
  readonly finiteMs: number;
}

export interface Prepared {
  readonly task: FiniteTask;
  readonly states: number;
  /** Whether all reachable states were seen. */
  readonly complete: boolean;
  readonly rows: number;
}

export type Preparation = Prepared | { readonly refused: string };

/** @throws Unsupported where an action cannot be said in logic; DiagnosticsError where the sizes do not make an instance */
export function prepareTask(protocol: Protocol, { exprs, vocabulary, changing, required }: Atoms, rung: Rung, sizes: Readonly<Record<string, number>>, limits: Limits): Preparation {
  if (exprs.length > limits.mostAtoms) return { refused: `${exprs.length} atoms` };
  const { variables } = vocabulary;
  const instance = instanceOf(protocol, exprs, variables, sizes, {});
  const fixed = assignments(instance.protocol, variables, true);
  const { rows, states, complete } = rowsOf(instance, fixed, variables, { maxStates: limits.maxStates, milliseconds: limits.exploreMs });
  const names = namesOf(exprs, variables, protocol.sorts);
  const found = candidates(rows, { width: rung.width, changing: (a) => changing[a] === 1, names, most: limits.mostCandidates });
  const all = assignments(instance.protocol, variables, false);
  const grounding = groundingOf(instance.atoms, all);
  const key = (a: ReadonlyMap<string, number>): string => [...a].join();
  const numbers = new Map(all.map((a, i) => [key(a), i]));
  const varies = (l: number): boolean => rows.column(l).some((w) => w !== 0) && rows.column(l ^ 1).some((w) => w !== 0);
  return {
    task: {
      problem: {
        atoms: exprs.length, changing, names, table: grounding.table, ground: grounding.ground.length,
        representative: fixed.map((a) => numbers.get(key(a))!),
        steps: stepsOf(instance, grounding, variables),
      },
      candidates: found, required: required.map((a) => [2 * a]), width: rung.width,
      literals: Array.from({ length: 2 * exprs.length }, (_, l) => l).filter(varies),
      weight: weights(exprs), milliseconds: limits.finiteMs, mostClauses: limits.mostClauses,
    },
    states, complete, rows: rows.count,
  };
}

/** Short clauses first, then those with less to read; what must not hold is as easily said as what must. */
function weights(exprs: readonly Expr[]): Float64Array {
  return Float64Array.from({ length: 2 * exprs.length }, (_, l) => 1000 + printExpr(exprs[l >>> 1]).length);
}

/** One rung on one instance: explored, its candidates found, and said to the search for clauses. */
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { candidates } from "../../../verifier/infer/candidates.ts";
import type { FiniteTask } from "../../../verifier/infer/finite-problem.ts";
import type { Rows } from "../../../verifier/infer/rows.ts";
import { baseArity } from "./arity.ts";
import { type Instance, instanceOf, Space } from "./ground.ts";
import { type Agreement, type Assignment, assignments, Grounding, valuesOf } from "./grounding.ts";
import { namesOf } from "./names.ts";
import { stepsOf } from "./problem.ts";
import { agreementExpr, agreements, memberVariables } from "./quorums.ts";
import type { Atoms, Rung } from "./rung.ts";

export interface Limits {
  readonly maxStates: number;
  readonly maxPerLevel: number;
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
  /** All atoms. */
  readonly exprs: readonly Expr[];
}

export type Preparation = Prepared | { readonly refused: string };

/** @throws Unsupported where an action cannot be said in logic; DiagnosticsError where the sizes do not make an instance */
export function prepareTask(protocol: Protocol, atoms: Atoms, rung: Rung, sizes: Readonly<Record<string, number>>, limits: Limits): Preparation {
  if (atoms.exprs.length > limits.mostAtoms) return { refused: `${atoms.exprs.length} atoms` };
  const { variables } = atoms.vocabulary;
  const instance = instanceOf(protocol, atoms.exprs, variables, sizes, {});
  const fixed = assignments(instance.protocol, variables, true);
  const { space, rows, agreed } = explored(instance, fixed, atoms, rung, limits);
  const exprs = [...atoms.exprs, ...agreed.map((g) => agreementExpr(g, atoms.exprs))];
  if (exprs.length > limits.mostAtoms) return { refused: `${exprs.length} atoms` };
  const changing = Uint8Array.from([...atoms.changing, ...agreed.map((g) => (g.literals.some((l) => atoms.changing[l >>> 1] === 1) ? 1 : 0))]);
  const names = namesOf(atoms.exprs, agreed, variables, protocol.sorts);
  const found = candidates(rows, { width: rung.width, changing: (a) => changing[a] === 1, names, most: limits.mostCandidates });
  const all = assignments(instance.protocol, variables, false);
  const grounding = new Grounding(instance.protocol, instance.atoms);
  const table = grounding.table(all, agreed);
  const key = (a: ReadonlyMap<string, number>): string => [...a].join();
  const numbers = new Map(all.map((a, i) => [key(a), i]));
  return {
    task: {
      problem: {
        atoms: exprs.length, changing, names, table, ground: grounding.ground.length,
        representative: fixed.map((a) => numbers.get(key(a))!),
        steps: stepsOf(instance, grounding.ground, variables),
      },
      candidates: found, required: atoms.required.map((a) => [2 * a]), width: rung.width,
      literals: Array.from({ length: 2 * exprs.length }, (_, l) => l).filter((l) => rows.varies(l)),
      weight: weights(exprs), milliseconds: limits.finiteMs, mostClauses: limits.mostClauses,
    },
    exprs, states: space.states, complete: space.complete, rows: rows.count,
  };
}

/** What holds of the states of an instance, with what majorities agree on if that tells states apart that nothing else does. */
function explored({ protocol, atoms }: Instance, fixed: readonly Assignment[], { exprs, fields, vocabulary: { variables } }: Atoms, { quorums }: Rung, limits: Limits): { space: Space; rows: Rows; agreed: readonly Agreement[] } {
  const grounding = new Grounding(protocol, atoms);
  const members = quorums ? memberVariables(variables, baseArity(protocol).quorums) : [];
  const plain = grounding.table(fixed, []);
  grounding.table(members.flatMap((m) => fixed.flatMap((a) => valuesOf(protocol, m).map((n) => new Map(a).set(m.name, n)))), []);
  const space = new Space(protocol, grounding.ground, variables, { ...limits, milliseconds: limits.exploreMs });
  const rows = space.rows(plain);
  if (members.length === 0) return { space, rows, agreed: [] };
  const possible = agreements(exprs, fields.filter((a) => rows.varies(2 * a)), variables, members);
  const more = space.rows(grounding.table(fixed, possible));
  const agreed = more.distinct(exprs.length).map((a) => possible[a - exprs.length]);
  return { space, rows: space.rows(grounding.table(fixed, agreed)), agreed };
}

/** Short clauses first, then those with less to read; what must not hold is as easily said as what must. */
function weights(exprs: readonly Expr[]): Float64Array {
  return Float64Array.from({ length: 2 * exprs.length }, (_, l) => 1000 + printExpr(exprs[l >>> 1]).length);
}

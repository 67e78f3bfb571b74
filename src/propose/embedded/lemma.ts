/** Clauses as formulas of the language. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { freeLocals, renameBound } from "../../ir/substitute.ts";
import { atomOf, type Clause } from "../../../verifier/infer/clause.ts";
import { phrased } from "./phrasing.ts";
import { isOrdered } from "./names.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** In the shape that a person would choose. */
export const lemmaOf = (clause: Clause, atoms: readonly Expr[], variables: readonly Variable[], protocol: Protocol): Expr =>
  phrased(formulaOf(clause, atoms, variables, protocol), protocol);

/** For all different values of its variables, ascending ones of an ordered sort, one of its literals holds. */
export function formulaOf(clause: Clause, atoms: readonly Expr[], variables: readonly Variable[], { sorts, span }: Protocol): Expr {
  // Names are unique within a property, and two atoms may come from one formula.
  let n = 0;
  const literals = clause.map((l) => {
    const atom = renameBound(atoms[atomOf(l)], (name) => `${name}?${n++}`);
    return (l & 1) === 0 ? atom : b.not(atom, span);
  });
  const used = variables.filter((v) => literals.some((e) => freeLocals(e).has(v.name)));
  const value = (v: Variable): Expr => b.local(v.name, v.type, span);
  const others = used.flatMap((v, i) => {
    const after = used.slice(i + 1).filter((w) => v.type.kind === "sort" && typeKey(w.type) === typeKey(v.type));
    return isOrdered(v, sorts)
      ? after.slice(0, 1).map((w) => b.not(b.compare("lt", value(v), value(w), span), span))
      : after.map((w) => b.eq(value(v), value(w), span));
  });
  return b.forAll(used, b.joined("or", [...others, ...literals], span), span);
}

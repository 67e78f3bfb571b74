/** What majorities agree on: "some majority of which every member", of one predicate of the member or of two. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import type { MajorityType, SortType } from "../../ir/type.ts";
import { negated } from "../../../verifier/infer/clause.ts";
import type { Agreement } from "./grounding.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** Variables that stand for members of majorities, one of each sort. */
export const memberVariables = (variables: readonly Variable[], sorts: ReadonlySet<string>): Variable[] =>
  variables.filter((v, i) => v.type.kind === "sort" && sorts.has(v.type.name) && variables.findIndex((w) => typeKey(w.type) === typeKey(v.type)) === i);

/** @param about numbers of the atoms that predicates of members are */
export function agreements(atoms: readonly Expr[], about: readonly number[], variables: readonly Variable[], members: readonly Variable[]): Agreement[] {
  return members.flatMap((member) => {
    const others = variables.filter((v) => v !== member && typeKey(v.type) === typeKey(member.type));
    const predicates = about.map((atom) => ({ atom, free: freeLocals(atoms[atom]) })).filter(({ free }) => free.has(member.name) && !others.some((v) => free.has(v.name)));
    return predicates.flatMap(({ atom, free }, i) => {
      const one = [2 * atom, negated(2 * atom)].map((l): Agreement => ({ member, op: "and", literals: [l] }));
      // Two predicates, of which one speaks of nothing that the other does not speak of.
      const partners = predicates.filter((p, j) => [...p.free.keys()].every((n) => free.has(n)) && (p.free.size < free.size || j > i));
      return [...one, ...partners.flatMap((p) => [2 * atom, negated(2 * atom)].flatMap((l) => [2 * p.atom, negated(2 * p.atom)].flatMap((m) =>
        (["and", "or"] as const).map((op): Agreement => ({ member, op, literals: [l, m].toSorted((x, y) => x - y) })))))];
    });
  });
}

export function agreementExpr({ member, op, literals }: Agreement, atoms: readonly Expr[]): Expr {
  const { span } = atoms[0];
  const sort = member.type as SortType;
  const type: MajorityType = { kind: "majority", of: sort };
  const value = b.local(`some${sort.name}`, sort, span);
  const said = literals.map((l) => {
    const e = substitute(atoms[l >>> 1], new Map([[member.name, value]]));
    return (l & 1) === 0 ? e : b.not(e, span);
  });
  const quorum = b.local("someQuorum", type, span);
  const every = b.fold("forall", `some${sort.name}`, { kind: "elements", of: quorum }, b.joined(op, said, span), span);
  return b.fold("exists", "someQuorum", { kind: "type", type }, every, span);
}

/** What other names for variables do to the atoms. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import type { SortDecl } from "../../ir/protocol.ts";
import type { Names, Renaming } from "../../../verifier/infer/clause.ts";
import type { Agreement } from "./grounding.ts";
import { agreementExpr } from "./quorums.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

export const isOrdered = (v: Variable, sorts: readonly SortDecl[]): boolean => v.type.kind === "sort" && sorts.some((s) => s.ordered && s.name === typeKey(v.type));

const agreementKey = ({ member, op, literals }: Agreement): string => `${member.name} ${op} ${literals.join()}`;

/**
 * Variables of an ordered sort stay in their order; those of any other can change places.
 * @param agreements further atoms, numbered after the others
 */
export function namesOf(atoms: readonly Expr[], agreements: readonly Agreement[], variables: readonly Variable[], sorts: readonly SortDecl[]): Names {
  const ordered = variables.filter((v) => isOrdered(v, sorts));
  const numbers = new Map(atoms.map((a, i) => [printExpr(a), i]));
  const members = [...new Set(agreements.map((g) => g.member))];
  const agreed = new Map(agreements.map((g, i) => [agreementKey(g), atoms.length + i]));
  const free = [...atoms, ...agreements.map((g) => agreementExpr(g, atoms))].map((a) => freeLocals(a));
  const renaming = (from: readonly Variable[], to: readonly Variable[]): Renaming => {
    const image = (kept?: Variable): number[] => {
      const values = new Map(from.flatMap((v, i) => (v === kept ? [] : [[v.name, b.local(to[i].name, to[i].type, atoms[0].span)] as const])));
      return atoms.map((a, i) => ([...free[i].keys()].some((n) => values.has(n)) ? (numbers.get(printExpr(substitute(a, values))) ?? -1) : i));
    };
    // A member of a majority is any member, whatever its variable is called.
    const ofMembers = new Map(members.map((m) => [m, image(m)]));
    return Int32Array.from([...image(), ...agreements.map(({ member, op, literals }) => {
      const literal = literals.map((l) => 2 * ofMembers.get(member)![l >>> 1] + (l & 1)).toSorted((l, m) => l - m);
      return agreed.get(agreementKey({ member, op, literals: literal })) ?? -1;
    })]);
  };

  const sets = Array.from({ length: 2 ** ordered.length }, (_, mask) => ordered.filter((_, i) => (mask >> i) & 1));
  const first = (set: readonly Variable[]): Variable[] => set.map((v, i) => {
    const rank = set.slice(0, i).filter((w) => typeKey(w.type) === typeKey(v.type)).length;
    return ordered.filter((w) => typeKey(w.type) === typeKey(v.type))[rank];
  });
  const isFirst = (set: readonly Variable[]): boolean => first(set).every((v, i) => v === set[i]);
  const unordered = variables.filter((v) => !isOrdered(v, sorts));
  return {
    renamings: permutations(unordered).slice(1).map((image) => renaming(unordered, image)),
    ordered: Int32Array.from(free, (names) => ordered.reduce((mask, v, i) => mask | (names.has(v.name) ? 1 << i : 0), 0)),
    lower: sets.map((set) => (isFirst(set) ? undefined : renaming(set, first(set)))),
    raise: sets.map((set) => (isFirst(set) ? sets.filter((other) => !isFirst(other) && first(other).length === set.length && first(other).every((v, i) => v === set[i])).map((other) => renaming(set, other)) : [])),
  };
}

/** The identity first. */
function permutations(variables: readonly Variable[]): Variable[][] {
  return variables.reduce<Variable[][]>((all, v, i) => all.flatMap((chosen) => {
    const same = variables.filter((w) => typeKey(w.type) === typeKey(v.type) && !chosen.includes(w));
    return [...same.filter((w) => w === variables[i]), ...same.filter((w) => w !== variables[i])].map((w) => [...chosen, w]);
  }), [[]]);
}

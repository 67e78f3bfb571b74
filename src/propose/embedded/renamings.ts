/** What renaming variables of one sort into each other does to the atoms. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import type { Renaming } from "../../../verifier/infer/clause.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** One for each permutation of the variables that keeps their sorts, the identity left out. */
export function renamingsOf(atoms: readonly Expr[], variables: readonly Variable[]): Renaming[] {
  const numbers = new Map(atoms.map((a, i) => [printExpr(a), i]));
  const free = atoms.map((a) => freeLocals(a));
  return permutations(variables).slice(1).map((image) => {
    const values = new Map(variables.map((v, i) => [v.name, b.local(image[i].name, image[i].type, atoms[0].span)]));
    return Int32Array.from(atoms, (a, i) => ([...free[i].keys()].some((n) => values.has(n)) ? (numbers.get(printExpr(substitute(a, values))) ?? -1) : i));
  });
}

/** The identity first. */
function permutations(variables: readonly Variable[]): Variable[][] {
  return variables.reduce<Variable[][]>((all, v, i) => all.flatMap((chosen) => {
    const same = variables.filter((w) => typeKey(w.type) === typeKey(v.type) && !chosen.includes(w));
    return [...same.filter((w) => w === variables[i]), ...same.filter((w) => w !== variables[i])].map((w) => [...chosen, w]);
  }), [[]]);
}

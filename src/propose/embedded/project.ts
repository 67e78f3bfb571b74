/** Atoms with one variable less: "for some value of it". */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { freeLocals, substitute } from "../../ir/substitute.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function project(atom: Expr, { variables }: Vocabulary): Expr[] {
  const free = freeLocals(atom);
  return variables.filter((v) => free.has(v.name)).map((v) => {
    const name = `some${v.type.kind === "sort" ? v.type.name : "Quorum"}`;
    return b.fold("exists", name, { kind: "type", type: v.type }, substitute(atom, new Map([[v.name, b.local(name, v.type, atom.span)]])), atom.span);
  });
}

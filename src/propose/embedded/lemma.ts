/** Clauses as formulas of the language, in the shape that a person would choose. */
import type { Span } from "../../base/span.ts";
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { freeLocals, renameBound, substitute } from "../../ir/substitute.ts";
import { atomOf, type Clause } from "../../../verifier/infer/clause.ts";
import { typeKey, type Variable } from "./vocabulary.ts";

/** For all different values of its variables: what must not hold together implies one of the others. */
export function lemmaOf(clause: Clause, atoms: readonly Expr[], variables: readonly Variable[], span: Span): Expr {
  const literals = clause.map((l) => ({ expr: atoms[atomOf(l)], positive: (l & 1) === 0 }));
  const used = variables.filter((v) => literals.some(({ expr }) => freeLocals(expr).has(v.name)));
  const names = readableNames(used);
  const value = (v: Variable): Expr => b.local(names.get(v.name)!, v.type, span);
  const renaming = new Map(used.map((v) => [v.name, value(v)]));
  // Names are unique within a property, and two atoms may come from one formula.
  const taken = new Set(names.values());
  const said = literals.map(({ expr, positive }) => ({ expr: renameBound(substitute(expr, renaming), (name) => free(plain(name), taken)), positive }));
  const pairs = used.flatMap((v, i) => used.slice(i + 1).filter((w) => v.type.kind === "sort" && typeKey(w.type) === typeKey(v.type)).map((w) => b.eq(value(v), value(w), span)));
  const given = said.filter((s) => !s.positive).map((s) => s.expr);
  const then = said.filter((s) => s.positive).map((s) => s.expr);
  const body = then.length === 0 ? implication(given, pairs, span) : implication([...pairs.map((p) => b.not(p, span)), ...given], then, span);
  return used.reduceRight((inner, v) => b.fold("forall", names.get(v.name)!, { kind: "type", type: v.type }, inner, span), body);
}

function implication(given: readonly Expr[], conclusion: readonly Expr[], span: Span): Expr {
  const all = (op: "and" | "or", parts: readonly Expr[]): Expr => parts.reduce((l, r) => b.connective(op, l, r, span));
  if (conclusion.length === 0) return b.not(all("and", given), span);
  const then = all("or", conclusion);
  return given.length === 0 ? then : b.connective("implies", all("and", given), then, span);
}

/** `node` where there is one of its sort, `node1`, `node2` where there are several. */
function readableNames(used: readonly Variable[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(used.map((v) => {
    const same = used.filter((w) => typeKey(w.type) === typeKey(v.type));
    const base = v.type.kind === "majority" ? "quorum" : lowered(v.type.name);
    return [v.name, free(same.length === 1 ? base : `${base}${same.indexOf(v) + 1}`, taken)];
  }));
}

/** An abbreviation such as `RM` as a whole, else the first letter. */
const lowered = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase() : name[0].toLowerCase() + name.slice(1));

/** As `project` names it: of a sort. */
const plain = (name: string): string => (/^some[A-Z]/.test(name) ? lowered(name.slice("some".length)) : name);

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let n = 2; taken.has(found); n++) found = `${name}${n}`;
  taken.add(found);
  return found;
}

/** A formula as variables and alternatives, one of which holds whatever the variables stand for. */
import * as b from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { printExpr } from "../../ir/print.ts";
import type { Type } from "../../ir/type.ts";
import { cannotFail } from "../../ir/cannot-fail.ts";

export type Literal =
  /** Of a value that has one of several names: it has one of these. */
  | { readonly kind: "names"; readonly term: Expr; readonly all: readonly string[]; readonly names: readonly string[] }
  | { readonly kind: "plain"; readonly expr: Expr; readonly positive: boolean };

export interface Clausal {
  readonly variables: readonly { readonly name: string; readonly type: Type }[];
  readonly literals: readonly Literal[];
}

export function clausal(formula: Expr): Clausal {
  const variables: { name: string; type: Type }[] = [];
  const literals: { expr: Expr; positive: boolean }[] = [];
  const take = (e: Expr, positive: boolean): void => {
    if (e.kind === "not") return take(e.arg, !positive);
    if (e.kind === "connective" && (e.op === "and") !== positive && (e.op !== "implies" || positive) && cannotFail(e.right)) {
      take(e.left, e.op === "implies" ? !positive : positive);
      return take(e.right, positive);
    }
    if (e.kind === "fold" && e.op === (positive ? "forall" : "exists") && e.domain.kind === "type") {
      variables.push({ name: e.local, type: e.domain.type });
      return take(e.body, positive);
    }
    literals.push({ expr: e, positive });
  };
  take(formula, true);
  return { variables, literals: merged(literals) };
}

/** What is said of one value with names is said once. */
export function merged(literals: readonly { readonly expr: Expr; readonly positive: boolean }[]): Literal[] {
  const found = new Map<string, Literal>();
  for (const { expr, positive } of literals) {
    const named = nameIn(expr);
    if (!named) {
      found.set(`${positive} ${printExpr(expr)}`, { kind: "plain", expr, positive });
      continue;
    }
    const { term, all, name } = named;
    const key = printExpr(term), before = found.get(key);
    const names = new Set([...(before?.kind === "names" ? before.names : []), ...(positive ? [name] : all.filter((n) => n !== name))]);
    found.set(key, { kind: "names", term, all, names: all.filter((n) => names.has(n)) });
  }
  return [...found.values()];
}

function nameIn(e: Expr): { term: Expr; all: readonly string[]; name: string } | undefined {
  if (e.kind !== "eq" || e.left.type.kind !== "enum") return undefined;
  const [term, literal] = e.left.kind === "literal" ? [e.right, e.left] : [e.left, e.right];
  return literal.kind === "literal" && term.kind !== "literal" ? { term, all: e.left.type.values, name: String(literal.value) } : undefined;
}

/** As formulas and their negations, one for each name. */
export const plainly = (l: Literal): { expr: Expr; positive: boolean }[] => {
  if (l.kind === "plain") return [l];
  return l.names.map((name) => ({ expr: b.eq(l.term, b.enumLit(name, l.term.span, b.need(l.term.type, "enum")), l.term.span), positive: true }));
};

/** Whether alternatives hold in all cases, as far as it is plain to see. */
export function isAlwaysTrue(literals: readonly Literal[]): boolean {
  const plain = new Set(literals.flatMap((l) => (l.kind === "plain" ? [`${l.positive} ${printExpr(l.expr)}`] : [])));
  return literals.some((l) => (l.kind === "names" ? l.names.length === l.all.length : plain.has(`${!l.positive} ${printExpr(l.expr)}`)));
}

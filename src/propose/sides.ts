/** What a formula assumes, and what follows from it. */
import type { Equal, Expr, Local } from "../ir/expr.ts";
import { printExpr } from "../ir/print.ts";
import { freeLocals, substitute } from "../ir/substitute.ts";
import { walkExpr } from "../ir/visit.ts";

export interface Sides {
  /** All of these together. */
  readonly given: readonly Expr[];
  /** One of these; where there is none, the others are never together. */
  readonly then: readonly Expr[];
}

/** Without the quantifiers around it. */
export const bare = (e: Expr): Expr => (e.kind === "fold" && e.op === "forall" && e.domain.kind === "type" ? bare(e.body) : e);

export function sidesOf(formula: Expr): Sides {
  const e = bare(formula);
  if (e.kind === "connective" && e.op === "implies") return { given: parts(e.left, "and"), then: parts(e.right, "or") };
  if (e.kind === "not" && e.arg.kind === "connective" && e.arg.op === "and") return { given: parts(e.arg, "and"), then: [] };
  return { given: [], then: parts(e, "or") };
}

const parts = (e: Expr, op: "and" | "or"): Expr[] => (e.kind === "connective" && e.op === op ? [...parts(e.left, op), ...parts(e.right, op)] : [e]);

/** What else but these locals a fact is about: the parts of a record by their names, keys by their sorts. */
export function othersIn(fact: Expr, locals: readonly string[]): string[] {
  const found = new Set<string>();
  walkExpr(fact, {
    expr: (e) => {
      if (e.kind === "record" || e.kind === "variant") for (const f of e.fields) if (f.value.kind === "local" && !locals.includes(f.value.name)) found.add(f.name);
      const key = e.kind === "at" ? e.key : e.kind === "has" ? e.value : undefined;
      if (key?.kind === "local" && !locals.includes(key.name)) found.add(typeName(key));
    },
  });
  return [...found];
}

/** The field of a record in which a fact has one of two locals. */
export function roleIn(fact: Expr, { left, right }: Equal): string | undefined {
  const two = [left, right].flatMap((e) => (e.kind === "local" ? [e.name] : []));
  let found: string | undefined;
  walkExpr(fact, {
    expr: (e) => {
      if (e.kind === "record" || e.kind === "variant") found ??= e.fields.find((f) => f.value.kind === "local" && two.includes(f.value.name))?.name;
    },
  });
  return found;
}

export const typeName = ({ type }: Expr): string => (type.kind === "sort" ? type.name : "value");

/**
 * What is said of two locals alike, where a formula says that they are then the same: of the first of them.
 * Nothing where a fact is about both.
 */
export function saidOfBoth({ given, then }: Sides): { readonly fact: Expr; readonly of: Local; readonly other: Local } | undefined {
  const [only] = then, [fact, twin] = given;
  if (then.length !== 1 || given.length !== 2 || only.kind !== "eq" || only.left.kind !== "local" || only.right.kind !== "local") return undefined;
  const own = freeLocals(fact);
  const [of, other] = own.has(only.left.name) ? [only.left, only.right] : [only.right, only.left];
  const alike = own.has(of.name) && !own.has(other.name) && printExpr(substitute(fact, new Map([[of.name, other]]))) === printExpr(twin);
  return alike ? { fact, of, other } : undefined;
}

import { fold } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Property } from "../../ir/protocol.ts";
import { walkExpr } from "../../ir/visit.ts";

/** The parts of a predicate that can be shown one by one: `a && b`, also under `forall`. */
export function conjuncts(expr: Expr): Expr[] {
  if (expr.kind === "connective" && expr.op === "and") return [...conjuncts(expr.left), ...conjuncts(expr.right)];
  if (expr.kind === "fold" && expr.op === "forall") {
    const parts = conjuncts(expr.body);
    return parts.length === 1 ? [expr] : parts.map((part) => fold("forall", expr.local, expr.domain, part, expr.span));
  }
  return [expr];
}

/** Whether a formula reads one of these fields. Where it does not, an action that writes only these cannot change it. */
export function readsState(expr: Expr, fields: ReadonlySet<string>): boolean {
  let found = false;
  walkExpr(expr, { expr: (e) => { found ||= e.kind === "state" && fields.has(e.field); } });
  return found;
}

/** The name of the i-th of the n conjuncts of a property. */
export const conjunctName = (p: Property, i: number, n: number): string => (n === 1 ? p.name : `${p.name}#${i + 1}`);

/** What of a version a predicate needs, and whether the other version still has it. */
import { fieldsOf } from "../../backends/smt/version.ts";
import { coerce, castable, stateRead } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { exprMapper, rebuildExpr } from "../../ir/rebuild.ts";
import { walkExpr } from "../../ir/visit.ts";
import { walkType } from "../../ir/visit-type.ts";

/** Names of the fields that are read, of either state. */
export function reads(expr: Expr): Set<string> {
  const { now, next } = fieldsOf([expr], []);
  return new Set([...now, ...next]);
}

/** Those that a protocol does not have. */
export const gone = (expr: Expr, protocol: Protocol): string[] => [...reads(expr)].filter((f) => !protocol.state.some((g) => g.name === f));

/** A predicate of the base over the head's state; undefined where it has no meaning there. */
export function atHead(expr: Expr, head: Protocol): Expr | undefined {
  const sorts = new Set<string>();
  walkExpr(expr, { expr: (e) => walkType(e.type, (t) => { if (t.kind === "sort") sorts.add(t.name); }) });
  if ([...sorts].some((s) => !head.sorts.some((t) => t.name === s))) return undefined;
  let possible = true;
  const moved = exprMapper((e, m) => {
    if (e.kind !== "state") return rebuildExpr(e, m);
    const field = head.state.find((f) => f.name === e.field);
    if (field && castable(field.type, e.type)) return coerce(stateRead(field.name, field.type, e.when, e.span), e.type);
    possible = false;
    return e;
  }).expr(expr);
  return possible ? moved : undefined;
}

/** A predicate of one state, of the state after. */
export const ofNext = (expr: Expr): Expr => exprMapper((e, m) => (e.kind === "state" ? { ...e, when: "next" } : rebuildExpr(e, m))).expr(expr);

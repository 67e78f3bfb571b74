/**
 * Which guards of an action can be asked before all its parameters are chosen.
 *
 * Only leading `require`s are looked at, and only as long as they cannot fail: among guards that cannot fail the order
 * does not matter, for an instance with a false one is not enabled whatever the others say.
 */
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action } from "../../ir/protocol.ts";
import { sameType } from "../../ir/type.ts";
import { walkExpr } from "../../ir/visit.ts";
import { cannotFail } from "../../passes/cannot-fail.ts";
import { eachBit } from "./domain.ts";
import { checkIndexable } from "./index-coding.ts";
import { type KExpr, konst, type KStmt, not, zero } from "./kernel.ts";
import { conjuncts } from "./lower-stmt.ts";
import type { Lowering } from "./lowering.ts";

type Has = Extract<Expr, { kind: "has" }>;

export interface Hoisted {
  /** By number of parameters that have to be chosen first. */
  readonly guards: readonly (readonly Expr[])[];
  /** What is left of the body. */
  readonly rest: readonly Stmt[];
  /** Runs over the values of parameter `depth`, as indices; where a guard says that it is in a set, over the elements of that. */
  loop(cx: Lowering, depth: number, body: (index: KExpr, again: string) => void): void;
}

export function guardsOf(action: Action): Hoisted {
  const { params } = action;
  const guards: Expr[][] = [[], ...params.map((): Expr[] => [])];
  let taken = 0;
  for (const stmt of action.body) {
    if (stmt.kind !== "require" || !cannotFail(stmt.cond)) break;
    for (const part of conjuncts(stmt.cond)) guards[depthOf(part, action)].push(part);
    taken++;
  }
  const memberships = params.map((p, i) => {
    const found = guards[i + 1].find((g): g is Has => isMembership(g, p.name) && sameType(g.value.type, p.type) && depthOf(g.collection, action) <= i);
    if (found) guards[i + 1] = guards[i + 1].filter((g) => g !== found);
    return found;
  });
  return {
    guards,
    rest: action.body.slice(taken),
    loop(cx, depth, body) {
      const { name, type, span } = params[depth];
      const member = memberships[depth];
      checkIndexable(cx, type, span);
      if (member) eachBit(cx, cx.expr(member.collection), name, span, (i, { again }) => body(i, again));
      else cx.loop(name, zero, konst(cx.shapes.count(type)), (i, { again }) => body(i, again));
    },
  };
}

/** `set.has(param)` */
function isMembership(e: Expr, param: string): e is Has {
  return e.kind === "has" && (e.collection.type.kind === "set" || e.collection.type.kind === "majority") && e.value.kind === "local" && e.value.name === param;
}

/** How many parameters have to be chosen before an expression can be evaluated. */
function depthOf(e: Expr, action: Action): number {
  let depth = 0;
  walkExpr(e, {
    expr: (part) => {
      if (part.kind === "local") depth = Math.max(depth, action.params.findIndex((p) => p.name === part.name) + 1);
    },
  });
  return depth;
}

/** Asks the guards that can be asked once `depth` parameters are chosen. */
export function hoist(cx: Lowering, { guards }: Hoisted, depth: number, stop: readonly KStmt[]): void {
  for (const guard of guards[depth]) cx.if(not(cx.truth(guard)), () => cx.emit(...stop));
}

/**
 * Which guards of an action can be asked before all its parameters are chosen.
 *
 * Only leading `require`s are looked at, and only as long as they cannot fail: among guards that cannot fail the order
 * does not matter, for an instance with a false one is not enabled whatever the others say.
 */
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action, Param } from "../../ir/protocol.ts";
import { sameType } from "../../ir/type.ts";
import { walkExpr } from "../../ir/visit.ts";
import { cannotFail } from "../../ir/cannot-fail.ts";
import { conjuncts } from "./conjuncts.ts";
import { eachBit } from "./domain.ts";
import { tagTest } from "./facts.ts";
import { checkIndexable, variantStart } from "./index-coding.ts";
import { add, type KExpr, konst, type KStmt, one } from "./kernel.ts";
import { indexOfExpr } from "./lower-record.ts";
import { lowerRequire } from "./lower-stmt.ts";
import type { Lowering, LoopLabels } from "./lowering.ts";

type Has = Extract<Expr, { kind: "has" }>;

export interface Hoisted {
  /** By number of parameters that have to be chosen first. */
  readonly guards: readonly (readonly Expr[])[];
  /** What is left of the body. */
  readonly rest: readonly Stmt[];
  /** Runs over the values of parameter `depth` that the guards leave, as indices. */
  loop(cx: Lowering, depth: number, body: (index: KExpr, again: string) => void): void;
}

export function guardsOf(action: Action): Hoisted {
  const { params } = action;
  const guards: Expr[][] = [[], ...params.map((): Expr[] => [])];
  const rest = leadingGuards(action, (guard) => guards[depthOf(guard, action)].push(guard));
  const ranges = params.map((p, i) => rangeOf(p, i, guards, action));
  return {
    guards,
    rest,
    loop(cx, depth, body) {
      const { name, type, span } = params[depth];
      checkIndexable(cx, type, span);
      const { member, tag, equal } = ranges[depth];
      const each = (i: KExpr, { again }: LoopLabels): void => {
        if (tag) cx.assume(tag, true);
        body(i, again);
      };
      if (equal) {
        const index = cx.once(name, indexOfExpr(cx, equal));
        cx.loop(name, index, add(index, one), each);
        return;
      }
      const variant = tag && tagTest(tag)!.variant;
      const [from, to] = variant === null || type.kind !== "union"
        ? [0, cx.shapes.count(type)]
        : [variantStart(cx, type, variant), variantStart(cx, type, variant + 1)];
      if (member) eachBit(cx, cx.expr(member.collection), name, span, each, { from, to });
      else cx.loop(name, konst(from), konst(to), each);
    },
  };
}

/** Hands out the parts of the leading `require`s as long as they cannot fail; what is left of the body comes back. */
function leadingGuards(action: Action, take: (guard: Expr) => void): readonly Stmt[] {
  for (const [i, stmt] of action.body.entries()) {
    const after = action.body.slice(i + 1);
    if (stmt.kind !== "require") return action.body.slice(i);
    const parts = conjuncts(stmt.cond);
    const unsafe = parts.findIndex((p) => !cannotFail(p));
    for (const part of unsafe < 0 ? parts : parts.slice(0, unsafe)) take(part);
    if (unsafe >= 0) return [...parts.slice(unsafe).map((cond): Stmt => ({ ...stmt, cond })), ...after];
  }
  return [];
}

interface Range {
  /** The values are elements of a set. */
  readonly member: Has | null;
  /** They are of one variant, as this guard says. */
  readonly tag: Expr | null;
  /** There is only one. */
  readonly equal: Expr | null;
}

/** What the guards say about a parameter before it is chosen. Removes the guards that the choice makes true. */
function rangeOf(param: Param, depth: number, guards: Expr[][], action: Action): Range {
  const known = (e: Expr): boolean => depthOf(e, action) <= depth;
  const own = guards[depth + 1];
  const member = own.find((g): g is Has => isMembership(g, param.name) && sameType(g.value.type, param.type) && known(g.collection)) ?? null;
  const equation = own.find((g) => equalTo(g, param, known));
  if (equation) {
    guards[depth + 1] = own.filter((g) => g !== equation);
    return { member: null, tag: null, equal: equalTo(equation, param, known)! };
  }
  const tag = own.find((g) => isParam(tagTest(g)?.path, param)) ?? null;
  guards[depth + 1] = own.filter((g) => g !== member && g !== tag);
  return { member, tag, equal: null };
}

const isParam = (e: Expr | undefined, { name }: Param): boolean => e?.kind === "local" && e.name === name;

/** The other side of `param === other`. */
function equalTo(g: Expr, param: Param, known: (e: Expr) => boolean): Expr | undefined {
  if (g.kind !== "eq") return undefined;
  const other = isParam(g.left, param) ? g.right : isParam(g.right, param) ? g.left : undefined;
  return other && sameType(other.type, param.type) && known(other) ? other : undefined;
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
  for (const guard of guards[depth]) lowerRequire(cx, guard, () => stop);
}

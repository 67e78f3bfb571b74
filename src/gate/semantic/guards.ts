/** What two versions of an action have in common, so that a solver need not be asked about it, nor understand it. */
import { require } from "../../ir/build.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import type { Action } from "../../ir/protocol.ts";
import { walkStmts } from "../../ir/visit.ts";
import { conjuncts } from "../../backends/smt/conjuncts.ts";
import { canonicalNodes } from "./canonical.ts";

export interface Common {
  /** What happens after the guards is the same. */
  readonly sameEffect: boolean;
  /**
   * The guards of both, without those of the later one that the earlier one has too: where the rest of these implies those, the later
   * one happens wherever the earlier one does. Undefined where more than guards decides.
   */
  readonly guards?: { readonly old: Action; readonly now: Action; readonly none: boolean };
}

export function common(old: Action, now: Action): Common {
  const a = split(old), b = split(now);
  // Here parameters are matched by place, elsewhere by name.
  if (old.params.some((p, i) => now.params.some((q, j) => p.name === q.name && i !== j))) return { sameEffect: false };
  if (canonicalNodes(old.params, a.lets) !== canonicalNodes(now.params, b.lets)) return { sameEffect: false };
  const sameRest = canonicalNodes(old.params, [...a.lets, ...a.rest]) === canonicalNodes(now.params, [...b.lets, ...b.rest]);
  if (!sameRest && requires(b.rest)) return { sameEffect: false };
  const known = new Set(a.guards.map((g) => canonicalNodes(old.params, [...a.lets, g])));
  const more = b.guards.filter((g) => !known.has(canonicalNodes(now.params, [...b.lets, g])));
  return {
    sameEffect: sameRest,
    guards: { old: { ...old, body: guarding(a.lets, a.guards) }, now: { ...now, body: guarding(b.lets, more) }, none: more.length === 0 },
  };
}

interface Parts { readonly lets: readonly Stmt[]; readonly guards: readonly Expr[]; readonly rest: readonly Stmt[] }

/** Up to the first statement that is neither a guard nor names a value. */
function split({ body }: Action): Parts {
  const end = body.findIndex((s) => s.kind !== "require" && s.kind !== "let");
  const first = end < 0 ? body : body.slice(0, end);
  return {
    lets: first.filter((s) => s.kind === "let"),
    guards: first.flatMap((s) => (s.kind === "require" ? conjuncts(s.cond) : [])),
    rest: end < 0 ? [] : body.slice(end),
  };
}

/** A body that only asks. A value that is needed is named before, as no guard changes one. */
const guarding = (lets: readonly Stmt[], guards: readonly Expr[]): readonly Stmt[] =>
  [...lets, ...guards.map((g) => require(g, g.span))];

/** Whether something among these may keep the action from happening. */
function requires(body: readonly Stmt[]): boolean {
  let found = false;
  walkStmts(body, { stmt: (s) => { found ||= s.kind === "require"; } });
  return found;
}

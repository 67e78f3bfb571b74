/**
 * Parts of a quantified formula that do not depend on the variable, asked once before the loop:
 * `forall x: p && q(x) implies r(x)` is `p implies forall x: q(x) implies r(x)`, whether or not there is any x.
 *
 * Only parts that cannot fail move, and only over parts that cannot fail, so failures stay as they are.
 */
import { boolLit, connective, not } from "../../ir/build.ts";
import type { Expr, Fold } from "../../ir/expr.ts";
import { walkExpr } from "../../ir/visit.ts";
import { cannotFail, domainCannotFail } from "../../ir/cannot-fail.ts";
import { conjuncts } from "./conjuncts.ts";

export interface Miniscoped {
  /** Where one of these is false, no value of the variable decides. */
  readonly outside: readonly Expr[];
  readonly body: Expr;
}

export function miniscope(fold: Fold): Miniscoped {
  const unchanged = { outside: [], body: fold.body };
  if (!domainCannotFail(fold.domain)) return unchanged;
  const form = fold.op === "exists" ? { premises: conjuncts(fold.body), conclude: (rest: readonly Expr[]) => all(rest, fold) } : implication(fold);
  if (!form) return unchanged;
  const firstUnsafe = form.premises.findIndex((p) => !cannotFail(p));
  const movable = new Set((firstUnsafe < 0 ? form.premises : form.premises.slice(0, firstUnsafe)).filter((p) => !mentions(p, fold.local)));
  if (movable.size === 0) return unchanged;
  return { outside: [...movable], body: form.conclude(form.premises.filter((p) => !movable.has(p))) };
}

interface Implication {
  readonly premises: readonly Expr[];
  /** The formula again, with these premises only. */
  readonly conclude: (rest: readonly Expr[]) => Expr;
}

/** `implies(a, b)`, `!(a && b)`, `!a || b`. */
function implication(fold: Fold): Implication | undefined {
  const { body } = fold;
  if (body.kind === "not") {
    return { premises: conjuncts(body.arg), conclude: (rest) => not(all(rest, fold), body.span) };
  }
  if (body.kind !== "connective" || body.op === "and") return undefined;
  const premise = body.op === "implies" ? body.left : body.left.kind === "not" ? body.left.arg : not(body.left, body.left.span);
  return {
    premises: conjuncts(premise),
    conclude: (rest) => (rest.length === 0 ? body.right : connective("implies", all(rest, fold), body.right, body.span)),
  };
}

const all = (parts: readonly Expr[], fold: Fold): Expr =>
  parts.length === 0 ? boolLit(true, fold.span) : parts.reduce((a, b) => connective("and", a, b, fold.span));

function mentions(e: Expr, local: string): boolean {
  let found = false;
  walkExpr(e, {
    expr: (part) => {
      found ||= part.kind === "local" && part.name === local;
    },
  });
  return found;
}

/** Whether a step property holds of every step that changes nothing it reads: only then can such steps be left out. */
import type { Expr } from "../../ir/expr.ts";
import { mayFail } from "./footprint.ts";
import { textOf } from "./terms.ts";

/** "no" where that is not plain to see. */
export const saysNothingOfStuttering = (body: Expr): boolean => !mayFail(body) && isTrue(body);

function isTrue(e: Expr): boolean {
  switch (e.kind) {
    case "literal": return e.value === true;
    case "fold": return e.op === "forall" && isTrue(e.body);
    case "connective":
      if (e.op === "and") return isTrue(e.left) && isTrue(e.right);
      if (e.op === "or") return isTrue(e.left) || isTrue(e.right) || (e.left.kind === "not" && follows(e.left.arg, e.right)) || (e.right.kind === "not" && follows(e.right.arg, e.left));
      return isTrue(e.right) || isFalse(e.left) || follows(e.left, e.right);
    case "if": return isTrue(e.then) && isTrue(e.else);
    case "not": return isFalse(e.arg);
    case "eq": return same(e.left, e.right) || isPrefixOfItself(e.left, e.right) || isPrefixOfItself(e.right, e.left);
    case "subset": return same(e.left, e.right);
    case "compare": return e.op === "le" && same(e.left, e.right);
    default: return false;
  }
}

function isFalse(e: Expr): boolean {
  switch (e.kind) {
    case "literal": return e.value === false;
    case "not": return isTrue(e.arg);
    case "compare": return e.op === "lt" && same(e.left, e.right);
    case "connective": return e.op === "and" ? isFalse(e.left) || isFalse(e.right) || partsOf(e.left).some((p) => areOpposite(p, e.right)) : e.op === "or" && isFalse(e.left) && isFalse(e.right);
    case "fold": return e.op === "exists" && isFalse(e.body);
    default: return false;
  }
}

/** Whether all of `then` is true where `when` is. */
function follows(when: Expr, then: Expr): boolean {
  if (then.kind === "connective" && then.op === "and") return follows(when, then.left) && follows(when, then.right);
  if (then.kind === "connective" && then.op === "or") return follows(when, then.left) || follows(when, then.right);
  if (then.kind === "connective") return follows(when, then.right);
  return isTrue(then) || partsOf(when).some((p) => same(p, then));
}

const partsOf = (e: Expr): readonly Expr[] => (e.kind === "connective" && e.op === "and" ? [...partsOf(e.left), ...partsOf(e.right)] : [e]);

const areOpposite = (a: Expr, b: Expr): boolean => (a.kind === "not" && same(a.arg, b)) || (b.kind === "not" && same(b.arg, a));

/** `log.slice(0, log.length)` is `log`. */
const isPrefixOfItself = (part: Expr, whole: Expr): boolean =>
  part.kind === "slice" && same(part.seq, whole) && part.from.kind === "literal" && part.from.value === 0
  && part.to !== null && part.to.kind === "size" && same(part.to.collection, whole);

/** Equal where the state after the step is the state before it. */
const same = (a: Expr, b: Expr): boolean => atOnce(a) === atOnce(b);

const atOnce = (e: Expr): string => textOf(e).replaceAll(/\(state (\S+) next\)/g, "(state $1 now)");

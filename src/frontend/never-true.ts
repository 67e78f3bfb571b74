/** Guards that cannot hold, as far as literals and the bounds of types show. */
import type { Span } from "../base/span.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { IntType } from "../ir/type.ts";

/** Where a guard stands that every run of the body meets and that is false in every state. */
export function neverTrue(body: readonly Stmt[]): Span | undefined {
  for (const s of body) {
    if (s.kind === "require" && truth(s.cond) === false) return s.cond.span;
    if (s.kind === "return") return undefined;
    if (s.kind === "if" && (s.then.some(leaves) || s.else.some(leaves))) return undefined;
    const inside = s.kind === "block" ? neverTrue(s.body) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Whether a statement may end the body early. */
function leaves(s: Stmt): boolean {
  if (s.kind === "if") return s.then.some(leaves) || s.else.some(leaves);
  if (s.kind === "for") return s.body.some(leaves);
  return s.kind === "return";
}

/** Its value, where that is the same in every state. */
function truth(e: Expr): boolean | undefined {
  switch (e.kind) {
    case "literal": return typeof e.value === "boolean" ? e.value : undefined;
    case "cast": return truth(e.value);
    case "not": {
      const arg = truth(e.arg);
      return arg === undefined ? undefined : !arg;
    }
    case "connective": {
      const left = truth(e.left), right = truth(e.right);
      const [l, r] = e.op === "implies" ? [left === undefined ? undefined : !left, right] : [left, right];
      if (e.op === "and") return l === false || r === false ? false : l === true && r === true ? true : undefined;
      return l === true || r === true ? true : l === false && r === false ? false : undefined;
    }
    case "eq": return e.left.type.kind === "int" && e.right.type.kind === "int" && apart(e.left.type, e.right.type) ? false : undefined;
    case "compare": {
      if (e.left.type.kind !== "int" || e.right.type.kind !== "int") return undefined;
      const { left: { type: a }, right: { type: b } } = e as { left: { type: IntType }; right: { type: IntType } };
      const strict = e.op === "lt" ? 0 : 1;
      return a.lo !== null && b.hi !== null && a.lo >= b.hi + strict ? false : undefined;
    }
    default: return undefined;
  }
}

const apart = (a: IntType, b: IntType): boolean =>
  (a.hi !== null && b.lo !== null && a.hi < b.lo) || (b.hi !== null && a.lo !== null && b.hi < a.lo);

/** What a list of statements comes to when literals decide. */
import type { Stmt } from "../ir/expr.ts";
import { cannotFail, domainCannotFail } from "../ir/cannot-fail.ts";
import { constantOf } from "./constant.ts";
import { isEmpty } from "./simplify-expr.ts";

/** The statements are simplified, and reads of constant locals replaced. */
export function simplifyStmts(body: readonly Stmt[]): readonly Stmt[] {
  const result: Stmt[] = [];
  for (const s of body.flatMap(simplifyStmt)) {
    result.push(s);
    if (ends(s)) break;
  }
  return result;
}

function simplifyStmt(s: Stmt): readonly Stmt[] {
  switch (s.kind) {
    case "let": return !s.mutable && constantOf(s.value) !== undefined ? [] : [s];
    case "if": {
      const test = constantOf(s.cond);
      if (test === true) return s.then;
      if (test === false) return s.else;
      return s.then.length === 0 && s.else.length === 0 && cannotFail(s.cond) ? [] : [s];
    }
    case "for": return (s.body.length === 0 || isEmpty(s.domain)) && domainCannotFail(s.domain) ? [] : [s];
    case "require": return constantOf(s.cond) === true ? [] : [s];
    case "block": return hasReturn(s.body) ? [s] : s.body;
    default: return [s];
  }
}

/** Whether nothing after it is reached. (After a `require(false)` the rest stays: a `do` must end in a `return`.) */
function ends(s: Stmt): boolean {
  switch (s.kind) {
    case "return": case "break": case "continue": return true;
    case "if": return s.then.some(ends) && s.else.some(ends);
    default: return false;
  }
}

/** Whether something in a block leaves it early. */
function hasReturn(body: readonly Stmt[]): boolean {
  return body.some((s) => s.kind === "return" || (s.kind === "if" && (hasReturn(s.then) || hasReturn(s.else))) || (s.kind === "for" && hasReturn(s.body)));
}

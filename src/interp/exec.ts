/** Statements. */
import { assertNever } from "../base/assert-never.ts";
import type { Expr, Stmt } from "../ir/expr.ts";
import type { Env, Evaluate } from "./env.ts";
import { domainValues } from "./folds.ts";
import { assign } from "./place.ts";
import { asBool } from "./shape.ts";
import type { Value } from "./value.ts";

/** How a list of statements ended. */
export type Completion =
  | { readonly kind: "normal" | "break" | "continue" }
  | { readonly kind: "return"; readonly value: Value | null; readonly expr: Expr | null }
  /** A `require` did not hold. */
  | { readonly kind: "blocked" };

const normal: Completion = { kind: "normal" };

/** @throws Failure */
export function execute(body: readonly Stmt[], env: Env, evaluate: Evaluate): Completion {
  for (const stmt of body) {
    const done = executeOne(stmt, env, evaluate);
    if (done.kind !== "normal") return done;
  }
  return normal;
}

function executeOne(stmt: Stmt, env: Env, evaluate: Evaluate): Completion {
  switch (stmt.kind) {
    case "let":
      env.locals.set(stmt.name, evaluate(stmt.value, env));
      return normal;
    case "assign":
      assign(stmt.place, stmt.value, env, evaluate);
      return normal;
    case "if": {
      const taken = asBool(evaluate(stmt.cond, env));
      env.observer.branched?.(stmt.cond, taken);
      return execute(taken ? stmt.then : stmt.else, env, evaluate);
    }
    case "for":
      for (const value of domainValues(stmt.domain, env, evaluate)) {
        env.locals.set(stmt.local, value);
        env.observer.bound?.(stmt.local, stmt.domain);
        const done = execute(stmt.body, env, evaluate);
        if (done.kind === "break") break;
        if (done.kind !== "normal" && done.kind !== "continue") return done;
      }
      return normal;
    case "break": case "continue": return { kind: stmt.kind };
    case "require":
      if (asBool(evaluate(stmt.cond, env))) {
        env.observer.passed?.(stmt.span);
        return normal;
      }
      env.observer.blocked?.(stmt.cond, env);
      return { kind: "blocked" };
    case "return": return { kind: "return", value: stmt.value && evaluate(stmt.value, env), expr: stmt.value };
    case "block": {
      const done = execute(stmt.body, env, evaluate);
      return done.kind === "return" ? normal : done;
    }
    default: return assertNever(stmt);
  }
}

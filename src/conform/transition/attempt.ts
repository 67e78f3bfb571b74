/** The body of an action as statements that tell whether it is possible, in place of a guard that stops them. */
import * as build from "../../ir/build.ts";
import type { Expr, Place, Stmt } from "../../ir/expr.ts";
import { bool } from "../../ir/type.ts";

/**
 * Runs a body; where a `require` is false, `blocked` becomes true and nothing more of it is run.
 * @param blocked a mutable local that is false before
 */
export function attempt(body: readonly Stmt[], blocked: string): Stmt {
  const [first] = body;
  return build.block(guarded(body, { place: build.place({ kind: "local", name: blocked, type: bool }), exit: "return" }), first.span);
}

interface Within {
  readonly place: Place;
  /** How to leave the statements at hand. */
  readonly exit: "return" | "break";
}

function guarded(body: readonly Stmt[], within: Within): Stmt[] {
  return body.flatMap((s): Stmt[] => {
    switch (s.kind) {
      case "require": {
        const stop = [build.assign(within.place, build.boolLit(true, s.span), s.span), leave(within, s)];
        return [build.ifStmt(build.not(s.cond, s.cond.span), stop, [], s.span)];
      }
      case "if": return [build.ifStmt(s.cond, guarded(s.then, within), guarded(s.else, within), s.span)];
      case "for": return [build.forStmt(s.local, s.domain, guarded(s.body, { ...within, exit: "break" }), s.span), ...after(s, within)];
      case "block": return [build.block(guarded(s.body, { ...within, exit: "return" }), s.span), ...after(s, within)];
      default: return [s];
    }
  });
}

/** What stops inside has to stop what is around it, too. */
function after(s: Extract<Stmt, { kind: "for" | "block" }>, within: Within): Stmt[] {
  return hasGuard(s.body) ? [build.ifStmt(isBlocked(within, s), [leave(within, s)], [], s.span)] : [];
}

const isBlocked = ({ place }: Within, { span }: Stmt): Expr => build.read(place, span);
const leave = ({ exit }: Within, { span }: Stmt): Stmt => (exit === "return" ? build.returnStmt(null, span) : build.jump("break", span));

function hasGuard(body: readonly Stmt[]): boolean {
  return body.some((s) => s.kind === "require" || (s.kind === "if" && (hasGuard(s.then) || hasGuard(s.else))) || ((s.kind === "for" || s.kind === "block") && hasGuard(s.body)));
}

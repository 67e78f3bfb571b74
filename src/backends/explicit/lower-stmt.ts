/** Statements. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { showExpr } from "../../interp/show-expr.ts";
import { read } from "../../ir/build.ts";
import type { Expr, Stmt } from "../../ir/expr.ts";
import { conjuncts } from "./conjuncts.ts";
import { eachOf } from "./domain.ts";
import { type KStmt, not } from "./kernel.ts";
import { inside } from "./lower-logic.ts";
import type { Exits, Lowering } from "./lowering.ts";
import { lowerAssign } from "./place.ts";

export function lowerStmts(cx: Lowering, body: readonly Stmt[]): void {
  for (const stmt of body) lowerStmt(cx, stmt);
}

function lowerStmt(cx: Lowering, stmt: Stmt): void {
  switch (stmt.kind) {
    case "let":
      if (stmt.mutable) cx.mutables.add(stmt.name);
      cx.locals.set(stmt.name, stmt.mutable ? mutable(cx, stmt.name, stmt.value) : cx.hold(stmt.name, cx.expr(stmt.value)));
      return;
    case "assign":
      cx.emit({ op: "comment", text: `${showExpr(read(stmt.place, stmt.span))} = ${showExpr(stmt.value)}` });
      lowerAssign(cx, stmt);
      return;
    case "if":
      cx.ifExpr(stmt.cond, () => lowerStmts(cx, stmt.then), () => lowerStmts(cx, stmt.else));
      if (leaves(stmt.then)) cx.assume(stmt.cond, false);
      if (leaves(stmt.else)) cx.assume(stmt.cond, true);
      return;
    case "for":
      eachOf(cx, stmt.domain, stmt.local, stmt.span, true, (value, loop) => {
        cx.locals.set(stmt.local, value);
        cx.noting(stmt, () => cx.emit(...inside(cx, { ...exits(cx), loop }, () => lowerStmts(cx, stmt.body))));
      });
      return;
    case "break": case "continue": {
      const { loop } = exits(cx);
      if (!loop) throw new InternalError(`a ${stmt.kind} outside a loop`);
      // Leaving and going on may be different blocks, where one loop of the spec became two.
      if (stmt.kind === "break") cx.emit({ op: "break", label: loop.leave });
      else cx.emit({ op: "continue", label: loop.again });
      return;
    }
    case "require": for (const part of conjuncts(stmt.cond)) lowerRequire(cx, part, () => exits(cx).blocked()); return;
    case "return": {
      const { result, returnLabel } = exits(cx);
      if (stmt.value) result?.(cx.expr(stmt.value), stmt.value.span);
      cx.emit({ op: "break", label: returnLabel });
      return;
    }
    case "block": {
      const label = cx.label("helper");
      const body: KStmt[] = inside(cx, { ...exits(cx), returnLabel: label, result: null, loop: null }, () => lowerStmts(cx, stmt.body));
      cx.emit({ op: "block", label, body });
      return;
    }
    default: assertNever(stmt);
  }
}

/** Leaves by `blocked` unless `cond` holds; what follows may rely on it. */
export function lowerRequire(cx: Lowering, cond: Expr, blocked: () => readonly KStmt[]): void {
  cx.emit({ op: "comment", text: `require(${showExpr(cond)})` });
  cx.if(not(cx.truth(cond)), () => cx.emit(...blocked()));
  cx.assume(cond, true);
}

/** Whether what follows these statements in their block is never reached after them. */
function leaves(body: readonly Stmt[]): boolean {
  const last = body.at(-1);
  return last !== undefined && (last.kind === "return" || last.kind === "break" || last.kind === "continue");
}

function mutable(cx: Lowering, name: string, value: Expr): ReturnType<Lowering["variable"]> {
  return cx.variable(name, value.type, cx.expr(value), value.span);
}

function exits(cx: Lowering): Exits {
  if (!cx.exits) throw new InternalError("a statement outside a body");
  return cx.exits;
}

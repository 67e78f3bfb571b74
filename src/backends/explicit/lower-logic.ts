/** Logic, arithmetic, choice. */
import { InternalError } from "../../base/assert-never.ts";
import type { Arith, Compare, Cond, Connective, Do, Equal, Expr } from "../../ir/expr.ts";
import { bool, type IntType } from "../../ir/type.ts";
import {
  add, binary, comparison, div, eq, isConst, type KExpr, klocal, konst, type KStmt, land, lor, lt, mod, mul, not, select, sub, widen, zero,
} from "./kernel.ts";
import type { Exits, Lowering } from "./lowering.ts";
import { type IntOperand, type Operand, safeMax } from "./operand.ts";
import { int32Max, int32Min } from "./shapes.ts";

export const truthOperand = (raw: KExpr): Operand => ({ rep: "raw", type: bool, raw });

export function lowerConnective(cx: Lowering, expr: Connective): Operand {
  const first = cx.truth(expr.left);
  const left = expr.op === "implies" ? not(first) : first;
  const goesOn = expr.op === "and" ? left : not(left);
  if (isConst(goesOn) && goesOn.value === 0) return truthOperand(left);
  let right: KExpr = zero;
  const before = cx.capture(() => {
    cx.assume(expr.left, expr.op !== "or");
    right = cx.truth(expr.right);
  });
  if (before.length === 0) return truthOperand(expr.op === "and" ? land(left, right) : lor(left, right));
  if (isConst(goesOn)) {
    cx.emit(...before);
    return truthOperand(right);
  }
  const result = cx.let(expr.op, left);
  cx.emit({ op: "if", cond: expr.op === "and" ? result : not(result), then: [...before, { op: "set", ty: "i32", name: nameOf(result), value: right }], else: [] });
  return truthOperand(result);
}

const nameOf = (e: KExpr): string => {
  if (e.op !== "local") throw new InternalError("not a local");
  return e.name;
};

export function lowerEqual(cx: Lowering, expr: Equal): Operand {
  const left = cx.expr(expr.left);
  return truthOperand(equal(cx, left, cx.expr(expr.right), expr.span));
}

/** Whether two values of one type (or two integers) are equal. */
export function equal(cx: Lowering, left: Operand, right: Operand, span: Expr["span"]): KExpr {
  if (left.rep === "int" && right.rep === "int") return eq(left.value, right.value);
  if (cx.shapes.isScalar(left.type)) return eq(cx.rawOf(left, span), cx.rawOf(right, span));
  if (left.rep === "index" && right.rep === "index") return eq(left.index, right.index);
  const { slots } = cx.shapes.of(left.type);
  return { op: "same", ty: "i32", left: cx.memory(left).addr, right: cx.memory(right).addr, slots };
}

export function lowerCompare(cx: Lowering, expr: Compare): Operand {
  const left = cx.expr(expr.left);
  const right = cx.expr(expr.right);
  if (left.rep === "int" && right.rep === "int") return truthOperand(comparison(expr.op, left.value, right.value));
  return truthOperand(comparison(expr.op, cx.rawOf(left, expr.span), cx.rawOf(right, expr.span)));
}

export function lowerArith(cx: Lowering, expr: Arith): Operand {
  const left = cx.int(expr.left);
  let right = cx.int(expr.right);
  if ((expr.op === "div" || expr.op === "mod") && right.lo <= 0 && right.hi >= 0) {
    right = { ...right, value: cx.once("divisor", right.value) };
    cx.failIf(eq(right.value, zero), "divide-by-zero", expr.span);
  }
  return exactly(cx, expr, expr.type as IntType, rangeOfArith(expr.op, left, right), compute(expr.op, left.value, right.value));
}

/** The result of arithmetic, whose true value lies in `range`. Fails with `overflow` where it cannot be told from its neighbours. */
export function exactly(cx: Lowering, expr: Expr, type: IntType, [lo, hi]: readonly [number, number], compute: (wide: boolean) => KExpr): IntOperand {
  if (lo >= int32Min && hi <= int32Max) return cx.intOperand(type, compute(false), lo, hi);
  const wide = compute(true);
  if (lo >= -safeMax && hi <= safeMax) return cx.intOperand(type, wide, lo, hi);
  const value = cx.once("result", wide);
  cx.failIf(lor(lt(value, konst(-safeMax)), lt(konst(safeMax), value)), "overflow", expr.span);
  return cx.intOperand(type, value, Math.max(lo, -safeMax), Math.min(hi, safeMax));
}

function compute(op: Arith["op"], a: KExpr, b: KExpr): (wide: boolean) => KExpr {
  return (wide) => {
    const [left, right] = wide ? [widen(a), widen(b)] : [a, b];
    switch (op) {
      case "add": return add(left, right);
      case "sub": return sub(left, right);
      case "mul": return mul(left, right);
      case "div": return div(left, right);
      case "mod": return mod(left, right);
      case "min": case "max": return binary(op, left, right);
    }
  };
}

function rangeOfArith(op: Arith["op"], a: IntOperand, b: IntOperand): readonly [number, number] {
  switch (op) {
    case "add": return [a.lo + b.lo, a.hi + b.hi];
    case "sub": return [a.lo - b.hi, a.hi - b.lo];
    case "mul": {
      const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
      return [Math.min(...corners), Math.max(...corners)];
    }
    case "div": {
      const m = Math.max(Math.abs(a.lo), Math.abs(a.hi));
      return a.lo >= 0 && b.lo >= 0 ? [0, a.hi] : [-m, m];
    }
    case "mod": {
      const m = Math.max(Math.abs(b.lo), Math.abs(b.hi), 1) - 1;
      return [a.lo >= 0 ? 0 : Math.max(a.lo, -m), a.hi <= 0 ? 0 : Math.min(a.hi, m)];
    }
    case "min": return [Math.min(a.lo, b.lo), Math.min(a.hi, b.hi)];
    case "max": return [Math.max(a.lo, b.lo), Math.max(a.hi, b.hi)];
  }
}

export function lowerCond(cx: Lowering, expr: Cond, dest?: KExpr): Operand {
  const cond = cx.truth(expr.cond);
  if (isConst(cond)) return cx.expr(cond.value === 0 ? expr.else : expr.then, dest);
  if (!cx.shapes.isScalar(expr.type)) return chooseMemory(cx, cond, expr, dest);
  let then!: Operand;
  let otherwise!: Operand;
  const thenBody = cx.capture(() => {
    cx.assume(expr.cond, true);
    then = cx.expr(expr.then);
  });
  const elseBody = cx.capture(() => {
    cx.assume(expr.cond, false);
    otherwise = cx.expr(expr.else);
  });
  if (then.rep === "int" && otherwise.rep === "int") {
    const range = { lo: Math.min(then.lo, otherwise.lo), hi: Math.max(then.hi, otherwise.hi) };
    return { rep: "int", type: expr.type as IntType, ...range, value: choose(cx, cond, [thenBody, then.value], [elseBody, otherwise.value]) };
  }
  const rawOf = (body: KStmt[], v: Operand): [KStmt[], KExpr] => {
    let raw: KExpr = zero;
    const more = cx.capture(() => (raw = cx.rawOf(v, expr.span)));
    return [[...body, ...more], raw];
  };
  return { rep: "raw", type: expr.type, raw: choose(cx, cond, rawOf(thenBody, then), rawOf(elseBody, otherwise)) };
}

type Branch = readonly [readonly KStmt[], KExpr];

function choose(cx: Lowering, cond: KExpr, [thenBody, then]: Branch, [elseBody, otherwise]: Branch): KExpr {
  if (thenBody.length === 0 && elseBody.length === 0) return select(cond, then, otherwise);
  const ty = then.ty === "num" || otherwise.ty === "num" ? "num" : "i32";
  const name = cx.label("choice");
  const set = (value: KExpr): KStmt => ({ op: "set", ty, name, value: ty === "num" ? widen(value) : value });
  cx.emit({ op: "let", ty, name, value: ty === "num" ? widen(zero) : zero });
  cx.emit({ op: "if", cond, then: [...thenBody, set(then)], else: [...elseBody, set(otherwise)] });
  return klocal(name, ty);
}

function chooseMemory(cx: Lowering, cond: KExpr, expr: Cond, dest?: KExpr): Operand {
  if (dest) {
    cx.if(cond, () => cx.exprInto(expr.then, dest), () => cx.exprInto(expr.else, dest));
    return { rep: "memory", type: expr.type, addr: dest, stable: false };
  }
  const addr = cx.let("choice", zero);
  let stable = true;
  const take = (e: Expr): void => {
    const v = cx.memory(cx.expr(e));
    stable &&= v.stable;
    cx.set(addr, v.addr);
  };
  cx.if(cond, () => take(expr.then), () => take(expr.else));
  return { rep: "memory", type: expr.type, addr, stable };
}

export function lowerDo(cx: Lowering, expr: Do, dest?: KExpr): Operand {
  const outer = cx.exits;
  const last = expr.body.at(-1);
  if (last?.kind === "return" && last.value && !expr.body.slice(0, -1).some(mayJump)) {
    // Nothing jumps, but a loop inside asks for the exits of what it stands in, and a predicate has none.
    const none: Exits = { result: null, returnLabel: "", loop: null, blocked: () => outer?.blocked() ?? [] };
    cx.emit(...inside(cx, none, () => cx.rules.stmts(cx, expr.body.slice(0, -1))));
    return cx.hold("result", cx.expr(last.value, dest));
  }
  const result = dest && !cx.shapes.isScalar(expr.type)
    ? { rep: "memory" as const, type: expr.type, addr: dest, stable: false }
    : cx.variable("result", expr.type, null, expr.span);
  const label = cx.label("done");
  const exits: Exits = { result: (v, span) => cx.assignVariable(result, v, span), returnLabel: label, loop: null, blocked: () => outer?.blocked() ?? [] };
  cx.emit({ op: "block", label, body: inside(cx, exits, () => cx.rules.stmts(cx, expr.body)) });
  return result.rep === "memory" ? { ...result, stable: true } : result;
}

/** What `write` emits with these exits. */
export function inside(cx: Lowering, exits: Exits, write: () => void): KStmt[] {
  const outer = cx.exits;
  cx.exits = exits;
  const body = cx.capture(write);
  cx.exits = outer;
  return body;
}

/** Whether a statement may end the body it stands in. */
function mayJump(s: Do["body"][number]): boolean {
  switch (s.kind) {
    case "return": case "break": case "continue": return true;
    case "if": return s.then.some(mayJump) || s.else.some(mayJump);
    case "for": return s.body.some(mayJump);
    case "let": case "assign": case "require": case "block": return false;
  }
}


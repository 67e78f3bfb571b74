/** Operators on whole sequences. */
import { InternalError } from "../../base/assert-never.ts";
import type { Concat, Expr, IndexOf, Slice } from "../../ir/expr.ts";
import { int, type SeqType } from "../../ir/type.ts";
import { add, binary, type KExpr, konst, load, lt, mul, narrow, select, sub, zero } from "./kernel.ts";
import { equal } from "./lower-logic.ts";
import { lengthOf } from "./lower-map.ts";
import type { Lowering } from "./lowering.ts";
import type { IntOperand, Operand } from "./operand.ts";
import { boundOf } from "./shapes.ts";

type Span = Expr["span"];

const seqType = (expr: Expr): SeqType => {
  if (expr.type.kind !== "seq") throw new InternalError(`expected a sequence, got a ${expr.type.kind}`);
  return expr.type;
};

/** The address of an element of a sequence at an address. */
export const elementAddress = (cx: Lowering, addr: KExpr, type: SeqType, i: KExpr): KExpr =>
  add(addr, add(mul(i, konst(cx.shapes.of(type.of).slots)), konst(1)));

const operandOf = (cx: Lowering, v: Operand): Operand => (cx.shapes.isScalar(v.type) ? v : cx.memory(v));

/** Copies `count` elements from one sequence in memory to another of the same element type. */
function copyElements(cx: Lowering, type: SeqType, from: KExpr, fromIndex: KExpr, to: KExpr, toIndex: KExpr, count: KExpr): void {
  const { slots } = cx.shapes.of(type.of);
  cx.loop("i", zero, count, (i) => cx.copy(elementAddress(cx, to, type, add(toIndex, i)), elementAddress(cx, from, type, add(fromIndex, i)), slots));
}

export function lowerConcat(cx: Lowering, expr: Concat, dest?: KExpr): Operand {
  const type = seqType(expr);
  const left = operandOf(cx, cx.expr(expr.left));
  const right = operandOf(cx, cx.expr(expr.right));
  if (cx.shapes.isScalar(type)) return cx.zeroOf(type);
  const addr = dest ?? cx.temp(type);
  const { slots } = cx.shapes.of(type);
  const leftLength = cx.once("length", lengthOf(left));
  const rightLength = cx.once("length", lengthOf(right));
  const leftSlots = left.rep === "memory" ? cx.shapes.of(left.type).slots : 1;
  if (left.rep === "memory") cx.copy(addr, left.addr, leftSlots);
  cx.clear(add(addr, konst(leftSlots)), slots - leftSlots);
  if (right.rep === "memory") copyElements(cx, type, right.addr, zero, addr, leftLength, rightLength);
  cx.store(addr, add(leftLength, rightLength));
  return { rep: "memory", type, addr, stable: dest === undefined };
}

/** A bound of a slice, within 0..length, where negative ones count from the end. */
function clamp(cx: Lowering, bound: IntOperand, length: KExpr): KExpr {
  const value = cx.once("bound", bound.value);
  const below = bound.lo >= 0 ? value : select(lt(value, zero), binary("max", add(value, length), zero), value);
  return cx.once("bound", narrow(binary("min", below, length)));
}

export function lowerSlice(cx: Lowering, expr: Slice, dest?: KExpr): Operand {
  const type = seqType(expr);
  const seq = operandOf(cx, cx.expr(expr.seq));
  const from = cx.int(expr.from);
  const fromValue = { ...from, value: cx.once("from", from.value) };
  const to = expr.to && cx.int(expr.to);
  if (seq.rep !== "memory") return cx.zeroOf(type);
  const length = cx.let("length", lengthOf(seq));
  const start = clamp(cx, fromValue, length);
  const end = to ? clamp(cx, to, length) : length;
  const count = cx.let("count", binary("max", sub(end, start), zero));
  const addr = dest ?? cx.temp(type);
  cx.clear(addr, cx.shapes.of(type).slots);
  copyElements(cx, type, seq.addr, start, addr, zero, count);
  cx.store(addr, count);
  return { rep: "memory", type, addr, stable: dest === undefined };
}

export function lowerIndexOf(cx: Lowering, expr: IndexOf): Operand {
  const type = seqType(expr.seq);
  const seq = operandOf(cx, cx.expr(expr.seq));
  const value = cx.hold("value", cx.expr(expr.value));
  const found = findIndex(cx, seq, type, value, expr.span);
  return cx.intOperand(int(-1, boundOf(type.max) - 1), found, -1, boundOf(type.max) - 1);
}

/** The first index of a value in a sequence, -1 for none. */
export function findIndex(cx: Lowering, seq: Operand, type: SeqType, value: Operand, span: Span): KExpr {
  const found = cx.let("index", konst(-1));
  if (seq.rep !== "memory") return found;
  cx.loop("i", zero, load(seq.addr), (i, { leave }) => {
    cx.if(equal(cx, cx.load(type.of, elementAddress(cx, seq.addr, type, i), true), value, span), () => {
      cx.set(found, i);
      cx.emit({ op: "break", label: leave });
    });
  });
  return found;
}

/** Appends elements one by one, up to as many as the type holds. */
export function buildSeq(cx: Lowering, type: SeqType, dest: KExpr | undefined, fill: (append: (value: Operand, span: Span) => void) => void): Operand {
  if (cx.shapes.isScalar(type)) {
    fill(() => {});
    return cx.zeroOf(type);
  }
  const addr = dest ?? cx.temp(type);
  cx.clear(addr, cx.shapes.of(type).slots);
  const length = cx.let("length", zero);
  fill((value, span) => {
    cx.storeOperand(elementAddress(cx, addr, type, length), value, span);
    cx.set(length, add(length, konst(1)));
  });
  cx.store(addr, length);
  return { rep: "memory", type, addr, stable: dest === undefined };
}


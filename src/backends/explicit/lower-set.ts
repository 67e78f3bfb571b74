/** Operators on whole sets. */
import { InternalError } from "../../base/assert-never.ts";
import type { Keys, SetOp, Subset } from "../../ir/expr.ts";
import { bitOf, wordOf } from "./domain.ts";
import { checkIndexable } from "./index-coding.ts";
import { add, and, eq, type KExpr, konst, land, load, mul, not, or, xor, zero } from "./kernel.ts";
import { entries } from "./lower-map.ts";
import { truthOperand } from "./lower-logic.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { isNone } from "./option.ts";

const word = (op: SetOp["op"], l: KExpr, r: KExpr): KExpr => {
  switch (op) {
    case "union": return or(l, r);
    case "intersection": return and(l, r);
    case "difference": return and(l, xor(r, konst(-1)));
    case "symmetricDifference": return xor(l, r);
  }
};

export function lowerSetOp(cx: Lowering, expr: SetOp, dest?: KExpr): Operand {
  const left = cx.expr(expr.left);
  const right = cx.expr(expr.right);
  const { type } = expr;
  if (cx.shapes.isScalar(type)) return { rep: "raw", type, raw: word(expr.op, cx.rawOf(left, expr.span), cx.rawOf(right, expr.span)) };
  const [l, r] = [cx.memory(left).addr, cx.memory(right).addr];
  const addr = dest ?? cx.temp(type);
  cx.loop("word", zero, konst(cx.shapes.of(type).slots), (w) => cx.store(add(addr, w), word(expr.op, load(add(l, w)), load(add(r, w)))));
  return { rep: "memory", type, addr, stable: dest === undefined };
}

export function lowerSubset(cx: Lowering, expr: Subset): Operand {
  const left = cx.expr(expr.left);
  const right = cx.expr(expr.right);
  const inside = (l: KExpr, r: KExpr): KExpr => eq(word("difference", l, r), zero);
  if (cx.shapes.isScalar(left.type)) return truthOperand(inside(cx.rawOf(left, expr.span), cx.rawOf(right, expr.span)));
  const [l, r] = [cx.memory(left).addr, cx.memory(right).addr];
  const { slots } = cx.shapes.of(left.type);
  if (slots <= 3) return truthOperand(Array.from({ length: slots }, (_, w) => inside(load(add(l, konst(w))), load(add(r, konst(w))))).reduce(land));
  const result = cx.let("subset", konst(1));
  cx.loop("word", zero, konst(slots), (w, { leave }) => {
    cx.if(not(inside(load(add(l, w)), load(add(r, w)))), () => {
      cx.set(result, zero);
      cx.emit({ op: "break", label: leave });
    });
  });
  return truthOperand(result);
}

/** Builds a set by adding elements by index. */
export function buildSet(cx: Lowering, type: Operand["type"], dest: KExpr | undefined, fill: (addIndex: (index: KExpr) => void) => void): Operand {
  if (type.kind !== "set") throw new InternalError(`expected a set, got a ${type.kind}`);
  if (cx.shapes.isScalar(type)) {
    const mask = cx.let("set", zero);
    fill((index) => cx.set(mask, or(mask, bitOf(index))));
    return { rep: "raw", type, raw: mask };
  }
  const addr = dest ?? cx.temp(type);
  cx.clear(addr, cx.shapes.of(type).slots);
  fill((given) => {
    const index = cx.once("element", given);
    const at = wordOf(addr, index);
    cx.store(at, or(load(at), bitOf(index)));
  });
  return { rep: "memory", type, addr, stable: dest === undefined };
}

export function lowerKeys(cx: Lowering, expr: Keys, dest?: KExpr): Operand {
  const map = cx.expr(expr.map);
  const { type } = map;
  if (type.kind !== "map") throw new InternalError(`the keys of a ${type.kind}`);
  checkIndexable(cx, type.key, expr.span);
  const { slots, keys } = entries(cx, type, expr.span);
  const source = cx.shapes.isScalar(type) ? cx.hold("map", map) : cx.memory(map);
  return buildSet(cx, expr.type, dest, (addIndex) => {
    cx.loop("k", zero, konst(keys), (k) => {
      if (type.total) addIndex(k);
      else cx.if(isNone(cx.part(source, mul(k, konst(slots)), { kind: "option", of: type.value }, expr.span)), () => {}, () => addIndex(k));
    });
  });
}

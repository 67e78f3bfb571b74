/** Loops over what a variable ranges over, in the order of `interp/domain.ts`. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import type { Domain } from "../../ir/expr.ts";
import type { IntType } from "../../ir/type.ts";
import { domainType } from "../../ir/build.ts";
import { checkIndexable, fromIndex } from "./index-coding.ts";
import { add, and, boundsOf, eq, type KExpr, konst, load, mul, ne, select, shl, zero } from "./kernel.ts";
import { entries, lengthOf } from "./lower-map.ts";
import type { Lowering, LoopLabels } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { isNone } from "./option.ts";

/** What to do with one value. */
type Body = (value: Operand, labels: LoopLabels) => void;

/**
 * @param writes whether the body may write what the domain reads; then the domain is as it was before the loop
 */
export function eachOf(cx: Lowering, domain: Domain, hint: string, span: Span, writes: boolean, body: Body): void {
  switch (domain.kind) {
    case "type":
      checkIndexable(cx, domain.type, span);
      cx.loop(hint, zero, konst(cx.shapes.count(domain.type)), (i, labels) => body(fromIndex(cx, domain.type, i), labels));
      return;
    case "elements": {
      const given = cx.expr(domain.of);
      eachElement(cx, writes ? cx.hold(hint, given) : given, hint, span, body);
      return;
    }
    case "range": {
      const from = cx.int(domain.from);
      const to = cx.int(domain.to);
      const type = domainType(domain) as IntType;
      cx.loop(hint, from.value, to.value, (i, labels) => body(cx.intOperand(type, i, from.lo, Math.max(from.lo, to.hi - 1)), labels));
      return;
    }
    default: assertNever(domain);
  }
}

function eachElement(cx: Lowering, of: Operand, hint: string, span: Span, body: Body): void {
  const { type } = of;
  switch (type.kind) {
    case "set": case "majority": {
      checkIndexable(cx, type.of, span);
      eachBit(cx, of, hint, span, (i, labels) => body(fromIndex(cx, type.of, i), labels));
      return;
    }
    case "bag": {
      checkIndexable(cx, type.of, span);
      const bag = cx.shapes.isScalar(type) ? cx.hold("copies", of) : cx.memory(of);
      cx.loop(hint, zero, konst(cx.shapes.count(type.of)), (i, labels) => {
        cx.if(bag.rep === "memory" ? load(add(bag.addr, i)) : cx.rawOf(bag, span), () => body(fromIndex(cx, type.of, i), labels));
      });
      return;
    }
    case "seq": {
      const seq = cx.shapes.isScalar(type) ? of : cx.memory(of);
      cx.loop(hint, zero, lengthOf(seq), (i, labels) => {
        body(seq.rep === "memory" ? cx.part(seq, add(mul(i, konst(cx.shapes.of(type.of).slots)), konst(1)), type.of, span) : cx.zeroOf(type.of), labels);
      });
      return;
    }
    case "map": {
      const { slots, keys } = entries(cx, type, span);
      const map = cx.shapes.isScalar(type) ? cx.hold("map", of) : cx.memory(of);
      cx.loop(hint, zero, konst(keys), (k, labels) => {
        const key = (): void => body(fromIndex(cx, type.key, k), labels);
        if (type.total) key();
        else cx.if(isNone(cx.part(map, mul(k, konst(slots)), { kind: "option", of: type.value }, span)), () => {}, key);
      });
      return;
    }
    default: throw new InternalError(`cannot iterate over a ${type.kind}`);
  }
}

/** Over the indices of the elements of a set or majority; those within a range, where one is given. */
export function eachBit(
  cx: Lowering, set: Operand, hint: string, span: Span, body: (index: KExpr, labels: LoopLabels) => void, range = { from: 0, to: Infinity },
): void {
  const { slots } = cx.shapes.of(set.type);
  const [first, last] = [Math.floor(range.from / 32), Math.min(slots, Math.ceil(range.to / 32)) - 1];
  if (first > last) return;
  const greatest = Math.min(range.to, 32 * slots) - 1;
  if (first === last) {
    const word = slots === 1 ? cx.rawOf(set, span) : load(add(cx.memory(set).addr, konst(first)));
    cx.bits(hint, and(word, konst(maskWithin(range, first))), konst(32 * first), greatest, body);
    return;
  }
  const { addr } = cx.memory(set);
  const label = cx.label(`all_${hint}`);
  cx.emit({
    op: "block", label, body: cx.capture(() => {
      cx.loop("word", konst(first), konst(last + 1), (w) => {
        const ends = [first, last].filter((end) => maskWithin(range, end) !== -1);
        const word = ends.reduce<KExpr>((rest, end) => select(eq(w, konst(end)), and(load(add(addr, w)), konst(maskWithin(range, end))), rest), load(add(addr, w)));
        // Leaving means all words, not only this one.
        cx.bits(hint, word, mul(w, konst(32)), greatest, (i, { again }) => body(i, { leave: label, again }));
      });
    }),
  });
}

/** The bits of a word whose elements are within a range. */
function maskWithin({ from, to }: { readonly from: number; readonly to: number }, word: number): number {
  const [low, high] = [Math.max(0, from - 32 * word), Math.min(32, to - 32 * word)];
  return (high === 32 ? -1 : 2 ** high - 1) & ~(2 ** low - 1);
}

/** The word of a set that holds an element, as an address. */
export function wordOf(addr: KExpr, index: KExpr): KExpr {
  const bounds = boundsOf(index);
  if (bounds && bounds[0] >>> 5 === bounds[1] >>> 5) return add(addr, konst(bounds[0] >>> 5));
  return add(addr, { op: "binary", ty: "i32", fn: "shr", of: "i32", left: index, right: konst(5) });
}
/** The bit of an element in its word. */
export const bitOf = (index: KExpr): KExpr => shl(konst(1), index);

/** Whether a set or majority has the element with an index. */
export function hasBit(cx: Lowering, set: Operand, index: KExpr, span: Span): KExpr {
  const word = cx.shapes.isScalar(set.type) ? cx.rawOf(set, span) : load(wordOf(cx.memory(set).addr, index));
  return ne(and(word, bitOf(index)), zero);
}

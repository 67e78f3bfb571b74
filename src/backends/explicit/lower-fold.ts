/** Quantifiers, counts, searches and comprehensions. */
import { domainType } from "../../ir/build.ts";
import type { Comprehend, Domain, Fold } from "../../ir/expr.ts";
import type { IntType } from "../../ir/type.ts";
import { eachOf } from "./domain.ts";
import { checkIndexable, indexOf } from "./index-coding.ts";
import { add, type KExpr, konst, not, one, widen, zero } from "./kernel.ts";
import { exactly, truthOperand } from "./lower-logic.ts";
import { buildSeq } from "./lower-seq.ts";
import { buildSet } from "./lower-set.ts";
import type { Lowering } from "./lowering.ts";
import { miniscope } from "./miniscope.ts";
import { type Operand, safeMax } from "./operand.ts";
import { some } from "./option.ts";
import { boundOf, int32Max } from "./shapes.ts";

export function lowerFold(cx: Lowering, expr: Fold): Operand {
  switch (expr.op) {
    case "forall": return quantifier(cx, expr, one);
    case "exists": return quantifier(cx, expr, zero);
    case "count": {
      const count = cx.let("count", zero);
      each(cx, expr, () => cx.if(cx.truth(expr.body), () => cx.set(count, add(count, one))));
      return cx.intOperand(expr.type as IntType, count, 0, int32Max);
    }
    case "sum": {
      const sum = cx.let("sum", widen(zero));
      each(cx, expr, () => {
        const term = cx.int(expr.body);
        const most = mostElements(cx, expr.domain);
        // Of all partial sums.
        const range = most === Infinity ? [term.lo - safeMax, term.hi + safeMax] as const : [Math.min(0, most * term.lo), Math.max(0, most * term.hi)] as const;
        cx.set(sum, exactly(cx, expr, expr.type as IntType, range, () => add(sum, widen(term.value))).value);
      });
      return cx.intOperand(expr.type as IntType, sum, -safeMax, safeMax);
    }
    case "find": {
      const result = cx.variable("found", expr.type, cx.zeroOf(expr.type), expr.span);
      each(cx, expr, (value, leave) => cx.if(cx.truth(expr.body), () => {
        const option = expr.type.kind === "option" && value.type.kind !== "option" ? some(cx, expr.type, value, expr.span) : value;
        cx.assignVariable(result, option, expr.span);
        cx.emit({ op: "break", label: leave });
      }));
      return result.rep === "memory" ? { ...result, stable: true } : result;
    }
    case "findIndex": {
      const result = cx.let("index", konst(-1));
      const i = cx.let("i", zero);
      each(cx, expr, (_, leave) => {
        cx.if(cx.truth(expr.body), () => {
          cx.set(result, i);
          cx.emit({ op: "break", label: leave });
        });
        cx.set(i, add(i, one));
      });
      return cx.intOperand(expr.type as IntType, result, -1, int32Max);
    }
  }
}

/** How many values a domain has at most. */
function mostElements(cx: Lowering, domain: Domain): number {
  if (domain.kind === "type") return cx.shapes.count(domain.type);
  if (domain.kind === "range") return Infinity;
  const { type } = domain.of;
  return type.kind === "seq" ? boundOf(type.max) : cx.shapes.count(domainType(domain));
}

function each(cx: Lowering, expr: Fold | Comprehend, body: (value: Operand, leave: string) => void): void {
  eachOf(cx, expr.domain, expr.local, expr.span, false, (value, { leave }) => {
    cx.locals.set(expr.local, value);
    cx.noting(expr, () => body(value, leave));
  });
}

/** `otherwise` is the value where no element decides. */
function quantifier(cx: Lowering, expr: Fold, otherwise: KExpr): Operand {
  const { outside, body } = miniscope(expr);
  const result = cx.let(expr.op, otherwise);
  const decides = (holds: KExpr): KExpr => (expr.op === "forall" ? not(holds) : holds);
  const loop = (): void => each(cx, expr, (_, leave) => cx.if(decides(cx.truth(body)), () => {
    cx.set(result, not(otherwise));
    cx.emit({ op: "break", label: leave });
  }));
  outside.reduceRight((inner, cond) => () => cx.ifExpr(cond, inner, () => {}), loop)();
  return truthOperand(result);
}

export function lowerComprehend(cx: Lowering, expr: Comprehend, dest?: KExpr): Operand {
  const { type } = expr;
  const kept = (keep: (value: Operand) => void): void => each(cx, expr, (value) => {
    if (expr.op === "map") keep(cx.expr(expr.body));
    else cx.if(cx.truth(expr.body), () => keep(value));
  });
  if (type.kind === "seq") return buildSeq(cx, type, dest, (append) => kept((v) => append(v, expr.body.span)));
  if (type.kind === "set") checkIndexable(cx, type.of, expr.span);
  return buildSet(cx, type, dest, (addIndex) => kept((v) => addIndex(indexOf(cx, v, expr.body.span))));
}

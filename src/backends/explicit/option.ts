/** What options, packed into one slot or not, are made of. */
import { InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import type { OptionType } from "../../ir/type.ts";
import { fromIndex } from "./index-coding.ts";
import { add, eq, type KExpr, konst, load, sub, zero } from "./kernel.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";

export function isNone(v: Operand): KExpr {
  switch (v.rep) {
    case "raw": return eq(v.raw, zero);
    case "memory": return eq(load(v.addr), zero);
    case "index": return eq(v.index, zero);
    case "int": throw new InternalError("an integer as an option");
  }
}

/** What an option that is not undefined holds. */
export function contents(cx: Lowering, v: Operand, span: Span): Operand {
  if (v.type.kind !== "option") throw new InternalError(`the contents of a ${v.type.kind}`);
  switch (v.rep) {
    case "raw": return cx.fromRaw(v.type.of, sub(v.raw, konst(1)));
    case "memory": return cx.part(v, konst(1), v.type.of, span);
    case "index": return fromIndex(cx, v.type.of, sub(v.index, konst(1)));
    case "int": throw new InternalError("an integer as an option");
  }
}

/** An option that holds `value`. `type` is not collapsed where `value` is an option itself. */
export function some(cx: Lowering, type: OptionType, value: Operand, span: Span, dest?: KExpr): Operand {
  if (cx.shapes.isScalar(type)) return { rep: "raw", type, raw: add(cx.rawOf(value, span), konst(1)) };
  const addr = dest ?? cx.temp(type);
  cx.store(addr, konst(1));
  cx.storeOperand(add(addr, konst(1)), value, span);
  return { rep: "memory", type, addr, stable: dest === undefined };
}

/** Values as lowered code has them at hand. */
import type { IntType, Type } from "../../ir/type.ts";
import type { KExpr } from "./kernel.ts";

export type Operand =
  /** An integer itself, known to be within lo..hi; of kernel type i32 only if those fit. */
  | { readonly rep: "int"; readonly type: IntType; readonly value: KExpr; readonly lo: number; readonly hi: number }
  /** A value of one slot, by the contents of the slot. */
  | { readonly rep: "raw"; readonly type: Type; readonly raw: KExpr }
  /** A value of several slots, by its address. `stable`: those slots keep their contents as long as this value is in use. */
  | { readonly rep: "memory"; readonly type: Type; readonly addr: KExpr; readonly stable: boolean }
  /** A value by its place in the enumeration of its type. */
  | { readonly rep: "index"; readonly type: Type; readonly index: KExpr };

export type IntOperand = Extract<Operand, { rep: "int" }>;
export type MemoryOperand = Extract<Operand, { rep: "memory" }>;

export const safeMax = Number.MAX_SAFE_INTEGER;

export const rangeOf = (type: IntType): { lo: number; hi: number } => ({ lo: type.lo ?? -safeMax, hi: type.hi ?? safeMax });

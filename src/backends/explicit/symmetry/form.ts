/** What is known of the symmetry of an instance, and where code that hands over rows finds their canonical form. */
import type { StateField } from "../../../ir/protocol.ts";
import { type KExpr, kif, konst, type KStmt } from "../kernel.ts";

export interface Symmetry {
  /** Of sorts no two of which meet in some part of the state, so that each can be put in order by itself. */
  readonly slices: readonly Slices[];
  /** Interchangeable sorts of which there is no canonical form, with the field that is in the way. */
  readonly left: readonly { readonly sort: string; readonly field: StateField }[];
}

/** What a slice holds of one place: the slot at `at + stride·i`; the bit there, of the words at `slot`; whether the slot says `i + bias`. */
export type Piece =
  | { readonly kind: "slot"; readonly at: number; readonly stride: number; readonly bits: number }
  | { readonly kind: "bit"; readonly slot: number; readonly at: number; readonly stride: number; readonly bits: 1 }
  | { readonly kind: "is"; readonly slot: number; readonly bias: number; readonly bits: 1 };

/** A piece, and where in a slice's words it lies. */
export interface Placed {
  readonly piece: Piece;
  readonly word: number;
  readonly shift: number;
}

export interface Slices {
  readonly sort: string;
  readonly size: number;
  readonly words: number;
  readonly pieces: readonly Placed[];
}

export interface CanonicalForm {
  /** The function that makes it from the target state; 0 where that is it already. */
  readonly fn: string;
  /** The address of the canonical state, packed. */
  readonly packed: number;
  /** How many states stand for it: JavaScript that multiplies `n`, after a call of `fn`. */
  readonly orbit: readonly string[];
}

/** Writes the row of the target state, or of its canonical form. */
export function canonicalRow(form: CanonicalForm | undefined, row: readonly KStmt[]): readonly KStmt[] {
  if (!form) return row;
  const made: KExpr = { op: "call", ty: "i32", fn: form.fn, args: [] };
  return [kif(made, [{ op: "rowFrom", addr: konst(form.packed) }], row)];
}

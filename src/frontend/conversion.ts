import type ts from "typescript";
import type { Type } from "../ir/type.ts";
import type { TypeArgs } from "./context.ts";
import type { Program } from "./program.ts";
import type { Sorts } from "./sorts.ts";

/** One conversion under way. */
export interface Conversion {
  readonly program: Program;
  readonly sorts: Sorts;
  readonly typeArgs: TypeArgs;
  /** Types being converted, outermost first: one that turns up again is recursive. */
  readonly inside: readonly ts.Type[];
  /** The scope key of sequences and bags: the name of the nearest property or variable. */
  readonly bound: string;
  convert(type: ts.Type, at: ts.Node, more?: { bound?: string; typeArgs?: TypeArgs }): Type;
}

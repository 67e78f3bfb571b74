/** The rules of lowering, tied together. */
import { decode } from "./index-coding.ts";
import { lowerExpr } from "./lower-expr.ts";
import { lowerStmts } from "./lower-stmt.ts";
import type { Rules } from "./lowering.ts";

export const rules: Rules = { expr: lowerExpr, stmts: lowerStmts, decode };

/** Expressions: which file lowers which node. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Expr, Literal } from "../../ir/expr.ts";
import { add, eq, type KExpr, konst, not, select, zero } from "./kernel.ts";
import { lowerCast } from "./lower-cast.ts";
import { lowerBag, lowerCollection, lowerCountOf, lowerHas, lowerSize, lowerWith } from "./lower-collection.ts";
import { lowerComprehend, lowerFold } from "./lower-fold.ts";
import { lowerArith, lowerCompare, lowerCond, lowerConnective, lowerDo, lowerEqual } from "./lower-logic.ts";
import { lowerAt, lowerEntries, lowerFill, lowerLookup, lowerPut, lowerTabulate } from "./lower-map.ts";
import { lowerGet, lowerRecord, lowerTag, lowerUnwrap, lowerVariant } from "./lower-record.ts";
import { lowerConcat, lowerIndexOf, lowerSlice } from "./lower-seq.ts";
import { lowerKeys, lowerSetOp, lowerSubset } from "./lower-set.ts";
import type { Lowering } from "./lowering.ts";
import type { Operand } from "./operand.ts";
import { isNone } from "./option.ts";

export function lowerExpr(cx: Lowering, expr: Expr, dest?: KExpr): Operand {
  switch (expr.kind) {
    case "literal": return literal(cx, expr, dest);
    case "local": return local(cx, expr.name);
    case "state": return cx.state(expr.field, expr.when);

    case "not": return { rep: "raw", type: expr.type, raw: not(cx.truth(expr.arg)) };
    case "connective": return lowerConnective(cx, expr);
    case "eq": return lowerEqual(cx, expr);
    case "compare": return lowerCompare(cx, expr);
    case "arith": return lowerArith(cx, expr);
    case "if": return lowerCond(cx, expr, dest);
    case "do": return lowerDo(cx, expr, dest);
    case "cast": return lowerCast(cx, expr, dest);

    case "record": return lowerRecord(cx, expr, dest);
    case "variant": return lowerVariant(cx, expr, dest);
    case "get": return lowerGet(cx, expr);
    case "tag": return lowerTag(cx, expr);
    case "isNone": return { rep: "raw", type: expr.type, raw: isNone(cx.expr(expr.value)) };
    case "unwrap": return lowerUnwrap(cx, expr);

    case "extreme": return { rep: "raw", type: expr.type, raw: konst(expr.end === "first" ? 0 : sortSize(cx, expr) - 1) };
    case "neighbour": {
      const value = cx.once("value", cx.rawOf(cx.expr(expr.value), expr.span));
      // As an option: 0 for undefined, else the index plus 1.
      const last = konst(sortSize(cx, expr.value) - 1);
      return { rep: "raw", type: expr.type, raw: expr.side === "previous" ? value : select(eq(value, last), zero, add(value, konst(2))) };
    }

    case "at": return lowerAt(cx, expr);
    case "lookup": return lowerLookup(cx, expr);
    case "fill": return lowerFill(cx, expr, dest);
    case "tabulate": return lowerTabulate(cx, expr, dest);
    case "put": return lowerPut(cx, expr, dest);
    case "entries": return lowerEntries(cx, expr, dest);

    case "collection": return expr.type.kind === "bag" ? lowerBag(cx, expr, dest) : lowerCollection(cx, expr, dest);
    case "has": return { rep: "raw", type: expr.type, raw: lowerHas(cx, expr) };
    case "countOf": return lowerCountOf(cx, expr);
    case "size": return lowerSize(cx, expr);
    case "with": return lowerWith(cx, expr, dest);
    case "setOp": return lowerSetOp(cx, expr, dest);
    case "subset": return lowerSubset(cx, expr);
    case "keys": return lowerKeys(cx, expr, dest);

    case "concat": return lowerConcat(cx, expr, dest);
    case "slice": return lowerSlice(cx, expr, dest);
    case "indexOf": return lowerIndexOf(cx, expr);

    case "fold": return lowerFold(cx, expr);
    case "comprehend": return lowerComprehend(cx, expr, dest);
    default: return assertNever(expr);
  }
}

function literal(cx: Lowering, expr: Literal, dest?: KExpr): Operand {
  const { value, type } = expr;
  if (typeof value === "boolean") return { rep: "raw", type, raw: konst(value ? 1 : 0) };
  if (typeof value === "number" && type.kind === "int") return cx.intOperand(type, konst(value), value, value);
  if (typeof value === "number" && (type.kind === "sort" || type.kind === "majority")) return { rep: "raw", type, raw: konst(value) };
  if (typeof value === "string" && type.kind === "enum") return { rep: "raw", type, raw: konst(type.values.indexOf(value), JSON.stringify(value)) };
  if (value === null) return cx.zeroOf(type, dest);
  throw new InternalError(`a literal ${String(value)} of type ${type.kind}`);
}

function local(cx: Lowering, name: string): Operand {
  const found = cx.locals.get(name);
  if (!found) throw new InternalError(`local ${name} has no value`);
  return found;
}

function sortSize(cx: Lowering, expr: Expr): number {
  if (expr.type.kind !== "sort") throw new InternalError(`expected a sort, got a ${expr.type.kind}`);
  return cx.shapes.sortSize(expr.type.name);
}

/** Whether an expression is what the builders would make of its parts, and is of kinds that it is defined on. */
import { InternalError } from "../base/assert-never.ts";
import type { Expr, Place } from "./expr.ts";
import type { SortDecl } from "./protocol.ts";
import { type Mapper, rebuildExpr, returnsOf } from "./rebuild.ts";
import { sameType, showType, type Type } from "./type.ts";
import { eachPartOfDomain, eachPartOfExpr } from "./visit.ts";

const same: Mapper = {
  expr: (e) => e,
  stmts: (body) => body,
  type: (t) => t,
  typeOf: (_kind, _name, old) => old,
  bind: () => undefined,
};

/** What is wrong with a node itself, its parts taken as they are. */
export function exprProblem(e: Expr, sorts: ReadonlyMap<string, SortDecl>): string | undefined {
  const wrong = operandProblem(e, sorts);
  if (wrong) return wrong;
  try {
    const built = rebuildExpr(e, same);
    if (built.kind !== e.kind) return `does nothing`;
    if (!sameType(built.type, e.type)) return `has type ${showType(e.type)}, not ${showType(built.type)}`;
    const parts = partsOf(e), rebuilt = partsOf(built);
    return parts.length === rebuilt.length && parts.every((p, i) => p === rebuilt[i]) ? undefined : "a part is not of the type that its place asks for";
  } catch (error) {
    if (error instanceof InternalError) return error.message;
    throw error;
  }
}

function partsOf(e: Expr): Expr[] {
  if (e.kind === "do") return returnsOf(e.body);
  const parts: Expr[] = [];
  const add = (part: Expr): void => void parts.push(part);
  eachPartOfExpr(e, { expr: add, stmt: () => undefined, domain: (d) => eachPartOfDomain(d, { expr: add, stmt: () => undefined, domain: () => undefined, place: () => undefined }), place: () => undefined });
  return parts;
}

export const placeKeysOf = (p: Place): Expr[] => p.path.flatMap((s) => (s.kind === "at" ? [s.key] : []));

/** What the builders take on trust. */
function operandProblem(e: Expr, sorts: ReadonlyMap<string, SortDecl>): string | undefined {
  const isOrdered = (t: Type): boolean => t.kind === "sort" && sorts.get(t.name)?.ordered === true;
  const kinds = (t: Type, ...allowed: Type["kind"][]): string | undefined => (allowed.includes(t.kind) ? undefined : `not defined on ${showType(t)}`);
  const map = (t: Type, total: boolean): string | undefined => (t.kind === "map" && t.total === total ? undefined : `not defined on ${showType(t)}`);
  switch (e.kind) {
    case "literal": return literalProblem(e.value, e.type);
    case "compare": {
      const ordered = isOrdered(e.left.type) && sameType(e.left.type, e.right.type);
      return ordered || (e.left.type.kind === "int" && e.right.type.kind === "int") ? undefined : `not defined on ${showType(e.left.type)} and ${showType(e.right.type)}`;
    }
    case "isNone": return kinds(e.value.type, "option");
    case "extreme": return isOrdered(e.type) ? undefined : `not defined on ${showType(e.type)}`;
    case "neighbour": return isOrdered(e.value.type) ? undefined : `not defined on ${showType(e.value.type)}`;
    case "at": return e.collection.type.kind === "seq" ? undefined : map(e.collection.type, true);
    case "lookup": return map(e.map.type, false);
    case "fill": case "tabulate": return map(e.type, true);
    case "entries": return map(e.type, false);
    case "has": return e.collection.type.kind === "map" ? map(e.collection.type, false) : undefined;
    case "size": return kinds(e.collection.type, "set", "bag", "majority", "seq", "map");
    case "with": {
      const t = e.collection.type;
      return t.kind === "map" && e.op === "delete" ? map(t, false) : e.op === "add" ? kinds(t, "set", "bag", "seq") : kinds(t, "set", "bag");
    }
    case "setOp": case "subset": return kinds(e.left.type, "set") ?? kinds(e.right.type, "set");
    case "keys": return map(e.map.type, false);
    case "fold": case "comprehend": {
      if (e.domain.kind !== "elements") return e.kind === "fold" && (e.op === "find" || e.op === "findIndex") ? `${e.op} outside a sequence` : undefined;
      const t = e.domain.of.type;
      if (e.kind === "fold" && (e.op === "find" || e.op === "findIndex")) return kinds(t, "seq");
      return t.kind === "map" ? map(t, false) : undefined;
    }
    default: return undefined;
  }
}

function literalProblem(value: boolean | number | string | null, type: Type): string | undefined {
  switch (typeof value) {
    case "number": return Number.isSafeInteger(value) && !Object.is(value, -0) ? undefined : `${value} is not an integer`;
    case "string": return type.kind === "enum" && type.values.includes(value) ? undefined : `"${value}" is not a value of ${showType(type)}`;
    case "boolean": return undefined;
    default: return type.kind === "option" ? undefined : `undefined is not a value of ${showType(type)}`;
  }
}

/**
 * The fields of every node, as data: visiting, printing and parsing are derived from it. The mapped types
 * make the compiler name a node or field that is missing here.
 */
import type { Domain, Expr, NamedExpr, Place, Stmt } from "./expr.ts";

/** What stands in a field: parts, a name, a yes or no (with the words for them), or one of some words. */
export type Shape =
  | "expr" | "expr?" | "exprs" | "named" | "entries" | "domain" | "stmts" | "place" | "name" | "value"
  | { readonly no: string; readonly yes: string }
  | readonly string[];

type ShapeOf<T> =
  [T] extends [Expr] ? "expr"
  : [T] extends [Expr | null] ? "expr?"
  : [T] extends [readonly Stmt[]] ? "stmts"
  : [T] extends [readonly Expr[]] ? "exprs"
  : [T] extends [readonly NamedExpr[]] ? "named"
  : [T] extends [readonly { readonly key: Expr; readonly value: Expr }[]] ? "entries"
  : [T] extends [Domain] ? "domain"
  : [T] extends [Place] ? "place"
  : [T] extends [boolean] ? { readonly no: string; readonly yes: string }
  : [T] extends [string] ? (string extends T ? "name" : readonly T[])
  : "value";

type FieldsOf<N> = { readonly [F in Exclude<keyof N, "kind" | "type" | "span">]-?: ShapeOf<N[F]> };
type OfKind<N extends { readonly kind: string }, K> = N extends { readonly kind: infer X } ? (K extends X ? N : never) : never;
type Schema<N extends { readonly kind: string }> = { readonly [K in N["kind"]]: FieldsOf<OfKind<N, K>> };

/** In the order in which they are evaluated and printed. */
export const exprSchema: Schema<Expr> = {
  literal: { value: "value" },
  local: { name: "name" },
  state: { field: "name", when: ["now", "next"] },
  not: { arg: "expr" },
  connective: { op: ["and", "or", "implies"], left: "expr", right: "expr" },
  eq: { left: "expr", right: "expr" },
  compare: { op: ["lt", "le"], left: "expr", right: "expr" },
  arith: { op: ["add", "sub", "mul", "div", "mod", "min", "max"], left: "expr", right: "expr" },
  if: { cond: "expr", then: "expr", else: "expr" },
  do: { body: "stmts" },
  cast: { value: "expr" },
  record: { fields: "named" },
  variant: { tag: "name", fields: "named" },
  get: { object: "expr", field: "name" },
  tag: { object: "expr" },
  isNone: { value: "expr" },
  unwrap: { value: "expr" },
  extreme: { end: ["first", "last"] },
  neighbour: { side: ["next", "previous"], value: "expr" },
  at: { collection: "expr", key: "expr" },
  lookup: { map: "expr", key: "expr" },
  fill: { value: "expr" },
  tabulate: { local: "name", body: "expr" },
  put: { collection: "expr", key: "expr", value: "expr" },
  collection: { items: "exprs" },
  entries: { entries: "entries" },
  has: { collection: "expr", value: "expr" },
  countOf: { bag: "expr", value: "expr" },
  size: { collection: "expr" },
  with: { op: ["add", "delete"], collection: "expr", value: "expr" },
  setOp: { op: ["union", "intersection", "difference", "symmetricDifference"], left: "expr", right: "expr" },
  subset: { left: "expr", right: "expr" },
  keys: { map: "expr" },
  concat: { left: "expr", right: "expr" },
  slice: { seq: "expr", from: "expr", to: "expr?" },
  indexOf: { seq: "expr", value: "expr" },
  fold: { op: ["forall", "exists", "count", "sum", "find", "findIndex"], local: "name", domain: "domain", body: "expr" },
  comprehend: { op: ["filter", "map"], local: "name", domain: "domain", body: "expr" },
};

export const stmtSchema: Schema<Stmt> = {
  let: { name: "name", mutable: { no: "const", yes: "mutable" }, value: "expr" },
  assign: { place: "place", value: "expr" },
  if: { cond: "expr", then: "stmts", else: "stmts" },
  for: { local: "name", domain: "domain", body: "stmts" },
  break: {},
  continue: {},
  require: { cond: "expr" },
  return: { value: "expr?" },
  block: { body: "stmts" },
};

/** The expressions whose type no builder can infer from their parts. (A literal's is written where it is not plain.) */
export const writesType: ReadonlySet<Expr["kind"]> = new Set([
  "cast", "record", "variant", "extreme", "fill", "tabulate", "collection", "entries",
]);

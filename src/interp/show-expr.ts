/** Expressions as the spec would write them, for messages. What was inlined shows as its body. */
import { quoted, visible } from "../base/printable.ts";
import { assertNever } from "../base/assert-never.ts";
import type { Arith, Comprehend, Expr, Fold, NamedExpr } from "../ir/expr.ts";
import { showName, showType, type Type } from "../ir/type.ts";

/** How tightly each form binds. */
const level = { conditional: 1, or: 2, and: 3, equality: 4, relation: 5, sum: 6, product: 7, unary: 8, primary: 9 } as const;

const longest = 60;

/** The expression, or "the value" where it is too long to stand in a sentence. */
export function nameOf(expr: Expr): string {
  const text = showExpr(expr);
  return text.length <= longest ? text : "the value";
}

/** On one line. @param min parentheses are put around what binds less tightly */
export function showExpr(expr: Expr, min: number = level.conditional): string {
  const [own, text] = show(expr);
  return own < min ? `(${text})` : text;
}

const literal = (value: boolean | number | string | null, type: Type): string =>
  value === null ? "undefined" : typeof value === "string" && type.kind === "enum" ? visible(showName(value, type)) : quoted(value);

const list = (exprs: readonly Expr[]): string => exprs.map((e) => showExpr(e)).join(", ");

function show(expr: Expr): readonly [level: number, text: string] {
  const sub = (e: Expr): string => showExpr(e, level.primary);
  const call = (object: Expr, method: string, ...args: Expr[]): readonly [number, string] => [level.primary, `${sub(object)}.${method}(${list(args)})`];
  const infix = (own: number, op: string, left: Expr, right: Expr): readonly [number, string] => [own, `${showExpr(left, own)} ${op} ${showExpr(right, own + 1)}`];
  switch (expr.kind) {
    case "literal": return [level.primary, literal(expr.value, expr.type)];
    case "local": return [level.primary, expr.name];
    case "state": return [level.primary, `${expr.when === "now" ? "this" : "next"}.${expr.field}`];
    case "not":
      if (expr.arg.kind === "eq") return infix(level.equality, "!==", expr.arg.left, expr.arg.right);
      if (expr.arg.kind === "isNone") return [level.equality, `${showExpr(expr.arg.value, level.equality)} !== undefined`];
      return [level.unary, `!${showExpr(expr.arg, level.unary)}`];
    case "connective":
      if (expr.op === "implies") return [level.primary, `implies(${list([expr.left, expr.right])})`];
      return expr.op === "and" ? infix(level.and, "&&", expr.left, expr.right) : infix(level.or, "||", expr.left, expr.right);
    case "eq": return infix(level.equality, "===", expr.left, expr.right);
    case "compare": return infix(level.relation, expr.op === "lt" ? "<" : "<=", expr.left, expr.right);
    case "arith": return showArith(expr, infix);
    case "if": return [level.conditional, `${showExpr(expr.cond, level.or)} ? ${showExpr(expr.then)} : ${showExpr(expr.else)}`];
    case "do": return [level.primary, "{ … }"];
    case "cast": return show(expr.value);
    case "record": return [level.primary, braces(named(expr.fields))];
    case "variant": {
      const discriminant = expr.type.kind === "union" ? expr.type.discriminant : "kind";
      return [level.primary, braces([`${discriminant}: ${quoted(expr.tag)}`, ...named(expr.fields)])];
    }
    case "get": return [level.primary, `${sub(expr.object)}.${expr.field}`];
    case "tag": return [level.primary, `${sub(expr.object)}.${expr.object.type.kind === "union" ? expr.object.type.discriminant : "kind"}`];
    case "isNone": return [level.equality, `${showExpr(expr.value, level.equality)} === undefined`];
    case "unwrap": return show(expr.value);
    case "extreme": return [level.primary, `${expr.end}()`];
    case "neighbour": return [level.primary, `${expr.side}(${list([expr.value])})`];
    case "at": return [level.primary, `${sub(expr.collection)}[${list([expr.key])}]`];
    case "lookup": return call(expr.map, "get", expr.key);
    case "fill": return [level.primary, `fill(${list([expr.value])})`];
    case "tabulate": return [level.primary, `tabulate((${binder(expr.local, expr.type.kind === "map" ? expr.type.key : expr.type)}) => ${showExpr(expr.body)})`];
    case "put": return call(expr.collection, isPartialMap(expr.type) ? "set" : "with", expr.key, expr.value);
    case "collection": {
      const items = `[${list(expr.items)}]`;
      return [level.primary, expr.type.kind === "seq" ? items : `new ${expr.type.kind === "bag" ? "Bag" : "Set"}(${expr.items.length === 0 ? "" : items})`];
    }
    case "entries": {
      const entries = expr.entries.map((e) => `[${list([e.key, e.value])}]`);
      return [level.primary, `new Map(${entries.length === 0 ? "" : `[${entries.join(", ")}]`})`];
    }
    case "has": return call(expr.collection, expr.collection.type.kind === "seq" ? "includes" : "has", expr.value);
    case "countOf": return call(expr.bag, "count", expr.value);
    case "size": return [level.primary, `${sub(expr.collection)}.${expr.collection.type.kind === "seq" ? "length" : "size"}`];
    case "with": return call(expr.collection, expr.op === "delete" ? "delete" : expr.type.kind === "seq" ? "push" : "add", expr.value);
    case "setOp": return call(expr.left, expr.op, expr.right);
    case "subset": return call(expr.left, "isSubsetOf", expr.right);
    case "keys": return [level.primary, `${sub(expr.map)}.keys()`];
    case "concat": return call(expr.left, "concat", expr.right);
    case "slice": return call(expr.seq, "slice", expr.from, ...(expr.to ? [expr.to] : []));
    case "indexOf": return call(expr.seq, "indexOf", expr.value);
    case "fold": case "comprehend": return [level.primary, showBinder(expr)];
    default: return assertNever(expr);
  }
}

const isPartialMap = (type: Type): boolean => type.kind === "map" && !type.total;
const named = (fields: readonly NamedExpr[]): string[] => fields.map((f) => (f.value.kind === "local" && f.value.name === f.name ? f.name : `${f.name}: ${showExpr(f.value)}`));
const braces = (parts: readonly string[]): string => (parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`);
const binder = (name: string, type: Type): string => `${name}: ${showType(type)}`;

function showArith(expr: Arith, infix: (own: number, op: string, left: Expr, right: Expr) => readonly [number, string]): readonly [number, string] {
  switch (expr.op) {
    case "add": return infix(level.sum, "+", expr.left, expr.right);
    case "sub": return infix(level.sum, "-", expr.left, expr.right);
    case "mul": return infix(level.product, "*", expr.left, expr.right);
    case "mod": return infix(level.product, "%", expr.left, expr.right);
    case "div": return [level.primary, `Math.floor(${infix(level.product, "/", expr.left, expr.right)[1]})`];
    case "min": case "max": return [level.primary, `Math.${expr.op}(${list([expr.left, expr.right])})`];
    default: return assertNever(expr.op);
  }
}

function showBinder(expr: Fold | Comprehend): string {
  const { domain } = expr;
  const body = showExpr(expr.body);
  switch (domain.kind) {
    case "type": {
      // Several variables of one quantifier are one quantifier each inside.
      const binders = [binder(expr.local, domain.type)];
      let inner = expr.body;
      while (expr.kind === "fold" && (expr.op === "forall" || expr.op === "exists") && inner.kind === "fold" && inner.op === expr.op && inner.domain.kind === "type") {
        binders.push(binder(inner.local, inner.domain.type));
        inner = inner.body;
      }
      return `${expr.op}((${binders.join(", ")}) => ${showExpr(inner)})`;
    }
    case "range": return `${expr.op}(range(${list([domain.from, domain.to])}), (${expr.local}) => ${body})`;
    case "elements":
      return domain.of.type.kind === "seq" && expr.op !== "forall" && expr.op !== "exists" && expr.op !== "count" && expr.op !== "sum"
        ? `${showExpr(domain.of, level.primary)}.${expr.op}((${expr.local}) => ${body})`
        : `${expr.op}(${showExpr(domain.of)}, (${expr.local}) => ${body})`;
    default: return assertNever(domain);
  }
}

/** Expressions of the IR as symbolic values. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import type { Expr } from "../../ir/expr.ts";
import { showType } from "../../ir/type.ts";
import { evalArith, evalCompare } from "./eval-arith.ts";
import { evalCast } from "./eval-cast.ts";
import { evalCollection } from "./eval-collections.ts";
import { evalComprehension, evalFold } from "./eval-domains.ts";
import { bind, type Context, type Env } from "./context.ts";
import { execBlock } from "./exec.ts";
import { and, equal, ff, implies, intTerm, ite, not, or, type Term, tt } from "./term.ts";
import { as, type SymValue, type SymVariant, termOf, termValue } from "./value.ts";

export function evaluate(expr: Expr, env: Env, cx: Context): SymValue {
  const { shapes } = cx;
  const value = (e: Expr): SymValue => evaluate(e, env, cx);
  const term = (e: Expr): Term => termOf(value(e));
  switch (expr.kind) {
    case "literal": return literal(expr, cx);
    case "local": return found(env.locals.get(expr.name), expr.name);
    case "state": return found((expr.when === "now" ? env.state : env.next)?.get(expr.field), expr.field);
    case "not": return termValue(not(term(expr.arg)));
    case "connective": {
      const left = term(expr.left);
      const right = (given: Term): Term => cx.under(given, [], () => term(expr.right));
      switch (expr.op) {
        case "and": return termValue(left === ff ? ff : and(left, right(left)));
        case "or": return termValue(left === tt ? tt : or(left, right(not(left))));
        case "implies": return termValue(left === ff ? tt : implies(left, right(left)));
        default: return assertNever(expr);
      }
    }
    case "eq": return termValue(shapes.equal(value(expr.left), value(expr.right), expr.left.type, expr.span));
    case "compare": return termValue(evalCompare(expr, term(expr.left), term(expr.right), cx));
    case "arith": return termValue(evalArith(expr, term(expr.left), term(expr.right), cx));
    case "if": {
      const test = term(expr.cond);
      const then = cx.under(test, [], () => (test === ff ? undefined : value(expr.then)));
      const otherwise = cx.under(not(test), [], () => (test === tt ? undefined : value(expr.else)));
      if (!then || !otherwise) return (then ?? otherwise)!;
      return shapes.ite(test, then, otherwise, expr.type, expr.span);
    }
    case "do": {
      const { result } = execBlock(expr.body, env, cx, expr.type);
      if (!result) throw new InternalError(`a block of ${showType(expr.type)} without a value`);
      return result;
    }
    case "cast": return evalCast(value(expr.value), expr.value.type, expr.type, expr.span, cx);
    case "record": return { kind: "record", fields: new Map(expr.fields.map((f) => [f.name, value(f.value)])) };
    case "variant": {
      if (expr.type.kind !== "union") throw new InternalError("a variant of no union");
      const fields = new Map(expr.fields.map((f) => [f.name, value(f.value)]));
      return { kind: "union", variants: new Map(expr.type.variants.map((v): [string, SymVariant] => [
        v.tag, v.tag === expr.tag ? { is: tt, fields } : { is: ff, fields: new Map(v.fields.map((f) => [f.name, shapes.any(f.type, expr.span)])) },
      ])) };
    }
    case "get": return field(value(expr.object), expr, cx);
    case "tag": {
      if (expr.type.kind !== "enum") throw new InternalError("a tag of no union");
      const { type } = expr;
      const cases = [...as("union", value(expr.object)).variants].filter(([, v]) => v.is !== ff);
      const last = cases[cases.length - 1];
      return termValue(cases.slice(0, -1).reduceRight((rest, [t, v]) => ite(v.is, shapes.sorts.member(type, t), rest), shapes.sorts.member(type, last[0])));
    }
    case "isNone": return termValue(not(as("option", value(expr.value)).some));
    case "unwrap": {
      const o = as("option", value(expr.value));
      cx.fail(not(o.some), "undefined", expr.span);
      return o.value;
    }
    case "extreme": case "neighbour": return order(expr, expr.kind === "neighbour" ? term(expr.value) : "", cx);
    case "fold": return evalFold(expr, env, cx);
    case "comprehend": return evalComprehension(expr, env, cx);
    case "tabulate": {
      if (expr.type.kind !== "map") throw new InternalError("a table of no map");
      // Each key is evaluated where it is looked up; that all of them can be is checked once, here.
      for (const a of shapes.alternatives(expr.type.key, expr.span)) {
        cx.under(a.where, a.vars, () => evaluate(expr.body, bind(env, expr.local, a.value), cx));
      }
      return { kind: "map", at: (k) => cx.observe(() => evaluate(expr.body, bind(env, expr.local, k), cx)).value };
    }
    case "at": case "lookup": case "fill": case "put": case "collection": case "entries": case "has": case "countOf":
    case "size": case "with": case "setOp": case "subset": case "keys": case "concat": case "slice": case "indexOf":
      return evalCollection(expr, value, cx);
    default: return assertNever(expr);
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new InternalError(`no value for ${name}`);
  return value;
}

function literal(expr: Extract<Expr, { kind: "literal" }>, cx: Context): SymValue {
  const { value, type } = expr;
  if (type.kind === "option") return { kind: "option", some: ff, value: cx.shapes.any(type.of, expr.span) };
  if (typeof value === "boolean") return termValue(value ? tt : ff);
  if (typeof value === "number") return termValue(intTerm(value));
  if (type.kind !== "enum" || value === null) throw new InternalError(`literal ${value} of ${showType(type)}`);
  return termValue(cx.shapes.sorts.member(type, value));
}

/** A field of a record, or of whichever variant is at hand. */
function field(object: SymValue, expr: Extract<Expr, { kind: "get" }>, cx: Context): SymValue {
  if (object.kind === "record") return found(object.fields.get(expr.field), expr.field);
  const owner = expr.object.type;
  if (owner.kind !== "union") throw new InternalError("a field of no record");
  const variants = [...as("union", object).variants];
  const having = variants.filter(([, v]) => v.fields.has(expr.field) && v.is !== ff);
  cx.fail(and(...having.map(([, v]) => not(v.is))), "variant", expr.span);
  if (having.length === 0) return cx.shapes.any(expr.type, expr.span);
  const cases = having.map(([tag, v]) => {
    const declared = owner.variants.find((w) => w.tag === tag)!.fields.find((f) => f.name === expr.field)!.type;
    return { is: v.is, value: evalCast(v.fields.get(expr.field)!, declared, expr.type, expr.span, cx) };
  });
  return cases.slice(0, -1).reduceRight((rest, c) => cx.shapes.ite(c.is, c.value, rest, expr.type, expr.span), cases[cases.length - 1].value);
}

/** First and last are known by their order; a neighbour is a function with the axioms of one. */
function order(expr: Extract<Expr, { kind: "extreme" | "neighbour" }>, of: Term, cx: Context): SymValue {
  const { sorts } = cx.shapes;
  if (expr.kind === "extreme") {
    if (expr.type.kind !== "sort") throw new InternalError("an end of no order");
    return termValue(sorts.end(expr.type, expr.end));
  }
  if (expr.value.type.kind !== "sort") throw new InternalError("a neighbour in no order");
  const type = expr.value.type;
  return { kind: "option", some: not(equal(of, sorts.end(type, expr.side === "next" ? "last" : "first"))), value: termValue(sorts.neighbour(type, expr.side, of)) };
}

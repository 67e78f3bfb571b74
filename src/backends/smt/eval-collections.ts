/** Maps, sets, bags and sequences: each operation is a new function over the old one. */
import { assertNever, InternalError } from "../../base/assert-never.ts";
import { elementType } from "../../ir/build.ts";
import type { Expr } from "../../ir/expr.ts";
import { showType, type Type } from "../../ir/type.ts";
import type { Context } from "./context.ts";
import { and, equal, exists, ff, implies, intTerm, isIntTerm, ite, le, lt, minus, not, or, plus, sum, type Term, tt } from "./term.ts";
import { membership } from "./eval-domains.ts";
import { Unsupported } from "./unsupported.ts";
import { as, type SymValue, termOf, termValue } from "./value.ts";

type CollectionExpr = Extract<Expr, { kind: "at" | "lookup" | "fill" | "put" | "collection" | "entries" | "has" | "countOf" | "size" | "with" | "setOp" | "subset" | "keys" | "concat" | "slice" | "indexOf" }>;

export function evalCollection(expr: CollectionExpr, value: (e: Expr) => SymValue, cx: Context): SymValue {
  const { shapes } = cx;
  const { span } = expr;
  const same = (type: Type) => (a: SymValue, b: SymValue): Term => shapes.equal(a, b, type, span);
  switch (expr.kind) {
    case "at": {
      const c = value(expr.collection);
      const key = value(expr.key);
      if (c.kind === "map") return c.at(key);
      const s = as("seq", c);
      cx.fail(not(within(termOf(key), s.length)), "index", span);
      return s.at(termOf(key));
    }
    case "lookup": return as("map", value(expr.map)).at(value(expr.key));
    case "fill": {
      const all = value(expr.value);
      return { kind: "map", at: () => all };
    }
    case "put": {
      const c = value(expr.collection);
      const key = value(expr.key);
      const given = value(expr.value);
      const { type } = expr;
      if (c.kind === "seq" && type.kind === "seq") {
        const index = termOf(key);
        cx.fail(not(within(index, c.length)), "index", span);
        return { kind: "seq", length: c.length, at: (i) => shapes.ite(equal(i, index, isIntTerm), given, c.at(i), type.of, span) };
      }
      if (type.kind !== "map") throw new InternalError(`put into ${showType(type)}`);
      return update(as("map", c), type, [{ key, value: given }], cx, expr);
    }
    case "entries": {
      if (expr.type.kind !== "map") throw new InternalError("entries of no map");
      const of = expr.type.value;
      const none: SymValue = { kind: "option", some: ff, value: shapes.any(of, span) };
      return update({ kind: "map", at: () => none }, expr.type, expr.entries.map((e) => ({ key: value(e.key), value: value(e.value) })), cx, expr);
    }
    case "keys": {
      const m = as("map", value(expr.map));
      return { kind: "set", has: (k) => as("option", m.at(k)).some };
    }
    case "collection": {
      const { type } = expr;
      const items = expr.items.map(value);
      if (type.kind === "seq") {
        const last = items[items.length - 1] ?? shapes.any(type.of, span);
        return {
          kind: "seq", length: `${items.length}`,
          at: (i) => items.slice(0, -1).reduceRight((rest, x, n) => shapes.ite(equal(i, `${n}`, isIntTerm), x, rest, type.of, span), last),
        };
      }
      if (type.kind === "bag") {
        const count = (x: SymValue): Term => sum(items.map((y) => ite(same(type.of)(x, y), "1", "0")));
        if (typeof type.max === "number" && items.length > type.max) cx.fail(or(...items.map((x) => `(< ${type.max} ${count(x)})`)), "capacity", span);
        return { kind: "bag", count };
      }
      if (type.kind !== "set") throw new InternalError(`a collection of ${showType(type)}`);
      return { kind: "set", has: (x) => or(...items.map((y) => same(type.of)(x, y))) };
    }
    case "has": {
      const x = value(expr.value);
      const c = value(expr.collection);
      const { type } = expr.collection;
      switch (c.kind) {
        case "set": return termValue(c.has(x));
        case "map": return termValue(type.kind === "map" && type.total ? tt : as("option", c.at(x)).some);
        case "bag": return termValue(`(< 0 ${c.count(x)})`);
        case "seq": {
          if (type.kind !== "seq") throw new InternalError("a sequence of no type");
          return termValue(or(...shapes.positions(c.length, type.max).map((p) => exists(p.vars, and(p.where, same(type.of)(c.at(p.index), x))))));
        }
        case "term":
          if (type.kind !== "majority") throw new InternalError("membership in a scalar");
          return termValue(shapes.sorts.inMajority(type.of, c.term, termOf(x)));
        default: throw new InternalError(`membership in a ${c.kind}`);
      }
    }
    case "countOf": return termValue(as("bag", value(expr.bag)).count(value(expr.value)));
    case "size": {
      const c = value(expr.collection);
      if (c.kind === "seq") return termValue(c.length);
      const members = shapes.alternatives(elementType(expr.collection.type), span);
      if (members.every((a) => a.vars.length === 0)) return termValue(sum(members.map((a) => copies(c, a.value, expr.collection.type, cx))));
      throw new Unsupported("the size of a collection without a bound: compare with `forall` or `exists` instead, or use a Majority", span);
    }
    case "with": {
      const c = value(expr.collection);
      const x = value(expr.value);
      const { type } = expr;
      const add = expr.op === "add";
      if (c.kind === "set" && type.kind === "set") return { kind: "set", has: (y) => (add ? or(c.has(y), same(type.of)(y, x)) : and(c.has(y), not(same(type.of)(y, x)))) };
      if (c.kind === "bag" && type.kind === "bag") {
        return { kind: "bag", count: (y) => {
          const n = c.count(y);
          return ite(same(type.of)(y, x), add ? `(+ ${n} 1)` : `(ite (< 0 ${n}) (- ${n} 1) 0)`, n);
        } };
      }
      if (c.kind === "seq" && type.kind === "seq") {
        return { kind: "seq", length: plus(c.length, "1"), at: (i) => shapes.ite(equal(i, c.length, isIntTerm), x, c.at(i), type.of, span) };
      }
      if (type.kind !== "map") throw new InternalError(`with on ${showType(type)}`);
      const none: SymValue = { kind: "option", some: ff, value: shapes.any(type.value, span) };
      return { kind: "map", at: (k) => shapes.ite(same(type.key)(k, x), none, as("map", c).at(k), { kind: "option", of: type.value }, span) };
    }
    case "setOp": {
      const l = as("set", value(expr.left)), r = as("set", value(expr.right));
      const join = {
        union: or, intersection: and,
        difference: (a: Term, b: Term) => and(a, not(b)),
        symmetricDifference: (a: Term, b: Term) => not(equal(a, b)),
      }[expr.op];
      return { kind: "set", has: (x) => join(l.has(x), r.has(x)) };
    }
    case "subset": {
      const { type } = expr.left;
      if (type.kind !== "set") throw new InternalError("a subset of no set");
      const l = as("set", value(expr.left)), r = as("set", value(expr.right));
      return termValue(shapes.forall(type.of, (x) => implies(l.has(x), r.has(x)), span));
    }
    case "concat": {
      const { type } = expr;
      if (type.kind !== "seq") throw new InternalError("a concatenation of no sequence");
      const l = as("seq", value(expr.left)), r = as("seq", value(expr.right));
      return { kind: "seq", length: plus(l.length, r.length), at: (i) => shapes.ite(lt(i, l.length), l.at(i), r.at(minus(i, l.length)), type.of, span) };
    }
    case "slice": {
      const s = as("seq", value(expr.seq));
      const clamp = (e: Expr): Term => {
        const i = termOf(value(e));
        if (/^\d+$/.test(i)) return i === "0" ? "0" : ite(`(< ${i} ${s.length})`, i, s.length);
        const fromEnd = `(+ ${s.length} ${i})`;
        return ite(`(< ${i} 0)`, ite(`(< ${fromEnd} 0)`, "0", fromEnd), ite(`(< ${i} ${s.length})`, i, s.length));
      };
      const from = clamp(expr.from);
      const to = expr.to ? clamp(expr.to) : s.length;
      return { kind: "seq", length: ite(lt(from, to), minus(to, from), "0"), at: (i) => s.at(plus(i, from)) };
    }
    case "indexOf": {
      const { type } = expr.seq;
      if (type.kind !== "seq") throw new InternalError("an index in no sequence");
      const s = as("seq", value(expr.seq));
      const x = value(expr.value);
      const all = shapes.positions(s.length, type.max);
      if (all.every((p) => p.vars.length === 0)) {
        return termValue(all.reduceRight((rest, p) => ite(and(p.where, same(type.of)(s.at(p.index), x)), p.index, rest), intTerm(-1)));
      }
      throw new Unsupported("the index of a value in a sequence: say `exists` over `range(0, …)` instead", span);
    }
    default: return assertNever(expr);
  }
}

const within = (i: Term, length: Term): Term => and(le("0", i), lt(i, length));

/** How often a value is in a collection other than a sequence. */
function copies(c: SymValue, x: SymValue, type: Type, cx: Context): Term {
  if (c.kind === "bag") return c.count(x);
  return type.kind === "map" && type.total ? "1" : ite(membership(c, type, cx)(x), "1", "0");
}

/** A map with other values at some keys, the last entry first. */
function update(map: Extract<SymValue, { kind: "map" }>, type: Extract<Type, { kind: "map" }>, changes: readonly { key: SymValue; value: SymValue }[], cx: Context, { span }: Expr): SymValue {
  const held = (v: SymValue): SymValue => (type.total ? v : { kind: "option", some: tt, value: v });
  const of: Type = type.total ? type.value : { kind: "option", of: type.value };
  return { kind: "map", at: (k) => changes.reduce((rest, c) => cx.shapes.ite(cx.shapes.equal(k, c.key, type.key, span), held(c.value), rest, of, span), map.at(k)) };
}


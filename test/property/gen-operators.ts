/** For each type, the operators that give a value of it. */
import * as b from "../../src/ir/build.ts";
import type { Domain, Expr } from "../../src/ir/expr.ts";
import { sameType, sort as sortNamed } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import type { ExprGen, Scope } from "./gen-expr.ts";

type Maker = () => Expr;
type Weighted = readonly (readonly [number, Maker])[];

/** An operator applied to random parts; its type can (nearly always) be cast to the one wanted. */
export function anyExpr(g: ExprGen, type: t.Type, s: Scope, depth: number): Expr {
  return g.c.weighted([...special(g, type, s, depth), ...general(g, type, s, depth)])();
}

/** What gives any type. */
function general(g: ExprGen, type: t.Type, s: Scope, depth: number): Weighted {
  const { c } = g;
  const span = g.span();
  const fails = (): boolean => c.chance(g.risk);
  const makers: [number, Maker][] = [
    [1, () => b.cond(g.bool(s, depth), g.expr(type, s, depth), g.expr(type, s, depth), span)],
    [1, () => b.doExpr(g.stmts({ ...s, doDepth: s.doDepth + 1, require: false }, Math.min(depth, 1), type), type, span)],
    [1, () => {
      const value = g.expr(t.option(type), s, depth);
      // An option of an option is an option.
      if (type.kind === "option") return value;
      const again = value.kind === "state" || value.kind === "local";
      if (fails()) return b.unwrap(value, span);
      if (!again) return g.expr(type, s, 0);
      return b.cond(b.isNone(value, g.span()), g.plain(type, s), b.unwrap(value, span), g.span());
    }],
  ];
  const key = g.types.small(4);
  makers.push([1, () => b.at(g.expr(t.mapOf(key, type, true), s, depth - 1), g.expr(key, s, depth), span)]);
  makers.push([1, () => {
    const seq = g.source((x) => x.kind === "seq" && b.castable(x.of, type), t.seqOf(type, 2), s, depth);
    const index = g.expr(t.int(0, 1), s, depth - 1);
    if (fails()) return b.at(seq, index, span);
    const again = (e: Expr): boolean => e.kind === "state" || e.kind === "local" || e.kind === "literal" || (e.kind === "cast" && again(e.value));
    if (!again(seq) || !again(index)) return g.expr(type, s, 0);
    return b.cond(b.compare("lt", index, b.size(seq, g.span()), g.span()), b.coerce(b.at(seq, index, span), type), g.plain(type, s), g.span());
  }]);
  const holder = g.types.anyWhere((x) => fieldsOf(x).some((f) => fits(b.fieldType(x, f), type)), t.bool);
  if (holder.kind === "record" || holder.kind === "union") {
    makers.push([2, () => {
      const object = g.source((x) => sameType(x, holder), holder, s, depth);
      const field = c.pick(fieldsOf(holder).filter((f) => fits(b.fieldType(holder, f), type)));
      const read = b.get(object, field, span);
      if (holder.kind === "record" || fails()) return read;
      if (object.kind !== "state" && object.kind !== "local") return g.expr(type, s, 0);
      const having = holder.variants.filter((v) => v.fields.some((f) => f.name === field)).map((v) => v.tag);
      const test = having.map((tag) => b.eq(b.tag(object, g.span()), b.enumLit(tag, g.span()), g.span())).reduce((x, y) => b.connective("or", x, y, g.span()));
      return b.cond(test, b.coerce(read, type), g.plain(type, s), g.span());
    }]);
  }
  return makers;
}

const fieldsOf = (type: t.Type): string[] =>
  type.kind === "record" ? type.fields.map((f) => f.name) : type.kind === "union" ? [...new Set(type.variants.flatMap((v) => v.fields.map((f) => f.name)))] : [];
const fits = (from: t.Type | undefined, to: t.Type): boolean => from !== undefined && b.castable(from, to);

function special(g: ExprGen, type: t.Type, s: Scope, depth: number): Weighted {
  switch (type.kind) {
    case "bool": return booleans(g, s, depth);
    case "int": return integers(g, type, s, depth);
    case "enum": {
      const unions = g.types.pool.filter((x) => x.kind === "union" && b.castable(t.tagType(x), type));
      return unions.length === 0 ? [] : [[3, () => b.tag(g.expr(g.c.pick(unions), s, depth), g.span())]];
    }
    case "sort": {
      if (!g.isOrdered(type)) return [];
      return [[2, () => b.extreme(g.c.pick(["first", "last"] as const), type, g.span())]];
    }
    case "majority": return [];
    case "record": return [[4, () => b.recordLit(type, type.fields.map((f) => ({ name: f.name, value: g.expr(f.type, s, depth) })), g.span())]];
    case "union": return [[4, () => {
      const v = g.c.pick(type.variants);
      return b.variantLit(type, v.tag, v.fields.map((f) => ({ name: f.name, value: g.expr(f.type, s, depth) })), g.span());
    }]];
    case "option": return options(g, type, s, depth);
    case "set": return sets(g, type, s, depth);
    case "bag": return [
      [2, () => b.collection(type, g.c.times(0, 2, () => g.expr(type.of, s, depth)), g.span())],
      [4, () => b.withItem(g.c.pick(["delete", "add"] as const), g.expr(type, s, depth), g.expr(type.of, s, depth), g.span())],
    ];
    case "map": return maps(g, type, s, depth);
    case "seq": return sequences(g, type, s, depth);
  }
}

function booleans(g: ExprGen, s: Scope, depth: number): Weighted {
  const { c, types } = g;
  const anyOf = (type: t.Type): Expr => g.expr(type, s, depth);
  const span = g.span();
  const collection = (): Expr => g.source((x) => x.kind === "set" || x.kind === "bag" || x.kind === "seq" || x.kind === "majority" || (x.kind === "map" && !x.total), t.setOf(t.bool), s, depth);
  const set = (): Expr => g.source((x) => x.kind === "set" || x.kind === "majority", t.setOf(t.int(0, 2)), s, depth);
  return [
    [4, () => {
      const of = types.any(), other = types.anyWhere((x) => b.join(x, of) !== undefined, of);
      return b.eq(anyOf(of), anyOf(c.chance(30) ? other : of), span);
    }],
    [3, () => b.compare(c.pick(["lt", "le"] as const), anyOf(t.int(0, 3)), anyOf(t.int(-1, 2)), span)],
    [1, () => {
      const order = sortNamed(types.sorts.find((x) => x.ordered)!.name);
      return b.compare(c.pick(["lt", "le"] as const), anyOf(order), anyOf(order), span);
    }],
    [2, () => b.not(g.bool(s, depth), span)],
    [4, () => b.connective(c.pick(["and", "or", "implies"] as const), g.bool(s, depth), g.bool(s, depth), span)],
    [2, () => b.isNone(g.source((x) => x.kind === "option", t.option(t.bool), s, depth), span)],
    [4, () => {
      const from = collection();
      return b.has(from, anyOf(b.elementType(from.type)), span);
    }],
    [2, () => {
      const left = set(), of = b.elementType(left.type);
      return b.subset(left, anyOf(t.setOf(of)), span);
    }],
    [5, () => {
      const domain = g.domain(s, depth);
      return g.bound(domain, s, (name, inner) => b.fold(c.pick(["forall", "exists"] as const), name, domain, g.selects(name, inner, depth), span));
    }],
  ];
}

function integers(g: ExprGen, type: t.IntType, s: Scope, depth: number): Weighted {
  const { c } = g;
  const span = g.span();
  const operand = (): Expr => g.expr(c.pick([type, t.int(0, 2), t.int(-2, 2)]), s, depth);
  // In the bounds most of the time.
  const within = (e: Expr): Expr => {
    if (type.lo === null || type.hi === null || c.chance(g.risk)) return e;
    const low = b.arith("max", e, b.intLit(type.lo, g.span()), g.span());
    return b.arith("min", low, b.intLit(type.hi, g.span()), g.span());
  };
  const folded = (op: "count" | "sum"): Expr => {
    const domain = g.domain(s, depth);
    return g.bound(domain, s, (name, inner) => b.fold(op, name, domain, op === "sum" ? g.expr(t.int(-1, 2), inner, depth) : g.selects(name, inner, depth), span));
  };
  const seq = (): Expr => g.source((x) => x.kind === "seq", t.seqOf(t.bool, 2), s, depth);
  return [
    [5, () => within(b.arith(c.pick(["add", "sub", "mul", "min", "max"] as const), operand(), operand(), span))],
    [2, () => within(b.arith(c.pick(["div", "mod"] as const), operand(), c.chance(g.risk) ? operand() : b.intLit(c.pick([2, 3, -2]), g.span()), span))],
    [3, () => within(b.size(g.source((x) => ["set", "bag", "map", "majority", "seq"].includes(x.kind), t.setOf(t.bool), s, depth), span))],
    [1, () => {
      const bag = g.source((x) => x.kind === "bag", t.bagOf(t.bool, 2), s, depth);
      return within(b.countOf(bag, g.expr(b.elementType(bag.type), s, depth), span));
    }],
    [2, () => {
      const from = seq();
      return within(b.indexOf(from, g.expr(b.elementType(from.type), s, depth), span));
    }],
    [2, () => {
      const domain: Domain = { kind: "elements", of: seq() };
      return within(g.bound(domain, s, (name, inner) => b.fold("findIndex", name, domain, g.selects(name, inner, depth), span)));
    }],
    [2, () => within(folded("count"))],
    [2, () => within(folded("sum"))],
  ];
}

function options(g: ExprGen, type: t.OptionType, s: Scope, depth: number): Weighted {
  const { of } = type;
  const makers: [number, Maker][] = [[4, () => b.coerce(g.expr(of, s, depth), type)]];
  makers.push([2, () => {
    const map = g.source((x) => x.kind === "map" && !x.total && b.castable(x.value, of), t.mapOf(t.int(0, 1), of, false), s, depth);
    return b.lookup(map, g.expr(b.elementType(map.type), s, depth), g.span());
  }]);
  makers.push([2, () => {
    const domain: Domain = { kind: "elements", of: g.source((x) => x.kind === "seq" && b.castable(x.of, of), t.seqOf(of, 2), s, depth) };
    return g.bound(domain, s, (name, inner) => b.fold("find", name, domain, g.selects(name, inner, depth), g.span()));
  }]);
  if (of.kind === "sort" && g.isOrdered(of)) {
    makers.push([4, () => b.neighbour(g.c.pick(["next", "previous"] as const), g.expr(of, s, depth), g.span())]);
  }
  return makers;
}

function sets(g: ExprGen, type: t.SetType, s: Scope, depth: number): Weighted {
  const { c } = g;
  const { of } = type;
  const span = g.span();
  const makers: [number, Maker][] = [
    [3, () => b.collection(type, c.times(0, 3, () => g.expr(of, s, depth)), span)],
    [4, () => b.withItem(c.pick(["add", "delete"] as const), g.expr(type, s, depth), g.expr(of, s, depth), span)],
    [4, () => b.setOp(c.pick(["union", "intersection", "difference", "symmetricDifference"] as const), g.expr(type, s, depth), g.expr(type, s, depth), span)],
    [2, () => {
      const domain: Domain = c.chance(50) && g.types.cardinality(of) <= 45 ? { kind: "type", type: of } : { kind: "elements", of: g.expr(type, s, depth) };
      return g.bound(domain, s, (name, inner) => b.comprehend("filter", name, domain, g.selects(name, inner, depth), span));
    }],
    [2, () => {
      const domain = g.domain(s, depth);
      // Over a sequence it would give a sequence.
      if (domain.kind === "elements" && domain.of.type.kind === "seq") return g.plain(type, s);
      return g.bound(domain, s, (name, inner) => b.comprehend("map", name, domain, g.expr(of, inner, depth), span));
    }],
    [1, () => b.keys(g.expr(t.mapOf(of, t.bool, false), s, g.types.cardinality(of) <= 8 ? depth : 0), span)],
  ];
  if (of.kind === "int" && of.lo !== null && of.hi !== null) {
    const domain: Domain = { kind: "range", from: b.intLit(of.lo, g.span()), to: b.intLit(of.hi + 1, g.span()) };
    makers.push([2, () => g.bound(domain, s, (name, inner) => b.comprehend("filter", name, domain, g.selects(name, inner, depth), span))]);
  }
  if (of.kind === "sort") {
    const quorum = t.majority(of);
    makers.push([1, () => b.coerce(g.expr(quorum, s, depth), type)]);
    makers.push([1, () => b.setOp(c.pick(["union", "intersection", "difference"] as const), g.expr(quorum, s, depth), g.expr(c.pick<t.Type>([type, quorum]), s, depth), span)]);
  }
  return makers;
}

function maps(g: ExprGen, type: t.MapType, s: Scope, depth: number): Weighted {
  const put: [number, Maker] = [4, () => b.put(g.expr(type, s, depth), g.expr(type.key, s, depth), g.expr(type.value, s, depth), g.span())];
  if (!type.total) {
    return [
      put,
      [3, () => b.entries(type, g.c.times(0, 2, () => ({ key: g.expr(type.key, s, depth), value: g.expr(type.value, s, depth) })), g.span())],
      [3, () => b.withItem("delete", g.expr(type, s, depth), g.expr(type.key, s, depth), g.span())],
    ];
  }
  return [
    put,
    [2, () => b.fill(type, g.expr(type.value, s, depth), g.span())],
    [2, () => g.bound({ kind: "type", type: type.key }, s, (name, inner) => b.tabulate(type, name, g.expr(type.value, inner, depth), g.span()))],
  ];
}

function sequences(g: ExprGen, type: t.SeqType, s: Scope, depth: number): Weighted {
  const { c } = g;
  const span = g.span();
  const most = g.types.bound(type.max);
  const index = (): Expr => g.expr(c.pick([t.int(0, 2), t.int(-2, 2)]), s, depth);
  // One element more than fits now and then; else cut, or only where it fits.
  const shortened = (e: Expr): Expr => {
    if (c.chance(g.risk)) return e;
    if (c.chance(60)) return b.slice(e, b.intLit(0, g.span()), b.intLit(most, g.span()), g.span());
    const name = g.name(), made = (): Expr => b.local(name, e.type, g.span());
    return b.doExpr([
      b.letStmt(name, e, g.span()),
      b.ifStmt(b.compare("le", b.size(made(), g.span()), b.intLit(most, g.span()), g.span()), [b.returnStmt(b.coerce(made(), type), g.span())], [], g.span()),
      b.returnStmt(g.plain(type, s), g.span()),
    ], type, g.span());
  };
  return [
    [2, () => b.collection(type, c.times(0, Math.min(most + (c.chance(g.risk) ? 1 : 0), 3), () => g.expr(type.of, s, depth)), span)],
    [4, () => shortened(b.withItem("add", g.expr(type, s, depth), g.expr(type.of, s, depth), span))],
    [3, () => shortened(b.concat(g.expr(type, s, depth), g.expr(c.chance(50) ? type : t.seqOf(type.of, 1), s, depth), span))],
    [2, () => b.slice(g.expr(type, s, depth), index(), c.chance(50) ? index() : null, span)],
    [1, () => (c.chance(30 + g.risk) ? b.put(g.expr(type, s, depth), g.expr(t.int(0, 1), s, depth), g.expr(type.of, s, depth), span) : g.expr(type, s, 0))],
    [2, () => {
      const domain: Domain = { kind: "elements", of: g.expr(type, s, depth) };
      return g.bound(domain, s, (name, inner) => b.comprehend("filter", name, domain, g.selects(name, inner, depth), span));
    }],
    [2, () => {
      const domain: Domain = { kind: "elements", of: g.source((x) => x.kind === "seq", type, s, depth) };
      return shortened(g.bound(domain, s, (name, inner) => b.comprehend("map", name, domain, g.expr(type.of, inner, depth), span)));
    }],
  ];
}

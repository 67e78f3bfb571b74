/** Random expressions of the part of the language that a proof can say: no sizes without a bound, no first elements, no loops that see each other. */
import * as b from "../../src/ir/build.ts";
import type { Domain, Expr } from "../../src/ir/expr.ts";
import type { SortDecl } from "../../src/ir/protocol.ts";
import { sameType, sort as sortNamed } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import type { Choices } from "./choices.ts";
import { ExprGen, type Scope } from "./gen-expr.ts";
import { makeStmts } from "./gen-stmt.ts";
import { TypeGen } from "./gen-type.ts";

type Maker = () => Expr;

export const modes = t.enumOf(["idle", "busy", "done"]);

/** Types that small instances can hold and that become relations and functions. */
export function provableTypes(c: Choices, sorts: readonly SortDecl[], sizes: Readonly<Record<string, number>>): TypeGen {
  const keys = sorts.map((s) => sortNamed(s.name));
  const key = (): t.SortType => c.pick(keys);
  const message = t.union("kind", [
    { tag: "ask", fields: [{ name: "from", type: key() }] },
    { tag: "tell", fields: [{ name: "from", type: key() }, { name: "to", type: key() }, ...(c.chance(30) ? [{ name: "mode", type: modes }] : [])] },
    ...(c.chance(50) ? [{ tag: "stop", fields: [] }] : []),
  ]);
  const pair = t.record([{ name: "a", type: key() }, { name: "b", type: c.chance(70) ? key() : t.bool }]);
  const scalars: t.Type[] = [t.bool, modes, ...keys, t.option(key()), ...(c.chance(25) ? [t.int(0, 2)] : []), ...(c.chance(10) ? [t.int(0, null)] : [])];
  const compound = [
    t.setOf(key()), t.setOf(message), t.setOf(pair), t.mapOf(key(), t.bool, true), t.mapOf(key(), modes, true), t.mapOf(key(), c.pick(scalars), true),
    t.mapOf(key(), c.pick(scalars.slice(0, 4)), false), message, pair, ...(c.chance(20) ? [t.mapOf(key(), t.setOf(key()), true)] : []),
    ...(c.chance(15) ? [t.option(message)] : []), ...(c.chance(10) ? [t.bagOf(key(), 2)] : []),
  ];
  return new TypeGen(c, sorts, sizes, [...scalars, ...compound]);
}

export class ProvableGen extends ExprGen {
  constructor(c: Choices, types: TypeGen) {
    super(c, types, c.pick([0, 0, 0, 5]), makeStmts);
  }

  protected override operator(type: t.Type, s: Scope, depth: number): Expr {
    return this.c.weighted([...this.own(type, s, depth), ...this.general(type, s, depth)])();
  }

  /** Of an unordered sort there are no literals; what is at hand will do. */
  override plain(type: t.Type, s: Scope): Expr {
    if (type.kind !== "sort" || this.isOrdered(type)) return super.plain(type, s);
    const found = this.parts(s).filter((e) => sameType(e.type, type));
    return found.length > 0 ? this.c.pick(found) : super.plain(type, s);
  }

  /** Something finite or without a bound to range over, whose values are said by variables. */
  override domain(s: Scope, depth: number): Domain {
    const { c } = this;
    const small = this.types.pool.filter((x) => ["bool", "enum", "sort"].includes(x.kind));
    const collection = (x: t.Type): boolean => x.kind === "set" || x.kind === "majority" || (x.kind === "map" && !x.total);
    return c.weighted<() => Domain>([
      [5, () => ({ kind: "type", type: c.pick(small) })],
      [3, () => ({ kind: "elements", of: this.source(collection, this.types.anyWhere((x) => x.kind === "set", t.setOf(t.bool)), s, depth) })],
      [1, () => ({ kind: "type", type: this.types.anyWhere((x) => x.kind === "record" || x.kind === "union", t.bool) })],
    ])();
  }

  private general(type: t.Type, s: Scope, depth: number): readonly (readonly [number, Maker])[] {
    const { c } = this;
    const table = this.parts(s).filter((e) => e.type.kind === "map" && e.type.total && sameType(e.type.value, type));
    const option = this.parts(s).filter((e) => e.type.kind === "option" && sameType(e.type.of, type));
    return [
      [1, () => b.cond(this.bool(s, depth), this.expr(type, s, depth), this.expr(type, s, depth), this.span())],
      ...(table.length > 0 ? [[4, () => {
        const map = c.pick(table);
        return b.at(map, this.expr(b.elementType(map.type), s, depth - 1), this.span());
      }] as const] : []),
      ...(option.length > 0 ? [[1, () => {
        const value = c.pick(option);
        return c.chance(this.risk) ? b.unwrap(value, this.span()) : b.cond(b.isNone(value, this.span()), this.expr(type, s, 0), b.unwrap(value, this.span()), this.span());
      }] as const] : []),
    ];
  }

  private own(type: t.Type, s: Scope, depth: number): readonly (readonly [number, Maker])[] {
    const { c } = this;
    const of = (x: t.Type): Expr => this.expr(x, s, depth);
    switch (type.kind) {
      case "bool": return this.booleans(s, depth);
      case "int": return [[2, () => {
        const next = b.arith(c.pick(["add", "sub"] as const), of(type), b.intLit(1, this.span()), this.span());
        const low = type.lo === null ? next : b.arith("max", next, b.intLit(type.lo, this.span()), this.span());
        return type.hi === null ? low : b.arith("min", low, b.intLit(type.hi, this.span()), this.span());
      }]];
      case "enum": {
        const unions = this.types.pool.filter((x) => x.kind === "union" && b.castable(t.tagType(x), type));
        return unions.length === 0 ? [] : [[1, () => b.tag(of(c.pick(unions)), this.span())]];
      }
      case "sort": return this.isOrdered(type) ? [[1, () => b.extreme(c.pick(["first", "last"] as const), type, this.span())]] : [];
      case "record": return [[3, () => b.recordLit(type, type.fields.map((f) => ({ name: f.name, value: of(f.type) })), this.span())]];
      case "union": return [[3, () => {
        const v = c.pick(type.variants);
        return b.variantLit(type, v.tag, v.fields.map((f) => ({ name: f.name, value: of(f.type) })), this.span());
      }]];
      case "option": {
        const map = this.parts(s).filter((e) => e.type.kind === "map" && !e.type.total && sameType(e.type.value, type.of));
        return [
          [3, () => b.coerce(of(type.of), type)],
          ...(map.length > 0 ? [[3, () => {
            const from = c.pick(map);
            return b.lookup(from, of(b.elementType(from.type)), this.span());
          }] as const] : []),
          ...(type.of.kind === "sort" && this.isOrdered(type.of) ? [[2, () => b.neighbour(c.pick(["next", "previous"] as const), of(type.of), this.span())] as const] : []),
        ];
      }
      case "set": return [
        [2, () => b.collection(type, c.times(0, 2, () => of(type.of)), this.span())],
        [4, () => b.withItem(c.pick(["add", "add", "delete"] as const), of(type), of(type.of), this.span())],
        [1, () => b.setOp(c.pick(["union", "intersection", "difference", "symmetricDifference"] as const), of(type), of(type), this.span())],
        [2, () => {
          const domain: Domain = c.chance(50) ? { kind: "type", type: type.of } : { kind: "elements", of: of(type) };
          return this.bound(domain, s, (name, inner) => b.comprehend("filter", name, domain, this.selects(name, inner, depth), this.span()));
        }],
      ];
      case "map": return type.total ? [
        [3, () => b.put(of(type), of(type.key), of(type.value), this.span())],
        [2, () => this.bound({ kind: "type", type: type.key }, s, (name, inner) => b.tabulate(type, name, this.expr(type.value, inner, depth), this.span()))],
      ] : [
        [3, () => b.put(of(type), of(type.key), of(type.value), this.span())],
        [1, () => b.entries(type, c.times(0, 2, () => ({ key: of(type.key), value: of(type.value) })), this.span())],
        [2, () => b.withItem("delete", of(type), of(type.key), this.span())],
      ];
      case "bag": return [[4, () => b.withItem("delete", of(type), of(type.of), this.span())]];
      default: return [];
    }
  }

  private booleans(s: Scope, depth: number): readonly (readonly [number, Maker])[] {
    const { c, types } = this;
    const anyOf = (type: t.Type): Expr => this.expr(type, s, depth);
    const span = this.span();
    const scalar = (): t.Type => types.anyWhere((x) => ["enum", "sort", "option", "record", "union", "int"].includes(x.kind), modes);
    const collection = (x: t.Type): boolean => ["set", "majority", "bag"].includes(x.kind) || (x.kind === "map" && !x.total);
    const order = types.sorts.find((x) => x.ordered);
    const among = types.anyWhere((x) => x.kind === "set", t.setOf(t.bool));
    return [
      [5, () => {
        const of = scalar();
        return b.eq(this.reading(of, s) ?? anyOf(of), anyOf(of), span);
      }],
      [5, () => {
        const from = this.source(collection, among, s, 0);
        return b.has(from, anyOf(b.elementType(from.type)), span);
      }],
      [2, () => b.not(this.bool(s, depth), span)],
      [4, () => b.connective(c.pick(["and", "or", "implies"] as const), this.bool(s, depth), this.bool(s, depth), span)],
      [1, () => b.isNone(this.source((x) => x.kind === "option", t.option(t.bool), s, depth), span)],
      [1, () => {
        const left = this.source((x) => x.kind === "set" || x.kind === "majority", among, s, 0);
        return b.subset(left, anyOf(t.setOf(b.elementType(left.type))), span);
      }],
      [4, () => {
        const domain = this.domain(s, depth);
        return this.bound(domain, s, (name, inner) => b.fold(c.pick(["forall", "exists"] as const), name, domain, this.selects(name, inner, depth), span));
      }],
      ...(order ? [[2, () => b.compare(c.pick(["lt", "le"] as const), anyOf(sortNamed(order.name)), anyOf(sortNamed(order.name)), span)] as const] : []),
      ...(types.pool.some((x) => x.kind === "int") ? [[1, () => b.compare(c.pick(["lt", "le"] as const), anyOf(t.int(0, 2)), anyOf(t.int(0, 2)), span)] as const] : []),
    ];
  }
}

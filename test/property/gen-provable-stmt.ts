/** Random bodies of actions whose loops are independent rounds or over something finite. */
import * as b from "../../src/ir/build.ts";
import type { Domain, Expr, Stmt } from "../../src/ir/expr.ts";
import * as t from "../../src/ir/type.ts";
import { type Scope, withLocal } from "./gen-expr.ts";
import type { ProvableGen } from "./gen-provable.ts";

type Field = Scope["fields"][number];

export function provableBody(g: ProvableGen, s: Scope): Stmt[] {
  const { c } = g;
  const guards = s.require ? c.times(0, 2, () => b.require(g.bool(s, 2), g.span())) : [];
  return [...guards, ...effects(g, s, 2, 2)];
}

function effects(g: ProvableGen, s: Scope, most: number, depth: number): Stmt[] {
  return g.c.times(1, most, () => effect(g, s, depth)).flat();
}

/** A change of one field, or of several under a condition. */
function effect(g: ProvableGen, s: Scope, depth: number): Stmt[] {
  const { c } = g;
  const variables = s.fields.filter((f) => f.variable);
  if (variables.length === 0) return [];
  const f = c.pick(variables);
  const makers: [number, () => Stmt[]][] = [[8, () => [change(g, s, f)]]];
  if (depth > 0) {
    makers.push([2, () => [b.ifStmt(g.bool(s, 1), effects(g, s, 2, depth - 1), c.chance(50) ? effects(g, s, 1, depth - 1) : [], g.span())]]);
    makers.push([1, () => [b.ifStmt(g.bool(s, 1), [b.returnStmt(null, g.span())], [], g.span()), change(g, s, f)]]);
    makers.push([1, () => {
      const name = g.name();
      return [b.letStmt(name, b.stateRead(f.name, f.type, "now", g.span()), g.span()), ...effects(g, withLocal(s, name, f.type), 2, 0)];
    }]);
  }
  const table = variables.filter((x) => x.type.kind === "map" && x.type.total), sets = variables.filter((x) => x.type.kind === "set");
  if (table.length + sets.length > 0) makers.push([3, () => [loop(g, s, c.pick([...table, ...sets]))]]);
  return c.weighted(makers)();
}

const rootOf = (f: Field) => ({ kind: "state" as const, name: f.name, type: f.type });

function change(g: ProvableGen, s: Scope, f: Field): Stmt {
  const { c } = g;
  const now = (): Expr => b.stateRead(f.name, f.type, "now", g.span());
  const whole = (value: Expr): Stmt => b.assign(b.place(rootOf(f)), value, g.span());
  const { type } = f;
  if (c.chance(15)) return whole(g.expr(type, s, 2));
  switch (type.kind) {
    case "set": return whole(b.withItem(c.pick(["add", "add", "delete"] as const), now(), g.expr(type.of, s, 1), g.span()));
    case "bag": return whole(b.withItem("delete", now(), g.expr(type.of, s, 1), g.span()));
    case "map": {
      const key = g.expr(type.key, s, 0);
      if (!type.total) return whole(c.chance(30) ? b.withItem("delete", now(), key, g.span()) : b.put(now(), key, g.expr(type.value, s, 1), g.span()));
      const { value } = type;
      const at = b.place(rootOf(f), [{ kind: "at", key, span: g.span() }]);
      const added = value.kind === "set" && key.kind === "local" ? b.withItem("add", b.at(now(), key, g.span()), g.expr(value.of, s, 1), g.span()) : g.expr(value, s, 1);
      return b.assign(at, added, g.span());
    }
    case "record": {
      const field = c.pick(type.fields);
      return b.assign(b.place(rootOf(f), [{ kind: "get", field: field.name, span: g.span() }]), g.expr(field.type, s, 1), g.span());
    }
    default: return whole(g.expr(type, s, 1));
  }
}

/** Each round writes its own element, or adds. What it reads, no round writes. */
function loop(g: ProvableGen, s: Scope, f: Field): Stmt {
  const { c } = g;
  const name = g.name();
  const others = (inner: Scope): Scope => ({ ...inner, fields: inner.fields.filter((x) => x.name !== f.name) });
  if (f.type.kind === "map") {
    const { key, value } = f.type;
    const domain: Domain = c.chance(60) ? { kind: "type", type: key } : { kind: "elements", of: g.expr(t.setOf(key), s, 1) };
    const inner = others(withLocal(s, name, key));
    const own = b.place(rootOf(f), [{ kind: "at", key: b.local(name, key, g.span()), span: g.span() }]);
    const write = b.assign(own, g.expr(value, inner, 1), g.span());
    const guard = c.chance(15) && s.require ? [b.require(g.bool(inner, 1), g.span())] : [];
    return b.forStmt(name, domain, [...guard, c.chance(40) ? b.ifStmt(g.bool(inner, 1), [write], [], g.span()) : write], g.span());
  }
  const set = f.type as t.SetType;
  const domain = g.domain({ ...s, fields: s.fields.filter((x) => x.name !== f.name) }, 1);
  const inner = others(withLocal(s, name, b.domainType(domain)));
  const add = b.assign(b.place(rootOf(f)), b.withItem("add", b.stateRead(f.name, f.type, "now", g.span()), g.expr(set.of, inner, 1), g.span()), g.span());
  return b.forStmt(name, domain, [c.chance(40) ? b.ifStmt(g.bool(inner, 1), [add], [], g.span()) : add], g.span());
}

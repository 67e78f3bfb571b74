/** Random statements. */
import * as b from "../../src/ir/build.ts";
import type { Domain, Expr, PathStep, Place, Stmt } from "../../src/ir/expr.ts";
import * as t from "../../src/ir/type.ts";
import { mapType } from "../../src/ir/visit-type.ts";
import { type ExprGen, isIterable, type Scope, withLocal } from "./gen-expr.ts";

interface Within {
  readonly loop: boolean;
  /** In a `do`: the type of what is returned. */
  readonly returns: t.Type | null;
}

/** The body of an action (`returns` null) or `do` (which always returns). */
export function makeStmts(g: ExprGen, s: Scope, depth: number, returns: t.Type | null): Stmt[] {
  const within: Within = { loop: false, returns };
  if (!returns) {
    const guards = s.require ? g.c.times(0, 1, () => b.require(g.bool(s, depth), g.span())) : [];
    const places = assignable(s);
    const effect = places.length > 0 ? [assignment(g, s, depth, g.c.pick(places))] : [];
    return [...guards, ...effect, ...list(g, s, depth, within, 3)[0]];
  }
  const [body, inner] = list(g, s, depth, within, 2);
  return [...body, b.returnStmt(g.expr(returns, inner, depth), g.span())];
}

function list(g: ExprGen, s: Scope, depth: number, within: Within, most: number): [Stmt[], Scope] {
  const body: Stmt[] = [];
  let scope = s;
  const count = g.c.between(1, most);
  for (let i = 0; i < count; i++) {
    const made = stmt(g, scope, depth, within);
    body.push(made);
    if (made.kind === "let") scope = withLocal(scope, made.name, made.value.type, made.mutable);
  }
  return [body, scope];
}

function stmt(g: ExprGen, s: Scope, depth: number, within: Within): Stmt {
  const { c } = g;
  const span = g.span();
  const under = (inner: Scope, w: Within, most = 2): Stmt[] => list(g, inner, depth - 1, w, most)[0];
  const makers: [number, () => Stmt][] = [[3, () => let_(g, s, depth)]];
  const places = assignable(s);
  if (places.length > 0) makers.unshift([10, () => assignment(g, s, depth, c.pick(places))]);
  if (s.require && s.doDepth === 0) makers.push([1, () => b.require(g.bool(s, depth), span)]);
  if (depth > 0) {
    makers.push([4, () => b.ifStmt(g.bool(s, depth), under(s, within), c.chance(50) ? under(s, within) : [], span)]);
    makers.push([3, () => {
      const over = places.filter((p) => isIterable(p.type));
      const root = over.length > 0 && c.chance(40) ? c.pick(over) : null;
      const domain: Domain = root ? { kind: "elements", of: b.read(b.place(root), g.span()) } : g.domain(s, depth - 1);
      return g.bound(domain, s, (name, inner) => {
        // The loop goes over what was there before it.
        const change = root ? [assignment(g, inner, depth - 1, root)] : [];
        const inLoop: Within = { ...within, loop: true };
        const leave = c.chance(40) ? [b.ifStmt(g.bool(inner, 1), [leaving(g, inner, 0, inLoop)()], [], g.span())] : [];
        return b.forStmt(name, domain, [...change, ...leave, ...under(inner, inLoop)], span);
      });
    }]);
    makers.push([1, () => b.block(under(s, { loop: false, returns: null }), span)]);
  }
  const leave = leaving(g, s, depth, within);
  makers.push([within.loop ? 3 : 1, () => (c.chance(80) ? b.ifStmt(g.bool(s, Math.max(depth, 1)), [leave()], [], span) : leave())]);
  return c.weighted(makers)();
}

function leaving(g: ExprGen, s: Scope, depth: number, within: Within): () => Stmt {
  const ways: (() => Stmt)[] = [() => b.returnStmt(within.returns && g.expr(within.returns, s, depth), g.span())];
  if (within.loop) ways.unshift(() => ({ kind: "break", span: g.span() }), () => ({ kind: "continue", span: g.span() }));
  return () => g.c.pick(ways)();
}

function let_(g: ExprGen, s: Scope, depth: number): Stmt {
  const name = g.name();
  // Often what a field is now, to be compared with what it becomes.
  const copied = g.c.chance(30) && s.fields.length > 0 ? g.c.pick(s.fields) : null;
  const value = copied ? b.stateRead(copied.name, copied.type, "now", g.span()) : g.expr(g.types.any(), s, depth);
  // An immutable local may have a narrower type than anyone wrote.
  return g.c.chance(50) ? b.letStmt(name, value, g.span(), true) : b.letStmt(name, value.kind === "cast" && g.c.chance(50) ? value.value : value, g.span());
}

function assignable(s: Scope): Place["root"][] {
  const locals = s.locals.filter((l) => l.mutable && l.depth === s.doDepth).map((l): Place["root"] => ({ kind: "local", name: l.name, type: l.type }));
  if (s.doDepth > 0 || !s.writes) return locals;
  return [...s.fields.filter((f) => f.variable).map((f): Place["root"] => ({ kind: "state", name: f.name, type: f.type })), ...locals];
}

function assignment(g: ExprGen, s: Scope, depth: number, root: Place["root"]): Stmt {
  const place = descend(g, s, b.place(root));
  const old = b.read(place, g.span());
  // Often a change of what is there, as `add`, `push` and `+=` are.
  const value: Expr = g.c.chance(50) && place.path.every((step) => step.kind !== "at" || isName(step.key)) ? changed(g, s, depth, old) : g.expr(place.type, s, depth);
  return b.assign(place, value, g.span());
}

/** What may be written twice without declaring a local twice. */
const isName = (e: Expr): boolean => e.kind === "local" || e.kind === "state" || e.kind === "literal" || (e.kind === "cast" && isName(e.value));

function changed(g: ExprGen, s: Scope, depth: number, old: Expr): Expr {
  const { type } = old;
  const of = (): Expr => g.expr(b.elementType(type), s, depth);
  switch (type.kind) {
    case "int": {
      const next = b.arith(g.c.pick(["add", "sub"] as const), old, b.intLit(1, g.span()), g.span());
      if (type.lo !== 0 || type.hi === null || g.c.chance(g.risk)) return next;
      // Round and round.
      const turned = b.arith("add", next, b.intLit(type.hi + 1, g.span()), g.span());
      return b.arith("mod", turned, b.intLit(type.hi + 1, g.span()), g.span());
    }
    case "set": case "bag": return b.withItem(g.c.pick(["add", "delete"] as const), old, of(), g.span());
    case "seq": {
      const longer = b.withItem("add", old, of(), g.span());
      if (g.c.chance(g.risk)) return longer;
      const from = g.c.chance(50) ? b.intLit(1, g.span()) : b.intLit(0, g.span());
      return b.slice(longer, from, b.intLit(g.types.bound(type.max), g.span()), g.span());
    }
    case "map": return b.put(old, of(), g.expr(type.value, s, depth), g.span());
    case "bool": return b.not(old, g.span());
    default: return g.expr(type, s, depth);
  }
}

/** Whether what fits one variant can be checked against the others. (A set cannot be checked to be a majority.) */
function writable(type: t.UnionType, field: string): boolean {
  const joined = b.fieldType(type, field);
  const bare = (x: t.Type): t.Type => mapType(x, (p) => (p.kind === "option" ? p.of : p));
  return joined !== undefined && type.variants.every((v) => v.fields.every((f) => f.name !== field || b.castable(bare(joined), bare(f.type))));
}

/** Now and then a part of the place; a part that may be missing, seldom. */
function descend(g: ExprGen, s: Scope, place: Place): Place {
  const { c } = g;
  const { type } = place;
  const into = (step: PathStep): Place => descend(g, s, b.place(place.root, [...place.path, step]));
  const span = g.span();
  switch (type.kind) {
    case "record": return c.chance(60) ? into({ kind: "get", field: c.pick(type.fields).name, span }) : place;
    case "union": {
      const shared = [...new Set(type.variants.flatMap((v) => v.fields.map((f) => f.name)))].filter((f) => writable(type, f));
      return shared.length > 0 && c.chance(g.risk * 2) ? into({ kind: "get", field: c.pick(shared), span }) : place;
    }
    case "option": return c.chance(g.risk * 2) ? into({ kind: "unwrap", span }) : place;
    case "map": return type.total && c.chance(60) ? into({ kind: "at", key: g.expr(type.key, s, c.chance(30) ? 1 : 0), span }) : place;
    case "seq": return c.chance(g.risk * 2) ? into({ kind: "at", key: g.expr(t.int(0, 1), s, 0), span }) : place;
    default: return place;
  }
}

/** What protocols are made of: a few fields, the actions that go with them, and what then is so. */
import * as b from "../../src/ir/build.ts";
import type { Expr, Stmt } from "../../src/ir/expr.ts";
import type { Action, Param, Property, PropertyKind, StateField } from "../../src/ir/protocol.ts";
import { sort as sortNamed } from "../../src/ir/type.ts";
import * as t from "../../src/ir/type.ts";
import type { Choices } from "./choices.ts";
import type { Scope } from "./gen-expr.ts";
import { modes, type ProvableGen } from "./gen-provable.ts";

/** A protocol in the making. */
export class Plan {
  readonly fields: StateField[] = [];
  readonly assumptions: Property[] = [];
  readonly inits: Action[] = [];
  readonly actions: Action[] = [];
  readonly properties: Property[] = [];
  constructor(readonly g: ProvableGen) {}

  get c(): Choices {
    return this.g.c;
  }

  scope(extra: Partial<Scope> = {}): Scope {
    const fields = this.fields.map((f) => ({ name: f.name, type: f.type, variable: f.role === "variable" }));
    return { fields, locals: [], next: false, require: false, writes: false, doDepth: 0, ...extra };
  }
  field<T extends t.Type>(type: T, initial: Expr | null, role: StateField["role"] = "variable"): Handle<T> {
    const name = `f${this.fields.length}`;
    this.fields.push({ name, type, initial: initial && b.coerce(initial, type), role, span: this.g.span() });
    return new Handle(this.g, name, type);
  }
  action(types: readonly t.Type[], body: (...args: Expr[]) => Stmt[], list = this.actions): void {
    const params: Param[] = types.map((type) => ({ name: this.g.name(), type, span: this.g.span() }));
    const made = body(...params.map((p) => b.local(p.name, p.type, this.g.span())));
    list.push({ name: `${list === this.actions ? "action" : "init"}${list.length}`, doc: "", params, body: made, span: this.g.span() });
  }
  property(kind: PropertyKind, body: Expr): void {
    const list = kind === "assume" ? this.assumptions : this.properties;
    list.push({ kind, name: `${kind}${list.length}`, doc: "", body, span: this.g.span() });
  }

  all(types: readonly t.Type[], body: (...values: Expr[]) => Expr, op: "forall" | "exists" = "forall"): Expr {
    const vars = types.map((type) => ({ name: this.g.name(), type }));
    const inner = body(...vars.map((v) => b.local(v.name, v.type, this.g.span())));
    return vars.reduceRight((rest, v) => b.fold(op, v.name, { kind: "type", type: v.type }, rest, this.g.span()), inner);
  }
  ofAll(collection: Expr, body: (value: Expr) => Expr): Expr {
    const name = this.g.name(), type = b.elementType(collection.type);
    return b.fold("forall", name, { kind: "elements", of: collection }, body(b.local(name, type, this.g.span())), this.g.span());
  }
  require = (test: Expr): Stmt => b.require(test, this.g.span());
  eq = (x: Expr, y: Expr): Expr => b.eq(x, y, this.g.span());
  not = (x: Expr): Expr => b.not(x, this.g.span());
  and = (x: Expr, y: Expr): Expr => b.connective("and", x, y, this.g.span());
  implies = (x: Expr, y: Expr): Expr => b.connective("implies", x, y, this.g.span());
  mode = (v: string): Expr => b.enumLit(v, this.g.span());
}

/** A field to be read and written. */
class Handle<T extends t.Type> {
  constructor(private readonly g: ProvableGen, private readonly name: string, readonly type: T) {}

  get now(): Expr {
    return b.stateRead(this.name, this.type, "now", this.g.span());
  }
  get next(): Expr {
    return b.stateRead(this.name, this.type, "next", this.g.span());
  }
  at = (key: Expr): Expr => b.at(this.now, key, this.g.span());
  has = (x: Expr): Expr => b.has(this.now, x, this.g.span());
  set = (value: Expr): Stmt => b.assign(b.place({ kind: "state", name: this.name, type: this.type }), value, this.g.span());
  put = (key: Expr, value: Expr): Stmt => b.assign(b.place({ kind: "state", name: this.name, type: this.type }, [{ kind: "at", key, span: this.g.span() }]), value, this.g.span());
  add = (x: Expr): Stmt => this.set(b.withItem("add", this.now, x, this.g.span()));
}

type Pattern = (p: Plan) => void;

const keySort = (p: Plan): t.SortType => sortNamed(p.c.pick(p.g.types.sorts).name);
const empty = (p: Plan, type: t.SetType): Expr => b.collection(type, [], p.g.span());

/** At most one has it. */
const owner: Pattern = (p) => {
  const n = keySort(p);
  const mode = p.field(t.mapOf(n, modes, true), b.fill(t.mapOf(n, modes, true), p.mode("idle"), p.g.span()));
  const busy = (x: Expr): Expr => p.eq(mode.at(x), p.mode("busy"));
  p.action([n], (x) => [p.require(p.all([n], (y) => p.not(busy(y)))), mode.put(x, p.mode("busy"))]);
  p.action([n], (x) => [p.require(busy(x)), mode.put(x, p.mode(p.c.pick(["idle", "done"])))]);
  p.property("invariant", p.all([n, n], (x, y) => p.implies(p.and(busy(x), busy(y)), p.eq(x, y))));
};

/** Who is marked was sent to before; what was sent stays. */
const cause: Pattern = (p) => {
  const n = keySort(p), m = keySort(p);
  const pair = t.record([{ name: "from", type: n }, { name: "to", type: m }]);
  const sent = p.field(t.setOf(pair), empty(p, t.setOf(pair)));
  const marked = p.field(t.setOf(m), empty(p, t.setOf(m)));
  const said = (x: Expr, y: Expr): Expr => sent.has(b.recordLit(pair, [{ name: "from", value: x }, { name: "to", value: y }], p.g.span()));
  p.action([n, m], (x, y) => [sent.add(b.recordLit(pair, [{ name: "from", value: x }, { name: "to", value: y }], p.g.span()))]);
  p.action([n, m], (x, y) => [p.require(said(x, y)), marked.add(y)]);
  if (p.c.chance(80)) p.property("invariant", p.all([m], (y) => p.implies(marked.has(y), p.all([n], (x) => said(x, y), "exists"))));
  if (p.c.chance(50)) p.property("step", b.subset(sent.now, sent.next, p.g.span()));
};

/** A value is decided by a majority of votes, one each. */
const votes: Pattern = (p) => {
  const n = sortNamed("Node"), v = keySort(p), q = t.majority(n);
  const partial = p.c.chance(50);
  const vote = p.field(t.mapOf(n, v, false), b.entries(t.mapOf(n, v, false), [], p.g.span()));
  const decided = p.field(t.setOf(v), empty(p, t.setOf(v)));
  const votedFor = (x: Expr, y: Expr): Expr => p.eq(b.lookup(vote.now, x, p.g.span()), y);
  const all = (of: Expr, y: Expr): Expr => p.ofAll(of, (x) => votedFor(x, y));
  p.action([n, v], (x, y) => [p.require(p.not(vote.has(x))), vote.set(b.put(vote.now, x, y, p.g.span()))]);
  p.action([q, v], (of, y) => [p.require(all(of, y)), decided.add(y)]);
  p.property("invariant", p.all([v, v], (x, y) => p.implies(p.and(decided.has(x), decided.has(y)), p.eq(x, y))));
  if (!partial || p.c.chance(70)) p.property("lemma", p.all([v], (y) => p.implies(decided.has(y), p.all([q], (of) => all(of, y), "exists"))));
};

/** A clock that goes forward, and what was read from it. */
const clock: Pattern = (p) => {
  const order = p.g.types.sorts.find((x) => x.ordered);
  if (!order) return owner(p);
  const term = sortNamed(order.name), n = keySort(p);
  const now = p.field(term, b.extreme("first", term, p.g.span()));
  const seen = p.field(t.mapOf(n, term, true), b.fill(t.mapOf(n, term, true), b.extreme("first", term, p.g.span()), p.g.span()));
  const before = (x: Expr, y: Expr): Expr => b.compare(p.c.pick(["le", "le", "lt"] as const), x, y, p.g.span());
  p.action([term], (x) => [p.require(before(now.now, x)), now.set(x)]);
  p.action([n], (x) => [seen.put(x, p.c.chance(70) ? now.now : b.cond(before(seen.at(x), now.now), now.now, seen.at(x), p.g.span()))]);
  p.property("invariant", p.all([n], (x) => b.compare("le", seen.at(x), now.now, p.g.span())));
  if (p.c.chance(60)) p.property("step", b.compare("le", now.now, now.next, p.g.span()));
};

/** Something spreads along edges that are given. */
const graph: Pattern = (p) => {
  const n = keySort(p);
  const pair = t.record([{ name: "a", type: n }, { name: "b", type: n }]);
  const edges = p.field(t.setOf(pair), null, "constant");
  const root = p.field(n, null, "constant");
  const edge = (x: Expr, y: Expr): Expr => edges.has(b.recordLit(pair, [{ name: "a", value: x }, { name: "b", value: y }], p.g.span()));
  const reached = p.field(t.setOf(n), p.c.chance(50) ? b.collection(t.setOf(n), [root.now], p.g.span()) : empty(p, t.setOf(n)));
  if (p.c.chance(70)) p.property("assume", p.all([n, n], (x, y) => p.implies(edge(x, y), edge(y, x))));
  if (p.c.chance(40)) p.property("assume", p.all([n], (x) => edge(x, x)));
  p.action([n, n], (x, y) => [p.require(p.and(reached.has(x), edge(x, y))), reached.add(y)]);
  p.action([n], (x) => [p.require(p.eq(x, root.now)), reached.add(x)]);
  p.property("invariant", p.all([n], (x) => p.implies(reached.has(x), b.connective("or", p.eq(x, root.now), p.all([n], (y) => edge(y, x), "exists"), p.g.span()))));
};

/** A flag that stays, and a count that grows. */
const once: Pattern = (p) => {
  const flag = p.field(t.bool, b.boolLit(false, p.g.span()));
  const type = p.c.chance(50) ? t.int(0, null) : t.int(0, 3);
  const count = p.field(type, b.intLit(0, p.g.span()));
  const one = (): Expr => b.intLit(1, p.g.span());
  p.action([], () => [
    ...(type.hi === null ? [] : [p.require(b.compare("lt", count.now, b.intLit(type.hi, p.g.span()), p.g.span()))]),
    count.set(b.arith("add", count.now, one(), p.g.span())), flag.set(b.boolLit(true, p.g.span())),
  ]);
  p.property("invariant", p.implies(flag.now, b.compare("le", one(), count.now, p.g.span())));
  p.property("step", p.implies(flag.now, flag.next));
};

export const patterns: readonly Pattern[] = [cause, owner, votes, clock, graph, once];

/** What JavaScript does not have: sorts, quantifiers, unions by value, composition, the next state. */
import { describe, expect, it } from "vitest";
import { changes, protocolOf, run, startOf, valueOf } from "./lower-run.ts";

const types = `
  type Node = Sort<"Node">; type Term = Order<"Term">;
  type Message = { kind: "ask"; from: Node } | { kind: "grant"; from: Node; to: Node; note?: Term } | { kind: "stop" };
  interface Entry { term: Term; value: Int<0, 3> }
  const initial: Entry = { term: first<Term>(), value: 1 };
  const isAsk = (m: Message): m is Extract<Message, { kind: "ask" }> => m.kind === "ask";
  function largest(s: ReadonlySet<Term>): Term { let best = first<Term>(); for (const t of s) if (t > best) best = t; return best; }
  function contains<T>(s: ReadonlySet<T>, x: T) { return s.has(x); }
  function firstOr<T>(xs: readonly T[], otherwise: T): T { return xs.at(0) ?? otherwise; }
  function size<K, V>(m: ReadonlyMap<K, V>) { return m.size; }
  function every(test: (n: Node) => boolean) { return forall((n: Node) => test(n)); }
`;
const fields = `
  static scope = { Node: 3, Term: 3, log: 4, bag: 2 };
  node!: Node; on = false; n: Int<0, 99> = 0; term = first<Term>(); terms = new Set<Term>();
  vote: Record<Node, Node | undefined> = fill(undefined); level: Record<Node, Int<0, 9>> = tabulate((x: Node) => (x === this.node ? 2 : 1));
  sent = new Set<Message>(); last: Message = { kind: "stop" }; bag = new Bag<Message>(); log: Entry[] = [initial];
  flags: Record<"a" | "b", boolean> = { a: true, b: false }; grid: Record<Node, Record<Node, boolean>> = fill(fill(false)); map = new Map<Node, Term>();
  option: Entry | undefined = undefined; readonly self: Node = this.node;
`;
const spec = (members: string): string => `${types} export class Spec { ${fields} ${members} }`;

/** The changes that an action without choices makes. */
const after = (body: string): unknown => changes(protocolOf(spec(`@action act() { ${body} }`)));
/** What an expression is in the initial state, where `node` is the first node. */
const value = (expression: string, helpers = ""): unknown => valueOf(protocolOf(spec(`@action go() { this.on = !this.on; } ${helpers} @reachable it() { return ${expression}; }`)), "it");

describe("quantifiers", () => {
  it.each([
    ["forall((a: Node, b: Node) => a === b || a !== b)", true],
    ["forall((a: Node) => a === this.node)", false],
    ["exists((a: Node, t: Term) => a !== this.node && t > this.term)", true],
    ["count((a: Node, b: Node) => a !== b) === 6", true],
    ["count((t: Term) => t > this.term) === 2 && count(range(0, 5), (i) => i % 2 === 0) === 3", true],
    ["sum((a: Node) => this.level[a]) === 4 && sum(range(1, 4), (i) => i) === 6", true],
    ["filter((a: Node) => a !== this.node).size === 2", true],
    ["filter(this.log, (e) => e.value === 1).size === 1 && filter(range(0, 3), (i) => i > 0).size === 2", true],
    ["forall((q: Majority<Node>) => q.size >= 2 && exists(q, (a) => this.level[a] === 1))", true],
    ["forall((m: Message) => m.kind !== \"grant\" || m.to === m.to)", true],
    ["exists((m: Message) => m.kind === \"grant\" && m.note === undefined && m.from === this.node)", true],
    ["forall((a: Node) => { const v = this.vote[a]; if (v !== undefined) return false; return this.level[a] > 0; })", true],
    ["exists(this.flags.a ? filter((a: Node) => true) : new Set<Node>(), (a) => a === this.node)", true],
    ["forall(({ term, value }: Entry) => term >= first<Term>() && value <= 3)", true],
    ["every((n) => this.level[n] < 3) && !every((n) => n === this.node)", true],
    ["[...filter((a: Node) => true)].filter((a) => a !== this.node).every((a) => this.level[a] === 1)", true],
    ["implies(this.on, this.log[7].value === 1)", true],
    ["this.log.every((e) => this.terms.size === 0 && e.term === this.term)", true],
  ])("%s", (expression, expected) => expect(value(expression)).toBe(expected));
});

describe("ordered sorts, options, records and unions", () => {
  it.each([
    ["next(first<Term>()) !== undefined && next(last<Term>()) === undefined && previous(first<Term>()) === undefined", true],
    ["(next(this.term) ?? last<Term>()) < last<Term>()", true],
    ["largest(new Set([first<Term>(), last<Term>()])) === last<Term>()", true],
    ["this.last.kind === \"stop\" && !isAsk(this.last)", true],
    ["this.log[0] === initial && this.log.includes({ value: 1, term: this.term }) && this.log.indexOf(initial) === 0", true],
    ["this.option?.value === undefined && (this.option?.value ?? 7) === 7", true],
    ["contains(this.terms, this.term) || contains(new Set([this.node]), this.node)", true],
    ["firstOr(this.log, { term: this.term, value: 3 }).value === 1 && firstOr([], this.node) === this.node", true],
    ["size(this.map) === 0 && this.flags.a && !this.flags[\"b\"] && !this.grid[this.node][this.node]", true],
    ["this.last === ({ kind: \"stop\" } as Message)", true],
    ["this.log.at(-1)!.value === 1", true],
    ["this.option!.value === 1", "failed: undefined"],
    ["this.log[1].value === 1", "failed: index"],
    ["(this.last as Extract<Message, { kind: \"ask\" }>).from === this.node", "failed: bound"],
  ])("%s", (expression, expected) => expect(value(expression)).toBe(expected));
});

describe("actions", () => {
  it.each([
    ["this.sent.add({ kind: \"ask\", from: this.node }); this.on = this.sent.has({ kind: \"ask\", from: this.node });", { sent: "{ask(from: 0)}", on: "true" }],
    ["this.last = { kind: \"grant\", from: this.node, to: this.node };", { last: "grant(from: 0, note: undefined, to: 0)" }],
    ["this.last = { kind: \"grant\", from: this.node, to: this.node }; if (this.last.kind === \"grant\") this.last = { ...this.last, note: this.term };", { last: "grant(from: 0, note: 0, to: 0)" }],
    ["const m: Message = { kind: \"ask\", from: this.node }; this.bag.add(m); this.bag.add(m); this.n = this.bag.count(m) * 10 + this.bag.size;", { bag: "{ask(from: 0) x2}", n: "22" }],
    ["const m: Message = { kind: \"stop\" }; this.bag.add(m); this.bag.add(m); const had = this.bag.delete(m); this.on = had && this.bag.has(m);", { bag: "{stop() x1}", on: "true" }],
    ["for (const m of new Bag<Message>([{ kind: \"stop\" }, { kind: \"stop\" }])) { this.n += 1; this.last = m; }", { n: "1" }],
    ["const m: Message = { kind: \"stop\" }; this.bag.add(m); this.bag.add(m); const b = new Bag(this.bag); b.delete(m); this.n = b.size * 10 + this.bag.size;", { bag: "{stop() x2}", n: "12" }],
    ["this.bag = new Bag(this.sent); this.vote = tabulate((a: Node) => (a === this.node ? undefined : this.node));", { vote: "{0: undefined, 1: 0, 2: 0}" }],
    ["this.flags = { b: true, a: false }; this.flags.a = this.flags.b;", { flags: "{a: true, b: true}" }],
    ["this.grid[this.node][this.node] = true; this.grid[this.node] = fill(false); for (const a of filter((x: Node) => true)) this.grid[a][this.node] = true;", { grid: "{0: {0: true, 1: false, 2: false}, 1: {0: true, 1: false, 2: false}, 2: {0: true, 1: false, 2: false}}" }],
    ["this.log[0].value = 2; this.option = this.log[0]; this.option.value += 1;", { log: "[{ term: 0, value: 2 }]", option: "{ term: 0, value: 3 }" }],
    ["const m = this.last; if (m.kind === \"stop\") this.last = { from: this.node, ...m, kind: \"ask\" };", { last: "ask(from: 0)" }],
    ["const m = new Map<Node, Term | undefined>([[this.node, undefined]]); for (const t of m.values()) this.on = t === undefined;", { on: "true" }],
    ["const asks = [this.last].filter((m) => m.kind === \"ask\"); this.on = asks.length === 0;", { on: "true" }],
    ["this.map.set(this.node, last<Term>()); const t = this.map.get(this.node); if (t !== undefined) this.term = t;", { map: "{0: 2}", term: "2" }],
    ["const t = next(this.term); require(t !== undefined); this.term = t; this.terms.add(t);", { term: "1", terms: "{1}" }],
    ["require(this.on); this.n = 1;", "blocked"],
    ["this.on = true; if (this.n === 0) require(false); ", "blocked"],
    ["this.n = this.level[this.node] - 9;", "failed: bound"],
    ["for (const i of range(0, 5)) this.log.push(initial);", "failed: capacity"],
    ["this.n = Math.floor(1 / this.n);", "failed: divide-by-zero"],
    ["switch (this.last.kind) { case \"ask\": this.n = 1; break; case \"grant\": this.n = 2; break; case \"stop\": this.n = 3; break; }", { n: "3" }],
    ["const { kind } = this.last; this.on = kind === \"stop\";", { on: "true" }],
    ["const xs: Seq<Node, 3> = []; for (const a of filter((x: Node) => x !== this.node)) xs.push(a); this.node = xs[1];", { node: "2" }],
    ["const q = filter((a: Node) => this.level[a] === 1); this.vote[this.node] = q.size === 2 ? this.node : undefined;", { vote: "{0: 0, 1: undefined, 2: undefined}" }],
  ])("%s", (body, expected) => expect(after(body)).toEqual(expected));

  it("read a field that has another type in another case", () => {
    const p = protocolOf(`type Node = Sort<"Node">; type M = { kind: "a"; x: Node } | { kind: "b"; x: boolean } | { kind: "c" };
      export class Spec { static scope = { Node: 2 }; m: M = { kind: "b", x: true }; node: Node | undefined = undefined; on = false;
        @action act() { if (this.m.kind === "b") { this.on = this.m.x; } else if (this.m.kind === "a") this.node = this.m.x; } } `);
    expect(changes(p)).toEqual({ on: "true" });
  });

  it("take parameters apart by their types", () => {
    const p = protocolOf(spec("@action act(m: Message, t: Term) { require(m.kind === \"grant\" && m.note === t && m.to !== m.from); this.node = m.to; this.term = t; }"));
    const outcomes = Array.from({ length: (3 + 9 * 4 + 1) * 3 }, (_, i) => changes(p, "act", i));
    expect(outcomes.filter((o) => o !== "blocked").length).toBe(3 * 2 * 3);
    expect(p.actions[0].params.map((x) => x.name)).toEqual(["m", "t"]);
  });
});

describe("composition and inheritance", () => {
  const net = `
    class Counter { value: Int<0, 9> = 0; up() { this.value += 1; } at(least: Int<0, 9>) { return this.value >= least; } get even() { return this.value % 2 === 0; } }
    class Net<M> {
      sent = new Set<M>(); readonly lossy: boolean = true; counter = new Counter();
      send(m: M) { require(!this.sent.has(m)); this.sent.add(m); this.counter.up(); }
      all() { return this.sent; }
      @action lose(m: M) { require(this.lossy && this.sent.has(m)); this.sent.delete(m); }
    }
    class Base { n: Int<0, 9> = 1; helper() { return 1; } @action act() { this.n = this.helper(); } twice() { this.n *= 2; } }`;

  it("reaches state, helpers and getters of held specs", () => {
    const p = protocolOf(`type Node = Sort<"Node">; ${net} export class Spec { static scope = { Node: 2 }; net = new Net<Node>(); on = false;
      @action act(n: Node) { this.net.send(n); this.net.send(n === n ? n : n); }
      @action once(n: Node) { this.net.send(n); this.on = this.net.counter.at(1) && !this.net.counter.even && exists(this.net.all(), (x) => x === n); } }`);
    expect(run(p, "act")).toBe("blocked");
    expect(changes(p, "once", 1)).toEqual({ "net.sent": "{1}", "net.counter.value": "1", on: "true" });
    expect(p.actions.map((a) => a.name)).toContain("net.lose");
  });

  it("takes the most derived helper, and super the one before", () => {
    const p = protocolOf(`${net} class Middle extends Base { override helper() { return super.helper() + 1; } override twice() { super.twice(); super.twice(); } }
      export class Spec extends Middle { override helper() { this.n = 5; return super.helper() + 2; } @action two() { this.twice(); } }`);
    expect(changes(p, "act")).toEqual({ n: "4" });
    expect(changes(p, "two")).toEqual({ n: "4" });
  });

  it("reads the next state through helpers and held specs", () => {
    const p = protocolOf(`type Node = Sort<"Node">; ${net} export class Spec { static scope = { Node: 2 }; net = new Net<Node>(); n: Int<0, 9> = 0;
      get doubled() { return this.n * 2; } both(other: this) { return this.n + other.n; }
      @action act(n: Node) { this.net.send(n); this.n += 1; }
      @step grows(next: this) { return next.n === this.n + 1 && next.doubled === this.doubled + 2 && next.net.sent.size === this.net.all().size + 1 && next.net.counter.at(1) && this.both(next) === 1 && next.both(next) === 2; } }`);
    const [after] = [startOf(p)].map((s) => s.map((v, i) => (p.state[i].name === "n" || p.state[i].name === "net.counter.value" ? 1 : p.state[i].name === "net.sent" ? ({ kind: "set", items: [0] } as const) : v)));
    expect(valueOf(p, "grows", after)).toBe(true);
    expect(valueOf(p, "grows", startOf(p))).toBe(false);
  });
});

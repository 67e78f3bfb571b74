/** What is outside the language: the code, and the very text that is at fault. */
import { describe, expect, it } from "vitest";
import { refusals } from "./lower-run.ts";

const types = `
  type Node = Sort<"Node">; type Term = Order<"Term">;
  type Message = { kind: "ask"; from: Node } | { kind: "grant"; from: Node; to: Node };
  interface Entry { term: Term; value: Int<0, 3> }
  class Net { sent = new Set<Message>(); send(m: Message) { this.sent.add(m); } @action lose(m: Message) { this.sent.delete(m); } }
  const LIMIT = 3; const LOOP: Int<0, 9> = loop(); function loop(): Int<0, 9> { return LOOP; }
  function forever(x: Int): Int<0, 9> { return x > 0 ? forever(x - 1) : 0; }
  function odd(x: Int): boolean { return x === 1 || even(x - 1); } function even(x: Int): boolean { return odd(x - 1); }
  function rest(...xs: Int[]) { return xs.length; }
  function make<T>(): Set<T> { return new Set<T>(); }
`;
const fields = `
  n: Int<0, 99> = 0; on = false; phase: "idle" | "busy" = "idle"; node!: Node; term!: Term; maybe: Node | undefined = undefined;
  vote: Record<Node, Node | undefined> = fill(undefined); log: Seq<Entry, 3> = []; set = new Set<Node>(); map = new Map<Node, Int<0, 9>>();
  rec: { a: Int<0, 9>; b: Set<Node> } = { a: 0, b: new Set<Node>() }; message!: Message; net = new Net(); readonly fixed = new Set<Node>();
  bump() { this.n += 1; return this.n; } guard() { require(this.on); } nothing() {} quiet() { return 1; } self(): Int<0, 9> { return this.self(); }
`;
const spec = (members: string): string => `${types} export class Spec { static scope = { Node: 2, Term: 2 }; ${fields} ${members} }`;
const act = (body: string, parameters = "p: Node, q: Node, t: Term, e: Entry, m: Message, s: Set<Node>"): string => spec(`@action act(${parameters}) { ${body} }`);

const refusedIn = (make: (text: string) => string, cases: readonly (readonly [string, ...string[]])[]): void => {
  it.each(cases)("%s", (text, ...expected) => expect(refusals(make(text)).join("; ")).toBe(expected.join("; ")));
};

describe("statements", () => {
  refusedIn(act, [
    ["while (this.on) this.on = false;", "T4001: while"],
    ["do { this.on = false; } while (this.on);", "T4001: do"],
    ["for (let i = 0; i < 3; i++) this.n = i;", "T4001: for"],
    ["for (const k in this.rec) this.n = 1;", "T4001: for"],
    ["outer: for (const x of this.set) { for (const y of this.set) { if (x === y) continue outer; } }", "T4001: outer"],
    ["var x = 1; this.n = x;", "T4005: var x = 1"],
    ["let x: Node; x = p; this.node = x;", "T4005: x: Node"],
    ["class A {} this.n = 1;", "T4005: class"],
    ["this.n;", "T4004: this.n"],
    ["this.quiet();", "T4004: this.quiet()"],
    ["this.nothing(); this.n = 1;", "T4044: nothing"],
    ["this.n === 1;", "T4004: this.n === 1"],
    ["switch (this.n) { case 1: this.n = 2; case 2: this.n = 3; }", "T4006: 1"],
    ["switch (this.n) { case 1: if (this.on) break; this.n = 2; break; }", "T4007: break;"],
    ["switch (this.n) { case this.n + 1: this.n = 2; }", "T4008: this.n + 1"],
    ["switch (this.rec) { default: this.n = 2; }", "T4008: this.rec"],
    ["for (const x of this.vote) this.n = 1;", "TS2488: this.vote"],
    ["for (const x of this.set) this.set.delete(x);", "T4010: this.set"],
    ["for (const [k, v] of this.map) this.map.set(k, v);", "T4010: this.map"],
    ["for (const e of this.log) { this.n += e.value; if (this.n > 3) this.log.pop(); }", "T4010: this.log"],
    ["for (const k of this.map) this.n = 1;", "T4042: k"],
    ["let x = 0; for (x of [1, 2]) this.n = x;", "T4005: x"],
    ["const { a, ...r } = this.rec; this.on = a === 1;", "T4005: ...r"],
    ["const [x] = this.set; this.node = x;", "T4005: [x]"],
  ]);
  it("goes on after an error, and does not report what follows from it", () =>
    expect(refusals(act("const x = this.n / 2; this.n = x; while (true) {} const y = x + 1; this.n = y; for (const z of this.set) this.n = x;"))).toEqual(["T4003: /", "T4001: while"]));
});

describe("operators", () => {
  refusedIn(act, [
    ["this.on = this.n == 1;", "T4003: =="],
    ["this.on = this.n != 1;", "T4003: !="],
    ["this.n = this.n / 2;", "T4003: /"],
    ["this.n /= 2;", "T4003: /="],
    ["this.n = 2 ** this.n;", "T4003: **"],
    ["this.n = this.n & 1;", "T4003: &"],
    ["this.n = this.n | 1;", "T4003: |"],
    ["this.n = this.n << 1;", "T4003: <<"],
    ["this.n = ~this.n;", "T4003: ~this.n"],
    ["this.n = (this.on, 1);", "T4003: this.on, 1"],
    ["this.on = 'a' in this.rec;", "T4003: in"],
    ["this.on = typeof this.n === \"number\";", "T4002: typeof this.n"],
    ["this.maybe = void 0;", "T4002: void 0"],
    ["this.on ||= true;", "T4003: ||="],
    ["if (this.n) this.on = true;", "T4012: this.n"],
    ["if (this.maybe) this.on = true;", "T4012: this.maybe"],
    ["this.on = !this.maybe;", "T4012: this.maybe"],
    ["this.maybe = this.maybe && p;", "T4012: this.maybe"],
    ["this.on = p < q;", "T4014: p < q"],
    ["this.on = t < this.n;", "T4014: t < this.n"],
    ["this.n = t + 1;", "T4015: t"],
    ["this.on = \"a\" + \"b\" === \"ab\";", "T4015: \"a\" + \"b\""],
    ["this.n = 1.5;", "T4016: 1.5"],
    ["this.on = p === undefined;", "T4017: p"],
    ["this.on = this.log[0] === undefined;", "T4017: this.log[0]"],
    ["this.node = p ?? q;", "T4017: p"],
    ["this.rec = { a: this.rec?.a, b: this.set };", "T4017: this.rec"],
    ["this.n = (this.n = 1) + 1;", "T4018: this.n = 1"],
    ["this.n = this.n++ + 1;", "T4018: this.n++"],
    ["this.n = this.bump() + 1;", "T4032: this.bump()"],
    ["if (this.set.delete(p)) this.on = true;", "T4018: this.set.delete(p)"],
    ["this.node = this.phase as unknown as Node;", "T2002: unknown"],
    ["this.node = \"node1\" as Node;", "T4019: \"node1\" as Node"],
    ["this.on = t === this.n;", "T4013: t === this.n"],
  ]);
});

describe("values", () => {
  refusedIn(act, [
    ["const all = this; this.on = true;", "T4020: this"],
    ["const net = this.net; this.on = true;", "T4020: this.net"],
    ["const x = { me: this }; this.on = true;", "T4020: this"],
    ["const f = this.bump; this.on = true;", "T4022: this.bump"],
    ["const xs = [1].map(forever); this.n = xs.length;", "T4029: forever(x - 1)"],
    ["const fs = [() => 1]; this.on = true;", "T4022: () => 1"],
    ["this.on = forall(this.set, this.bump as never);", "T4022: this.bump as never"],
    ["const x = undefined; this.on = true;", "T4023: undefined"],
    ["const xs = [...this.set]; this.n = xs.length;", "T4043: ...this.set"],
    ["this.n = [...this.set].indexOf(p);", "T4043: [...this.set]"],
    ["const r = range(0, 3); this.n = r.length;", "T4043: range(0, 3)"],
    ["const kind = this.message.kind; this.message = { kind, from: p, to: q };", "T4025: kind"],
    ["const x = { get a() { return 1; } }; this.on = true;", "T4026: get a() { return 1; }"],
    ["const x = { [this.phase]: 1 }; this.on = true;", "T4026: [this.phase]: 1"],
    ["const o: { a?: Int<0, 9> } = {}; this.rec = { ...this.rec, ...o };", "T4026: ...o"],
    ["const o: { a?: Int<0, 9> } = {}; const x = { a: 1, ...o }; this.on = x.a === 1;", "T4026: ...o"],
    ["const x = new Net(); this.on = true;", "T4027: new Net()"],
    ["this.log = [, e];", "TS2322: this.log"],
    ["const x = `a`; this.on = true;"],
  ]);
});

describe("calls", () => {
  refusedIn(act, [
    ["this.on = forever(1) > 0;", "T4029: forever(x - 1)"],
    ["this.on = odd(3);", "T4029: odd(x - 1)"],
    ["this.on = this.self() > 0;", "T4029: this.self()"],
    ["this.on = LOOP > 0;", "T4029: LOOP"],
    ["this.n = rest(1, 2);", "T4031: rest(1, 2)"],
    ["const s2 = make(); this.on = true;", "T4030: make()"],
    ["this.log.push(...this.log);", "T4031: ...this.log"],
    ["this.n = Math.max(...[1]);", "T4031: ...[1]"],
    ["this.on = forall(this.set, (x) => { this.n = 1; return true; });", "T4034: this.n"],
    ["let c = 0; this.on = forall(this.set, (x) => { c += 1; return true; }); this.n = c;", "T4037: c"],
    ["this.on = forall(() => true);", "T4041: () => true"],
    ["this.on = forall((x) => true);", "T4041: x"],
    ["const x = this.nothing(); this.on = x === undefined;", "T4044: nothing"],
    ["this.on = require(this.on) === undefined;", "T4011: require(this.on)"],
    ["this.guard(); this.on = [1].every((x) => { require(x > 0); return true; });", "T4011: require(x > 0)"],
  ]);
});

describe("writes", () => {
  refusedIn(act, [
    ["this.fixed.add(p);", "T4035: this.fixed"],
    ["p = q; this.node = p;", "T4036: p"],
    ["s.add(p); this.set = s;", "T4036: s"],
    ["e.value = 1; this.log.push(e);", "T4036: e"],
    ["for (const x of this.log) x.value = 1;", "T4036: x"],
    ["this.map.get(p)!.valueOf; this.on = true;", "TS2339: valueOf"],
    ["this.message.from = p; this.message.kind = \"ask\";", "T4040: this.message.kind"],
    ["this.log.length = 0;", "T4040: this.log.length"],
    ["[this.n, this.on] = [1, true];", "T4040: [this.n, this.on]"],
    ["this.log.at(0)!.value = 1;", "T4040: this.log.at(0)"],
    ["this.quiet = () => 1;", "T4040: this.quiet"],
  ]);
});

describe("properties", () => {
  refusedIn((body) => spec(`@action go() { this.on = true; } @invariant inv() { ${body} }`), [
    ["this.n = 1; return true;", "T4034: this.n"],
    ["this.set.add(this.node); return true;", "T4034: this.set"],
    ["require(this.on); return true;", "T4011: require(this.on)"],
    ["return this.bump() === 1;", "T4032: this.bump()"],
    ["this.bump(); return true;", "T4034: this.n"],
    ["return forall(this.set, (x) => { this.set.delete(x); return true; });", "T4034: this.set"],
  ]);
  it("cannot write the next state", () =>
    expect(refusals(spec("@action go() { this.on = true; } @step st(next: this) { next.on = true; return this.on !== next.on; }"))).toEqual(["T4034: next.on"]));
});

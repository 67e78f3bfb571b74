/** Names of one object in TypeScript, which are copies in the language: refused where it would make a difference, and only there. */
import { describe, expect, it } from "vitest";
import { refusals } from "./lower-run.ts";

const spec = (body: string): string => `
  type Node = Sort<"Node">; type K = "a" | "b";
  interface Entry { value: Int<0, 3>; on: boolean }
  interface Box { tags: Set<Node>; entry: Entry }
  function pass(xs: Seq<Entry, 3>) { return xs; }
  function same<T>(x: T) { return x; }
  export class Spec {
    static scope = { Node: 2 };
    log: Seq<Entry, 3> = []; more: Seq<Entry, 3> = []; set = new Set<Node>(); logs: Record<K, Seq<Entry, 3>> = { a: [], b: [] }; boxes: Record<Node, Box> = fill({ tags: new Set<Node>(), entry: { value: 0, on: false } });
    entry: Entry = { value: 0, on: false }; map = new Map<Node, Entry>(); n: Int<0, 9> = 0; maybe: Entry | undefined = undefined; on = false;
    grow(e: Entry) { this.log.push(e); }
    current() { return this.log; }
    use(xs: Seq<Entry, 3>, e: Entry) { this.log.push(e); this.n = xs.length; }
    @action act(p: Node, q: Node, e: Entry, s: Set<Node>) { ${body} }
  }`;

const refusedIn = (cases: readonly (readonly [string, ...string[]])[]): void => {
  it.each(cases)("%s", (body, ...expected) => expect(refusals(spec(body)).join("; ")).toBe(expected.join("; ")));
};

describe("writing through another name", () => {
  refusedIn([
    ["const log = this.log; log.push(e);", "T4038: log"],
    ["const log = this.log; log[0].value = 1;", "T4038: log[0].value"],
    ["const r = this.entry; r.value = 1;", "T4038: r.value"],
    ["const r = this.boxes[p].entry; r.on = true;", "T4038: r.on"],
    ["const x = this.log[0]; x.on = true;", "T4038: x.on"],
    ["let log = this.log; log.push(e);", "T4038: log"],
    ["const { tags } = this.boxes[p]; tags.add(q);", "T4038: tags"],
    ["const t = this.on ? this.set : new Set<Node>(); t.add(p);", "T4038: t"],
    ["const log = this.current(); log.push(e);", "T4038: log"],
    ["const log = same(this.log); log.push(e);", "T4038: log"],
    ["const x = this.map.get(p)!; x.on = true;", "T4038: x.on"],
    ["const x = this.log.find((y) => y.on)!; x.on = true;", "T4038: x.on"],
    ["const x = this.log.at(-1)!; x.on = true;", "T4038: x.on"],
    ["const xs = [...this.log]; xs[0].on = true;", "T4038: xs[0].on"],
    ["const xs = this.log.filter((y) => y.on); xs[0].on = true;", "T4038: xs[0].on"],
    ["const b = { tags: this.set, entry: { value: 0 as Int<0, 3>, on: true } }; b.tags.add(p);", "T4038: b.tags"],
    ["const b = { ...this.boxes[p] }; b.tags.add(q);", "T4038: b.tags"],
    ["const t = s; t.add(p);", "T4038: t"],
    ["const a = this.log; const b = a; b.push(e);", "T4038: b"],
    ["const t = new Set([p]); this.set = t; t.add(q);", "T4038: t"],
    ["const x: Entry = { value: 0, on: true }; this.log.push(x); x.on = false;", "T4038: x.on"],
    ["const x: Entry = { value: 0, on: true }; this.map.set(p, x); x.on = false;", "T4038: x.on"],
    ["const x: Entry = { value: 0, on: true }; const y = x; this.entry = x; y.on = false;", "T4038: y.on"],
    ["const x = this.maybe; if (x !== undefined) x.on = true;", "T4038: x.on"],
    ["let t = new Set([p]); if (this.on) t = this.set; t.add(q);", "T4038: t"],
    ["let t = new Set([p]); for (const x of s) { t.add(x); t = this.set; }", "T4038: t"],
    ["let x = this.log.slice(); for (const k of s) { x[0].on = true; x = this.log; }", "T4038: x[0].on"],
  ]);
});

describe("reading under another name after a change", () => {
  refusedIn([
    ["const log = this.log; this.log.push(e); this.n = log.length;", "T4039: log"],
    ["const log = this.logs.a; this.logs.a.push(e); this.n = log.length;", "T4039: log"],
    ["const logs = this.logs; this.logs.a = [e]; this.n = logs.a.length;", "T4039: logs"],
    ["const box = this.boxes[p]; this.boxes[q].tags.add(p); this.n = box.tags.size;", "T4039: box"],
    ["const r = this.entry; this.entry.on = true; this.on = r.on;", "T4039: r"],
    ["const log = this.log; this.grow(e); this.n = log.length;", "T4039: log"],
    ["const log = this.log; if (this.on) this.log.push(e); this.n = log.length;", "T4039: log"],
    ["const log = this.log; for (const x of s) { this.n = log.length; this.log.push(e); }", "T4039: log"],
    ["this.use(this.log, e);", "T4039: xs"],
    ["const a = new Set([p]); const b = a; b.add(q); this.n = a.size;", "T4039: a"],
    ["const xs = this.log; const f = () => xs.length; this.log.push(e); this.n = f();", "T4039: xs"],
    ["const b = { tags: this.set }; this.set.add(p); this.n = b.tags.size;", "T4039: b"],
    ["const t = new Set([p]); this.set = t; this.set.add(q); this.n = t.size;", "T4039: t"],
    ["const x: Entry = { value: 0, on: true }; const xs: Seq<Entry, 3> = [x, x]; xs[0].on = false; this.on = xs[1].on;", "T4039: xs"],
    ["const x: Entry = { value: 0, on: true }; const xs: Seq<Entry, 3> = []; xs.push(x); xs.push(x); xs[0].on = false; this.on = xs[1].on;", "T4039: xs"],
    ["const x: Entry = { value: 0, on: true }; const xs: Seq<Entry, 3> = []; for (const y of s) xs.push(x); xs[0].on = false; this.on = xs[1].on;", "T4039: xs"],
    ["const x: Entry = { value: 0, on: true }; const r: Record<K, Entry> = fill(x); r.a.on = false; this.on = r.b.on;", "T4039: r"],
    ["const x: Entry = { value: 0, on: true }; const xs = this.log.map(() => x); xs[0].on = false; this.on = xs[1].on;", "T4039: xs"],
  ]);
});

describe("names that make no difference", () => {
  refusedIn([
    ["const log = this.log; this.n = log.length;"],
    ["const x: Entry = { value: 0, on: true }; const xs: Seq<Entry, 3> = [x, x]; xs[0] = { value: 1, on: false }; this.on = xs[1].on;"],
    ["const xs: Seq<Entry, 3> = []; for (const y of s) { const x: Entry = { value: 0, on: true }; xs.push(x); } xs[0].on = false; this.on = xs[1].on;"],
    ["const log = this.log; this.log = [...log, e]; this.n = log.length;"],
    ["const log = this.log; this.more.push(e); this.n = log.length;"],
    ["const log = this.logs.a; this.logs.b.push(e); this.n = log.length;"],
    ["const log = this.logs.a; this.logs.a = [e]; this.n = log.length;"],
    ["const r = this.entry; this.entry.value = 1; this.on = r.on;"],
    ["const r = this.entry; this.entry = { ...r, on: true }; this.on = r.value > 0;"],
    ["const n = this.log.length; this.log.push(e); this.n = n;"],
    ["const t = new Set(this.set); t.add(p); this.set.delete(p); this.n = t.size;"],
    ["const xs = [...this.log]; xs.push(e); this.log.push(e); this.n = xs.length;"],
    ["const xs = this.log.slice(); this.log.push(e); this.n = xs.length;"],
    ["const xs = this.log.filter((x) => x.on); xs.push(e); this.log = xs;"],
    ["const t = this.set.union(s); t.add(p); this.set = t;"],
    ["const { value } = this.entry; this.entry.value = 2; this.on = value > 0;"],
    ["const r = { ...this.entry }; r.on = true; this.entry = r;"],
    ["let t = this.set; t = new Set([p]); t.add(q); this.set = t;"],
    ["const log = this.log; if (this.on) { this.log.push(e); return; } this.n = log.length;"],
    ["for (const x of this.log) { if (x.on) this.n = 1; } this.log.push(e);"],
    ["for (const k of s) { const log = this.log; this.n = log.length; this.log.push(e); }"],
    ["for (const k of this.set) { this.set.delete(k); break; }", "T4010: this.set"],
    ["const x = this.log.shift(); this.log.push(e); this.on = x !== undefined && x.on;"],
    ["const x = this.map.get(p); this.map.set(p, e); this.on = x?.on ?? false;"],
    ["const x = this.log[0]; this.log[0] = e; this.on = x.on;"],
    ["this.set = s; this.set.add(p);"],
    ["this.log = this.more; this.log.push(e);"],
  ]);
});

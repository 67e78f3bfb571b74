/**
 * The language means what JavaScript means: bodies are run by both, on the same state, and must leave the same behind.
 * Numbers and texts only, as JavaScript compares objects by identity.
 */
import { runInNewContext } from "node:vm";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { protocolOf, run } from "./lower-run.ts";

const fields = `
  n: Int<-999, 999> = 5;
  m: Int<-999, 999> = -3;
  on: boolean = false;
  phase: "idle" | "busy" | "done" = "idle";
  maybe: Int<-999, 999> | undefined = undefined;
  totals: Record<Phase, Int<-999, 999>> = { busy: 2, done: 3, idle: 1 };
  log: Seq<Int<-999, 999>, 9> = [3, 1, 4, 1];
  other: Seq<Int<-999, 999>, 9> = [];
  set: Set<Int<0, 9>> = new Set([1, 3, 5]);
  more: Set<Int<0, 9>> = new Set([3, 4]);
  map: Map<Int<-999, 999>, Int<-999, 999>> = new Map([[1, 10], [2, 20]]);
  rec: { a: Int<-999, 999>; b?: Int<-999, 999>; inner: { on: boolean } } = { a: 1, inner: { on: false } };
  logs: { left: Seq<Int<-999, 999>, 4>; right: Seq<Int<-999, 999>, 4> } = { left: [7], right: [] };
`;

/** What a spec and JavaScript both know. */
const helpers = `
type Phase = "idle" | "busy" | "done";
function double(x: Int) { return x * 2; }
const sign = (x: Int): "plus" | "minus" | "zero" => { if (x > 0) return "plus"; if (x < 0) return "minus"; return "zero"; };
const LIMIT = 7;
function pick<T>(c: boolean, a: T, b: T): T { return c ? a : b; }
function atLeast(xs: readonly Int[], k: Int, test: (x: Int) => boolean) { return xs.filter(test).length >= k; }
`;

const methods = `
  bump(by: Int) { this.n += by; return this.n; }
  reset() { this.log = []; this.set.clear(); }
  early(x: Int<-999, 999>) { if (x > 3) { this.m = x; return; } this.m = 0; }
  firstBig(limit: Int) { for (const x of this.log) { if (x >= limit) return x; } return undefined; }
  takeBig(limit: Int<-999, 999>) { for (const x of this.log) { if (x >= limit) { this.m = x; return x; } } this.m = 100; return -1; }
  get total() { let t = 0; for (const x of this.log) t += x; return t; }
  note(x: Int<-999, 999>) { this.other.push(x); }
`;

const bodies: readonly string[] = [
  // arithmetic and comparison
  "this.n = this.n * 2 - 3 + this.m;", "this.n = this.m % 2;", "this.n = this.n % this.m;", "this.n = Math.floor(this.m / 2);", "this.n = Math.floor(7 / this.m);",
  "this.n = Math.min(this.n, this.m, 0);", "this.n = Math.max(this.n, this.m);", "this.n = Math.abs(this.m) + Math.abs(this.n);", "this.n = -this.m;", "this.n = -(-7);",
  "this.on = this.n > this.m && !(this.n <= 4);", "this.on = this.n >= 5 === this.m < 0;", "this.on = this.n !== 5 || this.m === -3;",
  "this.n++; ++this.m; this.n--; --this.m; this.n--;", "this.n += 2; this.m -= 2; this.n *= 3; this.m %= 2;", "const a = this.n++; const b = ++this.n; this.m = a * 10 + b;",
  "this.n = this.on ? 1 : this.n > 4 ? 2 : 3;", "this.n = 2 as Int<-999, 999>; this.m = (this.n satisfies Int) + 0;",
  // texts and switch
  'this.phase = this.phase === "idle" ? "busy" : "done";',
  'switch (this.phase) { case "idle": this.n = 1; break; case "busy": this.n = 2; break; default: this.n = 3; }',
  'if (this.n > 0) this.phase = "done"; switch (this.phase) { case "idle": this.n = 1; break; case "busy": case "done": this.n = 2; }',
  'switch (this.n) { case 1: case 2: this.m = 1; break; default: this.m = 2; break; case 5: { this.m = 3; break; } }',
  'for (const x of this.log) { switch (x) { case 1: continue; case 3: this.n += 3; break; default: this.n += 10; } this.m += 1; }',
  'switch (this.on) { case true: this.n = 1; break; case false: this.n = 2; return; } this.n = 9;',
  // control
  "if (this.n > 3) this.n = 0; else this.m = 0;", "if (this.on) { this.n = 1; } else if (this.m < 0) { this.n = 2; } else this.n = 3;",
  "if (this.n === 5) return; this.n = 1;", "for (const x of this.log) { if (x === 1) continue; this.n += x; }",
  "for (const x of this.log) { if (x === 4) break; this.n += x; }", "for (const x of this.log) { if (x === 4) return; this.n += x; } this.n = 0;",
  "for (const i of range(0, this.log.length)) this.log[i] = this.log[i] + i;", "for (const i of range(2, 2)) this.n = i;",
  "let best = this.log[0]; for (const x of this.log) if (x > best) best = x; this.n = best;",
  "let c = 0; for (const x of this.log) for (const y of this.log) if (x === y) c++; this.n = c;",
  "for (const i of range(0, 4)) { for (const j of range(0, 4)) { if (j > i) break; this.n += j; } if (i === 2) break; }",
  'let s: "idle" | "busy" | "done" = "idle"; if (this.n > 1) s = "done"; this.phase = s;',
  // options
  "this.n = this.maybe ?? 9;", "this.maybe = 4; this.n = this.maybe ?? 9;", "this.maybe = 4; this.maybe = undefined; this.on = this.maybe === undefined;",
  "this.maybe ??= 3; this.maybe ??= 4;", "this.maybe ??= this.rec.b; this.on = this.maybe === undefined; this.rec.b = 3; this.maybe ??= this.rec.b;", "this.maybe = this.n; if (this.maybe !== undefined) this.n = this.maybe + 1;", "this.maybe = 2; this.n = this.maybe!;",
  "this.n = this.rec.b ?? -1; this.rec.b = 3; this.m = this.rec.b ?? -1;", "const x = this.map.get(3); this.on = x === undefined; this.maybe = x;", "let best: Int<-999, 999> | undefined; for (const x of this.log) if (best === undefined || x > best) best = x; this.maybe = best;",
  "const r: { k: Int<-999, 999>; b?: Int<-999, 999> } | undefined = this.on ? { k: 1 } : undefined; this.n = r?.k ?? 8; this.maybe = r?.b;", "const r: { k: { j: Int<-999, 999> } } | undefined = this.on ? undefined : { k: { j: 4 } }; this.n = r?.k.j ?? 8;",
  "this.maybe = this.n > 100 ? 1 : undefined; this.on = undefined === this.maybe;", "this.maybe = this.log.find((x) => x > 3); this.n = this.log.find((x) => x > 30) ?? 0;",
  // sequences
  "const q = [1, 2]; this.on = q.length === 2;", "this.log.push(7);", "this.log.push(7, 8);", "this.log.unshift(7, 8);", "this.log.pop();", "this.log.shift();", "const x = this.log.pop(); this.maybe = x;", "const x = this.log.shift()!; this.n = x;",
  "const k = this.log.push(9); this.n = k;", "this.maybe = this.log.pop();", "this.maybe = this.other.shift(); this.on = this.maybe === undefined;", "const x = this.other.pop(); this.n = x ?? 77;",
  "this.n = this.log.length + this.log[2] + this.log.indexOf(1) + this.log.indexOf(99);", "this.on = this.log.includes(4) && !this.log.includes(5);",
  "this.maybe = this.log.at(-1); this.n = this.log.at(0) ?? 0; this.m = this.log.at(4) ?? -1;", "this.maybe = this.log.at(this.m); this.n = this.log.at(this.m - 9) ?? 1;", "this.maybe = this.log.at(-4); this.n = this.log.at(-5) ?? 44;",
  "this.log = this.log.slice(1);", "this.log = this.log.slice(1, -1);", "this.log = this.log.slice(-2);", "this.other = this.log.slice(0, 99);", "this.other = this.log.slice();",
  "this.other = this.log.concat([9, 8], this.log.slice(0, 1));", "this.other = [...this.log, 9];", "this.other = [0, ...this.log.slice(2), ...this.log.slice(0, 1), 5];", "this.other = [...this.log]; this.other[0] = 99;",
  "this.other = this.log.filter((x) => x > 1);", "this.other = this.log.map((x) => x * 2 + this.n);", "this.n = this.log.findIndex((x) => x === 4) * 10 + this.log.findIndex((x) => x > 9);",
  "this.on = this.log.every((x) => x > 0) && this.log.some((x) => x > 3) && !this.other.some((x) => x > 0) && this.other.every((x) => x > 0);",
  "this.log = this.log.with(1, 99);", "this.log[1] += 5; this.log[0]++;", "this.logs.left.push(3); this.logs.right = this.logs.left.slice(); this.logs.left.push(4);",
  "const out: Int[] = []; for (const x of this.log) if (x > 1) out.push(x * 10); this.other = out;".replace("Int[]", "Seq<Int<-999, 999>, 9>"),
  "const copy = [...this.log]; copy.push(1); this.n = copy.length; this.m = this.log.length;", "const [a, b] = this.log; this.n = a * 10 + b;", "const [, b] = this.log.slice(1); this.n = b;",
  "let xs = this.log.slice(); xs = xs.slice(1); this.other = xs;", "const xs = this.log.map((x) => { if (x === 1) return 0; const y = x + 1; return y; }); this.other = xs;",
  "this.n = this.log.filter((x) => { let k = 0; for (const y of this.log) if (y === x) k++; return k > 1; }).length;",
  // sets
  "this.set.add(7);", "this.set.add(1);", "this.set.delete(3);", "const had = this.set.delete(3); this.on = had;", "const had = this.set.delete(4); this.on = had;", "this.set.clear();", "this.set.add(2).add(4);",
  "this.n = this.set.size; this.on = this.set.has(3) && !this.set.has(4);", "this.set = this.set.union(this.more);", "this.set = this.set.intersection(this.more);", "this.set = this.set.difference(this.more);",
  "this.set = this.set.symmetricDifference(this.more);", "this.on = new Set([1]).isSubsetOf(this.set) && this.set.isSupersetOf(new Set([5, 3])) && !this.set.isSubsetOf(this.more);",
  "this.on = this.set.isDisjointFrom(new Set([2])) && !this.set.isDisjointFrom(this.more);", "for (const x of this.set) this.n += x;", "this.more = new Set(this.set); this.more.add(9);",
  // copies with something changed
  "this.more = new Set([...this.set, 7]);", "this.more = new Set([9, ...this.set, ...this.more]); this.n = this.more.size;", "this.map = new Map([...this.map, [2, 30], [5, this.n]]);",
  "const copy: Record<Phase, Int<-999, 999>> = { ...this.totals }; copy[this.phase] = 4; this.n = this.totals[this.phase] + copy.idle;", "this.totals = { ...this.totals, [this.phase]: this.n, busy: 7 };",
  "const s: Set<Int<0, 9>> = new Set([...this.set, 2]); s.add(4); this.n = this.set.size * 10 + s.size;", "const m: Map<Int<-999, 999>, Int<-999, 999>> = new Map([...this.map, [7, 7]]); m.set(1, 0); this.map = m;",
  "const s = new Set(this.set); s.add(9); this.n = s.size;", "const s = new Set([1, 2, 2]); this.n = s.size;", "const s = new Set<Int<0, 9>>(); for (const x of this.log) if (x < 4) s.add(x as Int<0, 9>); this.set = s;",
  "this.n = new Set(this.log).size; this.m = new Set([...this.log, 7]).size;", "this.on = [...this.set].every((x) => x < 6) && [...this.set].some((x) => x === 5); this.n = [...this.set].length;",
  "this.n = [...this.set].filter((x) => x > 1).length; this.m = [...this.set].map((x) => Math.floor(x / 2)).filter((x) => x > 0).length;", "this.set = new Set([...this.set].filter((x) => x !== 3));", "this.more = new Set([...this.set].map((x) => Math.floor(x / 2)));",
  "for (const x of [...this.set]) if (x > 1) this.set.delete(x);", "for (const x of new Set(this.set)) this.set.add(Math.min(9, x + 1));", "const [a] = this.log; this.set.add(a as Int<0, 9>);",
  // maps
  "this.map.set(3, 30);", "this.map.set(1, 11).set(0, 5);", "this.map.delete(1);", "const had = this.map.delete(3); this.on = had;", "this.map.clear();", "this.n = this.map.size; this.on = this.map.has(1);",
  "this.n = this.map.get(2) ?? 0; this.m = this.map.get(3) ?? -1;", "for (const [k, v] of this.map) this.n += k * v;", "for (const k of this.map.keys()) this.n += k;", "for (const v of this.map.values()) this.n += v;",
  "for (const [k, v] of this.map.entries()) if (v > 10) this.m = k;", "this.map = new Map([[0, 1], [3, 4]]);", "const c = new Map(this.map); c.set(0, 1); this.n = c.size; this.m = this.map.size;",
  "for (const [k, v] of new Map(this.map)) this.map.set(k, v + 1);", "const c = new Map<Int<-999, 999>, Int<-999, 999>>(); c.set(1, 2); this.map = c;", "this.map.set(1, this.map.get(1)! + 1);", "this.n = new Set(this.map.keys()).size; this.m = new Set(this.map.values()).size;",
  // records
  "this.rec.a = 7; this.rec.inner.on = true;", "this.rec = { a: 2, b: 3, inner: { on: true } };", "this.rec = { ...this.rec, a: 9 };", "const r = { ...this.rec, inner: { on: true } }; this.rec = r;", "const { a, inner: { on } } = this.rec; this.n = a; this.on = !on;",
  "const { b = 12 } = this.rec; this.n = b;", "const a = this.rec.a; this.rec = { a, inner: this.rec.inner };", "const r = { ...this.rec }; r.a = 55; this.n = r.a; this.m = this.rec.a;", "let r = this.rec; r = { ...r, a: 4 }; this.rec = r;",
  "const p = { x: this.n, y: this.m }; this.n = p.y; this.m = p.x;", "const t = this.n; this.n = this.m; this.m = t;", "this.rec.a += 3; this.rec.a++;",
  // helpers
  "this.n = double(double(this.m));", "this.on = sign(this.m) === 'minus' && sign(0) === \"zero\";".replaceAll("'", '"'), "this.n = LIMIT + double(LIMIT);", "this.bump(3); this.bump(this.n);", "const x = this.bump(2); this.m = x;", "this.m = this.bump(2);",
  "this.reset();", "this.early(9); this.n = 0;", "this.early(1); this.n = 0;", "this.maybe = this.firstBig(2); this.n = this.firstBig(99) ?? -5;", "const x = this.takeBig(2); this.n = x;", "const x = this.takeBig(99); this.n = x;", "this.n = this.takeBig(4);",
  "this.n = this.total;", "this.n = pick(this.on, 1, 2) + pick(true, this.m, 0); this.maybe = pick<Int<-999, 999> | undefined>(false, 1, undefined);", "this.on = atLeast(this.log, 2, (x) => x === 1) && !atLeast(this.log, 2, (x) => x === this.m);",
  "const set = (x: Int<-999, 999>) => (this.n = x); set(4); const up = () => this.m++; up();", "const inc = (x: Int) => x + this.n; this.m = inc(inc(1));", "const inc = (x: Int) => { this.n += x; return this.n; }; inc(2); const y = inc(3); this.m = y;", "function twice(x: Int) { return x * 2; } this.n = twice(4);",
  "for (const x of this.log) this.note(x * 2);", "for (const x of this.log) { const y = this.bump(x); if (y > 9) break; }", "this.log[this.n - 5] = this.bump(1);", "this.note(this.n); this.note(this.total); this.n = this.other.length;",
  "const a = 1; { const a = 2; this.n = a; } this.m = a;", "let x = 1; const f = (y: Int) => x + y; x = 10; this.n = f(1);", "if (this.n > 0) { const q = this.n; this.m = q; } else { const q = 3; this.m = q; }",
  "const log = this.log; this.log = [...this.log, 9]; this.n = log.length;", "const r = this.rec; this.rec = { ...r, a: 4 }; this.n = r.a;", "const r = this.rec; this.rec.a = 4; this.on = r.inner.on;", "const s = new Set<Int<0, 9>>([1]); const t = new Set(s); t.add(2); this.n = s.size;",
];

/** What Node 20 does not have yet. */
const methodsOfSets = `
  const sets = {
    union: (a, b) => [...a, ...b], intersection: (a, b) => [...a].filter((x) => b.has(x)), difference: (a, b) => [...a].filter((x) => !b.has(x)),
    symmetricDifference: (a, b) => [...a, ...b].filter((x) => a.has(x) !== b.has(x)),
  };
  const tests = { isSubsetOf: (a, b) => [...a].every((x) => b.has(x)), isSupersetOf: (a, b) => [...b].every((x) => a.has(x)), isDisjointFrom: (a, b) => ![...a].some((x) => b.has(x)) };
  for (const [name, f] of Object.entries(sets)) Set.prototype[name] ??= function (other) { return new Set(f(this, other)); };
  for (const [name, f] of Object.entries(tests)) Set.prototype[name] ??= function (other) { return f(this, other); };
`;

/** The same by JavaScript. */
function byJavaScript(body: string): Record<string, string> {
  const source = `${helpers} const range = (a: number, b: number) => Array.from({ length: Math.max(0, b - a) }, (_, i) => a + i);
    class State { ${fields} ${methods} act() { ${body} } } return new State();`;
  const js = ts.transpileModule(`(() => { ${source} })()`, { compilerOptions: { target: ts.ScriptTarget.ESNext } }).outputText;
  const state = runInNewContext(methodsOfSets + js) as Record<string, unknown> & { act(): void };
  state.act();
  return Object.fromEntries(Object.entries(state).map(([k, v]) => [k, show(v, k)]));
}

/** By the name of its class, as it comes from a world of its own. */
const isA = (value: unknown, name: "Set" | "Map"): boolean => Object.prototype.toString.call(value) === `[object ${name}]`;

function show(value: unknown, field: string): string {
  if (isA(value, "Set")) return `{${[...(value as Set<number>)].toSorted((a, b) => a - b).join(", ")}}`;
  if (isA(value, "Map")) return `{${[...(value as Map<number, number>)].toSorted((a, b) => a[0] - b[0]).map(([k, v]) => `${k}: ${v}`).join(", ")}}`;
  if (Array.isArray(value)) return `[${value.join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const known: Record<string, unknown> = field === "rec" ? { b: undefined, ...value } : { ...value };
    // A Record is a map.
    const space = "idle" in known ? "" : " ";
    return `{${space}${Object.keys(known).toSorted().map((k) => `${k}: ${show(known[k], k)}`).join(", ")}${space}}`;
  }
  return String(value);
}

describe("bodies mean what they mean in JavaScript", () => {
  // Compiled all at once, as the compiler takes longer to start than for any of them.
  let protocol: Protocol;
  beforeAll(() => {
    protocol = protocolOf(`${helpers} export class Spec { ${fields} ${methods}\n${bodies.map((body, i) => `@action act${i}() { ${body} }`).join("\n")}\n}`);
  });
  it.each(bodies.map((body, i) => [body, i] as const))("%s", (body, i) => {
    expect(run(protocol, `act${i}`)).toEqual(byJavaScript(body));
  });
});

import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import { runAction } from "../../../src/interp/step.ts";
import { mapValue, recordValue, seqValue, setValue, type State, type Value, variantValue } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr, PathStep, Stmt } from "../../../src/ir/expr.ts";
import { bool, int, mapOf, option, record, seqOf, setOf, type Type, union } from "../../../src/ir/type.ts";
import { action, elements, evaluated, field, line, no, Node, now, num, over, param, protocol, range, s, setTo, Small, x, yes } from "./helpers.ts";

/** Runs statements over one state field `v`; the value after, "blocked", or the failure. */
function run(type: Type, before: Value, body: readonly Stmt[], args: Readonly<Record<string, readonly [Type, Value]>> = {}): unknown {
  const a = action("a", Object.entries(args).map(([name, [t]]) => param(name, t)), body);
  const p = protocol({ state: [field("v", type)], actions: [a] });
  const state: State = [before];
  const outcome = runAction(p, state, a, Object.values(args).map(([, value]) => value));
  expect(state).toEqual([before]);
  return outcome.kind === "step" ? outcome.next[0] : outcome.kind === "failed" ? `${outcome.failure.reason}: ${outcome.failure.message}` : outcome.kind;
}

const wide = int(0, 99);
const v = now("v", wide);
const set = (value: Expr): Stmt => setTo("v", wide, value);
const plus = (n: number): Stmt => set(b.arith("add", v, num(n), s));
const at = (type: Type, path: readonly PathStep[], value: Expr): Stmt => b.assign(b.place({ kind: "state", name: "v", type }, path), value, s);
const key = (k: Expr): PathStep => ({ kind: "at", key: k, span: s });
const get = (name: string): PathStep => ({ kind: "get", field: name, span: s });
const open: PathStep = { kind: "unwrap", span: s };

describe("assignment", () => {
  it("is seen by later reads", () => expect(run(wide, 1, [plus(1), set(b.arith("mul", v, num(10), s))])).toBe(20));
  it("fails where the value does not fit", () => expect(run(wide, 99, [plus(1)])).toBe("bound: this.v + 1 is 100, outside Int<0, 99>"));
  it("changes one key of a map", () => {
    const T = mapOf(Node, Small, true);
    const all = (...values: number[]): Value => mapValue(values.map((value, i) => ({ key: i, value })));
    expect(run(T, all(1, 1, 1), [at(T, [key(x("n", Node))], num(3))], { n: [Node, 1] })).toEqual(all(1, 3, 1));
  });
  it("goes down through records, options, maps and sequences", () => {
    const Entry = record([{ name: "count", type: Small }, { name: "done", type: bool }]);
    const T = mapOf(Node, option(seqOf(Entry, 2)), true);
    const entry = (count: number): Value => recordValue([{ name: "count", value: count }, { name: "done", value: false }]);
    const all = (third: Value): Value => mapValue([{ key: 0, value: null }, { key: 1, value: seqValue([]) }, { key: 2, value: third }]);
    const write = (n: number, i: number): unknown =>
      run(T, all(seqValue([entry(0), entry(1)])), [at(T, [key(x("n", Node)), open, key(num(i)), get("count")], num(3))], { n: [Node, n] });
    expect(write(2, 1)).toEqual(all(seqValue([entry(0), entry(3)])));
    expect(write(0, 1)).toBe("undefined: this.v[n] is undefined");
    expect(write(1, 1)).toBe("index: this.v[n] has no element 1: its length is 0");
  });
  it("fits the variant at hand, which may be narrower than the place", () => {
    const T = union("kind", [{ tag: "big", fields: [{ name: "n", type: int(0, 9) }] }, { tag: "none", fields: [] }, { tag: "small", fields: [{ name: "n", type: int(0, 3) }] }]);
    const of = (tag: string, n: number): Value => variantValue(tag, [{ name: "n", value: n }]);
    expect(run(T, of("big", 1), [at(T, [get("n")], num(7))])).toEqual(of("big", 7));
    expect(run(T, of("small", 1), [at(T, [get("n")], num(7))])).toBe("bound: 7 is outside Int<0, 3>");
    expect(run(T, variantValue("none"), [at(T, [get("n")], num(7))])).toBe('variant: this.v is of kind "none", which has no n');
  });
  it("evaluates the place before the value, its keys from the left", () => {
    const T = seqOf(seqOf(Small, 2), 2);
    const broken = (n: number): Expr => b.arith("div", num(n), num(0), s);
    expect(run(T, seqValue([]), [at(T, [key(num(0)), key(broken(1))], broken(2))])).toMatch(/^index/);
    expect(run(T, seqValue([seqValue([])]), [at(T, [key(num(0)), key(broken(1))], broken(2))])).toMatch(/Math.floor\(1 \/ 0\)/);
    expect(run(T, seqValue([seqValue([0])]), [at(T, [key(num(0)), key(num(0))], broken(2))])).toMatch(/Math.floor\(2 \/ 0\)/);
  });
  it("writes mutable locals, and parts of them", () => {
    const T = seqOf(Small, 2);
    const part = b.place({ kind: "local", name: "l", type: T }, [key(num(0))]);
    const body = [b.letStmt("l", b.coerce(b.collection(T, [num(1), num(2)], s), T), s, true), b.assign(part, num(3), s), setTo("v", T, x("l", T))];
    expect(run(T, seqValue([]), body)).toEqual(seqValue([3, 2]));
  });
});

describe("require", () => {
  it("blocks, whatever was written before", () => {
    expect(run(wide, 1, [plus(1), b.require(b.eq(v, num(2), s), s)])).toBe(2);
    expect(run(wide, 1, [plus(1), b.require(b.eq(v, num(1), s), s)])).toBe("blocked");
  });
  it("blocks from inside loops and blocks", () =>
    expect(run(wide, 1, [b.forStmt("e", range(0, 3), [b.block([b.require(no, s)], s)], s)])).toBe("blocked"));
});

describe("control", () => {
  it("takes one branch", () => {
    const branch = b.ifStmt(b.compare("lt", v, num(5), s), [plus(1)], [plus(2)], s);
    expect([run(wide, 4, [branch]), run(wide, 5, [branch])]).toEqual([5, 7]);
  });
  it("loops in order over a domain that it evaluates once", () => {
    const T = setOf(Small);
    const grow = setTo("v", T, b.withItem("add", now("v", T), b.arith("min", b.arith("add", x("e", Small), num(1), s), num(3), s), s));
    expect(run(T, setValue([0, 2]), [b.forStmt("e", elements(now("v", T)), [grow], s)])).toEqual(setValue([0, 1, 2, 3]));
    const digits = set(b.arith("add", b.arith("mul", v, num(3), s), x("e", Small), s));
    expect(run(wide, 0, [b.forStmt("e", over(int(0, 2)), [digits], s)])).toBe(5);
  });
  it("breaks and continues the nearest loop", () => {
    const e = x("e", wide);
    const loop = (inner: Stmt): Stmt => b.forStmt("o", range(0, 2), [
      b.forStmt("e", range(1, 4), [b.ifStmt(b.eq(e, num(2), s), [inner], [], s), set(b.arith("add", v, e, s))], s),
      plus(10),
    ], s);
    // Without: 1 + 2 + 3 and 10, twice.
    expect(run(wide, 0, [loop({ kind: "break", span: s })])).toBe(22);
    expect(run(wide, 0, [loop({ kind: "continue", span: s })])).toBe(28);
  });
  it("returns from a block, or from the action", () => {
    expect(run(wide, 0, [b.block([plus(1), b.returnStmt(null, s), plus(10)], s), plus(2)])).toBe(3);
    expect(run(wide, 0, [plus(1), b.returnStmt(null, s), plus(10)])).toBe(1);
    expect(run(wide, 0, [b.forStmt("e", range(0, 9), [plus(1), b.returnStmt(null, s)], s), plus(10)])).toBe(1);
  });
  it("breaks a loop from inside a block", () =>
    expect(run(wide, 0, [b.forStmt("e", range(0, 9), [b.block([plus(1), { kind: "break", span: s }], s)], s)])).toBe(1));
});

describe("do", () => {
  const n = x("n", wide);
  const count = b.place({ kind: "local", name: "c", type: wide });
  it("gives what it returns", () => {
    const body = [b.ifStmt(b.compare("lt", n, num(5), s), [b.returnStmt(num(1), s)], [], s), b.returnStmt(num(2), s)];
    expect([4, 5].map((value) => evaluated(b.doExpr(body, wide, s), { locals: { n: value } }))).toEqual([1, 2]);
  });
  it("returns from inside loops and writes its own locals", () => {
    const body = [
      b.letStmt("c", b.coerce(num(0), wide), s, true),
      b.forStmt("e", range(0, 9), [b.assign(count, b.arith("add", x("c", wide), num(2), s), s), b.ifStmt(b.compare("le", n, x("c", wide), s), [b.returnStmt(x("c", wide), s)], [], s)], s),
      b.returnStmt(num(0), s),
    ];
    expect([3, 18, 19].map((value) => evaluated(b.doExpr(body, wide, s), { locals: { n: value } }))).toEqual([4, 18, 0]);
  });
  it("must return", () => expect(() => evaluated(b.doExpr([], bool, s))).toThrow(InternalError));
});

it("tells an observer what happens", () => {
  const seen: string[] = [];
  const a = action("a", [], [
    b.require(yes, line(1)),
    b.forStmt("e", range(0, 2), [b.ifStmt(b.eq(x("e", wide), num(0), s), [], [], s)], s),
    b.require(no, line(2)),
  ]);
  runAction(protocol({ actions: [a] }), [], a, [], {
    passed: (span) => seen.push(`passed ${span.line}`),
    blocked: (cond) => seen.push(`blocked ${cond.kind}`),
    bound: (name) => seen.push(`bound ${name}`),
    branched: (_, value) => seen.push(`branched ${value}`),
  });
  expect(seen).toEqual(["passed 1", "bound e", "branched true", "bound e", "branched false", "blocked literal"]);
});

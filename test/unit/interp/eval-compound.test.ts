import { describe, expect, it } from "vitest";
import { bagValue, mapValue, recordValue, seqValue, setValue, type Value, variantValue } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { SetOp } from "../../../src/ir/expr.ts";
import { bagOf, bool, int, majority, mapOf, record, seqOf, setOf, type Type, union } from "../../../src/ir/type.ts";
import { Color, evaluated, failed, Message, Node, num, s, Small, x } from "./helpers.ts";

const map = (...entries: [Value, Value][]): Value => mapValue(entries.map(([key, value]) => ({ key, value })));
const bag = (...entries: [Value, number][]): Value => bagValue(entries.map(([value, count]) => ({ value, count })));
const set = (...items: Value[]): Value => setValue(items);
const seq = (...items: Value[]): Value => seqValue(items);
/** Evaluates over one local `v`. */
const on = (v: Value, expr: Parameters<typeof evaluated>[0], more: Record<string, Value> = {}): Value => evaluated(expr, { locals: { v, ...more } });
const failedOn = (v: Value, expr: Parameters<typeof evaluated>[0]): string => failed(expr, { locals: { v } });

describe("records and variants", () => {
  const Point = record([{ name: "x", type: Small }, { name: "y", type: Small }]);
  const vote = variantValue("vote", [{ name: "from", value: 1 }, { name: "yes", value: true }]);
  it("are built and read", () => {
    const point = b.recordLit(Point, [{ name: "y", value: num(2) }, { name: "x", value: num(1) }], s);
    expect(evaluated(point)).toEqual(recordValue([{ name: "x", value: 1 }, { name: "y", value: 2 }]));
    expect(evaluated(b.get(point, "y", s))).toBe(2);
    expect(evaluated(b.variantLit(Message, "vote", [{ name: "from", value: x("n", Node) }, { name: "yes", value: b.boolLit(true, s) }], s), { locals: { n: 1 } })).toEqual(vote);
    expect(evaluated(b.variantLit(Message, "ack", [], s))).toEqual(variantValue("ack"));
  });
  it("fit their fields", () =>
    expect(failed(b.recordLit(Point, [{ name: "x", value: num(4) }, { name: "y", value: num(0) }], s))).toBe("bound: 4 is outside Int<0, 3>"));
  it("tell their tag", () => expect(on(vote, b.tag(x("v", Message), s))).toBe("vote"));
  it("give a field of the variant at hand", () => {
    expect(on(vote, b.get(x("v", Message), "from", s))).toBe(1);
    expect(failedOn(variantValue("ack"), b.get(x("v", Message), "from", s))).toBe('variant: v is of kind "ack", which has no from');
  });
  it("are cast to fewer variants, field by field", () => {
    const narrow = union("kind", [{ tag: "n", fields: [{ name: "at", type: Small }] }]);
    const wide = union("kind", [{ tag: "n", fields: [{ name: "at", type: int(0, 9) }] }, { tag: "m", fields: [] }]);
    const cast = b.coerce(x("v", wide), narrow);
    expect(on(variantValue("n", [{ name: "at", value: 3 }]), cast)).toEqual(variantValue("n", [{ name: "at", value: 3 }]));
    expect(failedOn(variantValue("n", [{ name: "at", value: 4 }]), cast)).toBe("bound: v holds 4, outside Int<0, 3>");
    expect(failedOn(variantValue("m"), cast)).toBe('bound: v is of kind "m", not one of "n"');
  });
});

describe("total maps", () => {
  const Votes = mapOf(Node, Small, true);
  const votes = x("v", Votes);
  it("are filled and tabulated in order", () => {
    expect(evaluated(b.fill(Votes, num(2), s))).toEqual(map([0, 2], [1, 2], [2, 2]));
    const term = mapOf(int(0, 3), Small, true);
    expect(evaluated(b.tabulate(term, "k", b.arith("sub", num(3), x("k", int(0, 3)), s), s))).toEqual(map([0, 3], [1, 2], [2, 1], [3, 0]));
    expect(failed(b.tabulate(term, "k", b.arith("add", num(1), x("k", int(0, 3)), s), s))).toBe("bound: 1 + k is 4, outside Int<0, 3>");
  });
  it("are read and changed", () => {
    expect(on(map([0, 1], [1, 2], [2, 3]), b.at(votes, x("n", Node), s), { n: 1 })).toBe(2);
    expect(on(map([0, 1], [1, 2], [2, 3]), b.put(votes, x("n", Node), num(0), s), { n: 1 })).toEqual(map([0, 1], [1, 0], [2, 3]));
  });
  it("are cast by value", () => {
    const cast = b.coerce(x("v", mapOf(Node, int(0, 9), true)), Votes);
    expect(on(map([0, 1], [1, 2], [2, 3]), cast)).toEqual(map([0, 1], [1, 2], [2, 3]));
    expect(failedOn(map([0, 1], [1, 7], [2, 3]), cast)).toBe("bound: v holds 7, outside Int<0, 3>");
  });
});

describe("partial maps", () => {
  const Partial = mapOf(Small, Color, false);
  const m = x("v", Partial);
  const red = b.enumLit("red", s);
  const value = map([1, "red"]);
  it("are built, the later entry winning", () =>
    expect(evaluated(b.entries(Partial, [{ key: num(1), value: red }, { key: num(0), value: red }, { key: num(1), value: b.enumLit("green", s) }], s)))
      .toEqual(map([0, "red"], [1, "green"])));
  it("are read", () => {
    expect(on(value, b.lookup(m, num(1), s))).toBe("red");
    expect(on(value, b.lookup(m, num(2), s))).toBe(null);
    expect([1, 2].map((k) => on(value, b.has(m, num(k), s)))).toEqual([true, false]);
    expect(on(value, b.size(m, s))).toBe(1);
    expect(on(map([2, "red"], [0, "red"]), b.keys(m, s))).toEqual(set(0, 2));
  });
  it("are changed", () => {
    expect(on(value, b.put(m, num(0), red, s))).toEqual(map([0, "red"], [1, "red"]));
    expect(on(value, b.withItem("delete", m, num(1), s))).toEqual(map());
    expect(on(value, b.withItem("delete", m, num(2), s))).toEqual(value);
  });
  it("fail on a key outside the type", () => expect(failedOn(value, b.lookup(m, num(4), s))).toBe("bound: 4 is outside Int<0, 3>"));
});

describe("sets", () => {
  const S = setOf(Small);
  const v = x("v", S);
  it("are built", () => expect(evaluated(b.collection(S, [num(2), num(0), num(2)], s))).toEqual(set(0, 2)));
  it("are asked", () => {
    expect([0, 1].map((n) => on(set(0, 2), b.has(v, num(n), s)))).toEqual([true, false]);
    expect(on(set(0, 2), b.size(v, s))).toBe(2);
  });
  it("gain and lose elements", () => {
    expect(on(set(0, 2), b.withItem("add", v, num(1), s))).toEqual(set(0, 1, 2));
    expect(on(set(0, 2), b.withItem("add", v, num(2), s))).toEqual(set(0, 2));
    expect(on(set(0, 2), b.withItem("delete", v, num(0), s))).toEqual(set(2));
    expect(on(set(0, 2), b.withItem("delete", v, num(1), s))).toEqual(set(0, 2));
  });
  it.each<[SetOp["op"], Value]>([
    ["union", set(0, 1, 2, 3)], ["intersection", set(1, 2)], ["difference", set(0)], ["symmetricDifference", set(0, 3)],
  ])("have a %s", (op, result) => expect(on(set(0, 1, 2), b.setOp(op, v, x("w", S), s), { w: set(1, 2, 3) })).toEqual(result));
  it("are compared", () => {
    const subset = (a: Value, c: Value): Value => on(a, b.subset(v, x("w", S), s), { w: c });
    expect([subset(set(), set(1)), subset(set(1), set(1)), subset(set(0, 1), set(1))]).toEqual([true, true, false]);
    expect(on(set(2, 1), b.eq(v, b.collection(S, [num(1), num(2)], s), s))).toBe(true);
  });
  it("take majorities as sets", () => {
    const q = x("q", majority(Node));
    const nodes = x("v", setOf(Node));
    expect(on(set(2), b.setOp("union", nodes, q, s), { q: set(0, 1) })).toEqual(set(0, 1, 2));
    expect(on(set(0, 1, 2), b.subset(q, nodes, s), { q: set(0, 1) })).toBe(true);
    expect(evaluated(b.has(q, x("n", Node), s), { locals: { q: set(0, 1), n: 1 } })).toBe(true);
    expect(evaluated(b.size(q, s), { locals: { q: set(0, 1) } })).toBe(2);
  });
});

describe("bags", () => {
  const B = bagOf(Small, 2);
  const v = x("v", B);
  const value = bag([0, 2], [1, 1]);
  it("are built within their bound", () => {
    expect(evaluated(b.collection(B, [num(1), num(0), num(1)], s))).toEqual(bag([0, 1], [1, 2]));
    expect(failed(b.collection(B, [num(1), num(1), num(1)], s))).toBe("capacity: new Bag([1, 1, 1]) is a bag with 3 copies of one element, more than the 2 that the scope allows");
  });
  it("are asked", () => {
    expect([0, 1, 2].map((n) => on(value, b.countOf(v, num(n), s)))).toEqual([2, 1, 0]);
    expect([0, 2].map((n) => on(value, b.has(v, num(n), s)))).toEqual([true, false]);
    expect(on(value, b.size(v, s))).toBe(3);
  });
  it("gain and lose copies", () => {
    expect(on(value, b.withItem("add", v, num(1), s))).toEqual(bag([0, 2], [1, 2]));
    expect(on(value, b.withItem("delete", v, num(0), s))).toEqual(bag([0, 1], [1, 1]));
    expect(on(value, b.withItem("delete", v, num(1), s))).toEqual(bag([0, 2]));
    expect(on(value, b.withItem("delete", v, num(2), s))).toEqual(value);
  });
  it("fail where they are to hold too many copies", () => {
    const more = b.withItem("add", v, num(0), s);
    expect(on(value, more)).toEqual(bag([0, 3], [1, 1]));
    expect(failedOn(value, b.coerce(more, B))).toBe("capacity: v.add(0) is a bag with 3 copies of one element, more than the 2 that the scope allows");
  });
});

describe("sequences", () => {
  const Q = seqOf(Small, 3);
  const v = x("v", Q);
  const value = seq(3, 1, 3);
  it("are built", () => expect(evaluated(b.collection(Q, [num(1), num(1)], s))).toEqual(seq(1, 1)));
  it("are read by index", () => {
    expect([0, 1, 2].map((i) => on(value, b.at(v, num(i), s)))).toEqual([3, 1, 3]);
    expect(failedOn(value, b.at(v, num(3), s))).toBe("index: v has no element 3: its length is 3");
    expect(failedOn(value, b.at(v, num(-1), s))).toBe("index: v has no element -1: its length is 3");
  });
  it("are asked", () => {
    expect(on(value, b.size(v, s))).toBe(3);
    expect([1, 2].map((n) => on(value, b.has(v, num(n), s)))).toEqual([true, false]);
    expect([3, 1, 2].map((n) => on(value, b.indexOf(v, num(n), s)))).toEqual([0, 1, -1]);
  });
  it("are changed at an index", () => {
    expect(on(value, b.put(v, num(1), num(0), s))).toEqual(seq(3, 0, 3));
    expect(failedOn(seq(1), b.put(v, num(1), num(0), s))).toBe("index: v has no element 1: its length is 1");
  });
  it("grow at the end, up to their bound", () => {
    const longer = b.withItem("add", v, num(2), s);
    expect(on(seq(1), b.coerce(longer, Q))).toEqual(seq(1, 2));
    expect(failedOn(value, b.coerce(longer, Q))).toBe("capacity: v.push(2) is a sequence of 4 elements, more than the 3 that the scope allows");
  });
  it("are cast by length, then element by element", () => {
    const cast = b.coerce(x("v", seqOf(int(0, 9), 5)), Q);
    expect(failedOn(seq(1, 8, 9), cast)).toBe("bound: v holds 8, outside Int<0, 3>");
    expect(failedOn(seq(8, 8, 8, 8), cast)).toMatch(/^capacity/);
  });
  it("are joined", () => expect(on(seq(1, 2), b.concat(v, x("w", Q), s), { w: seq(3) })).toEqual(seq(1, 2, 3)));
  it.each<[number, number | null, Value]>([
    [0, null, seq(0, 1, 2)], [1, null, seq(1, 2)], [0, 2, seq(0, 1)], [-1, null, seq(2)], [0, -1, seq(0, 1)], [2, 1, seq()], [5, 9, seq()], [-9, 1, seq(0)],
  ])("are sliced from %s to %s", (from, to, result) =>
    expect(on(seq(0, 1, 2), b.slice(v, num(from), to === null ? null : num(to), s))).toEqual(result));
});

it("compares deeply", () => {
  const deep: Type = mapOf(bool, setOf(seqOf(Small, 2)), true);
  const value = (...items: Value[]): Value => map([false, set()], [true, set(...items)]);
  const equal = b.eq(x("v", deep), x("w", deep), s);
  expect(on(value(seq(1), seq()), equal, { w: value(seq(), seq(1)) })).toBe(true);
  expect(on(value(seq(1), seq()), equal, { w: value(seq(), seq(2)) })).toBe(false);
});

import { describe, expect, it } from "vitest";
import { sortsOf } from "../../../src/interp/env.ts";
import { nameOf, showExpr } from "../../../src/interp/show-expr.ts";
import { showValue, sortValueName } from "../../../src/interp/show-value.ts";
import { bagValue, mapValue, recordValue, seqValue, setValue, type Value, variantValue } from "../../../src/interp/value.ts";
import * as b from "../../../src/ir/build.ts";
import type { Expr } from "../../../src/ir/expr.ts";
import { bagOf, bool, enumOf, int, majority, mapOf, option, record, seqOf, setOf, type Type } from "../../../src/ir/type.ts";
import { Color, elements, Message, no, Node, now, num, over, protocol, s, Small, Term, x, yes } from "./helpers.ts";

describe("showValue", () => {
  const map = (...entries: [Value, Value][]): Value => mapValue(entries.map(([key, value]) => ({ key, value })));
  const odd = record([{ name: "a b", type: bool }, { name: "ok", type: bool }]);
  it.each<[string, Value, Type]>([
    ["true", true, bool],
    ["-3", -3, int()],
    ['"red"', "red", Color],
    ["undefined", null, option(Node)],
    ["node2", 1, option(Node)],
    ["0", 0, Term],
    ["Set { node1, node3 }", setValue([2, 0]), setOf(Node)],
    ["Set { node1, node2 }", setValue([0, 1]), majority(Node)],
    ["Bag { 0, 1 × 2 }", bagValue([{ value: 1, count: 2 }, { value: 0, count: 1 }]), bagOf(Term, 2)],
    ["[node1, node1]", seqValue([0, 0]), seqOf(Node, 3)],
    ['{ "a b": true, ok: false }', recordValue([{ name: "ok", value: false }, { name: "a b", value: true }]), odd],
    ['{ kind: "vote", from: node3, yes: true }', variantValue("vote", [{ name: "from", value: 2 }, { name: "yes", value: true }]), Message],
    ["{ node1: 1, node2: 0, node3: 2 }", map([0, 1], [1, 0], [2, 2]), mapOf(Node, Small, true)],
    ['{ green: 1, red: 0 }', map(["red", 0], ["green", 1]), mapOf(Color, Small, true)],
    ['{ "not-ok": 1 }', map(["not-ok", 1]), mapOf(enumOf(["not-ok"]), Small, true)],
    ["{ [Set {}]: 1, [Set { true }]: 2 }", map([setValue([]), 1], [setValue([true]), 2]), mapOf(setOf(bool), Small, true)],
    ['Map { node1 => "red" }', map([0, "red"]), mapOf(Node, Color, false)],
    ["Map {}", map(), mapOf(Node, Color, false)],
  ])("%s", (shown, value, type) => expect(showValue(value, type, sortsOf(protocol()))).toBe(shown));
  it("names members of sorts", () => {
    const sorts = sortsOf(protocol());
    expect(["Node", "RM", "Client", "RMNode", "node"].map((name) => sortValueName(name, 0, sorts))).toEqual(["node1", "rm1", "client1", "rmNode1", "node1"]);
  });
});

describe("showExpr", () => {
  const n = x("n", Small);
  const set = now("set", setOf(Node));
  const a = x("a", Node);
  const log = now("log", seqOf(Small, 3));
  const partial = now("map", mapOf(Node, Small, false));
  const total = now("all", mapOf(Node, Small, true));
  const o = x("o", option(Small));
  const m = x("m", Message);
  const plus = b.arith("add", n, num(1), s);
  it.each<[string, Expr]>([
    ["this.set.has(a)", b.has(set, a, s)],
    ["next.n", b.stateRead("n", Small, "next", s)],
    ["!this.set.has(a)", b.not(b.has(set, a, s), s)],
    ["n !== 1", b.not(b.eq(n, num(1), s), s)],
    ["o !== undefined", b.not(b.isNone(o, s), s)],
    ["!(n < 1)", b.not(b.compare("lt", n, num(1), s), s)],
    ["(true || false) && true", b.connective("and", b.connective("or", yes, no, s), yes, s)],
    ["true || false && true", b.connective("or", yes, b.connective("and", no, yes, s), s)],
    ["implies(true, false)", b.connective("implies", yes, no, s)],
    ["(n + 1) * (n + 1)", b.arith("mul", plus, plus, s)],
    ["n + 1 - (n + 1)", b.arith("sub", plus, plus, s)],
    ["Math.floor((n + 1) / n)", b.arith("div", plus, n, s)],
    ["Math.max(n, n % 2)", b.arith("max", n, b.arith("mod", n, num(2), s), s)],
    ["n + 1 <= 3", b.compare("le", plus, num(3), s)],
    ["true ? n : 1", b.cond(yes, n, num(1), s)],
    ["o === undefined", b.isNone(o, s)],
    ["o + 1", b.arith("add", b.unwrap(o, s), num(1), s)],
    ["m.kind === \"vote\"", b.eq(b.tag(m, s), b.enumLit("vote", s), s)],
    ["m.from", b.get(m, "from", s)],
    ['{ kind: "vote", from: a, yes: true }', b.variantLit(Message, "vote", [{ name: "yes", value: yes }, { name: "from", value: a }], s)],
    ["{ p: n }", b.recordLit(record([{ name: "p", type: Small }]), [{ name: "p", value: n }], s)],
    ["first()", b.extreme("first", Term, s)],
    ["previous(t)", b.neighbour("previous", x("t", Term), s)],
    ["this.all[a]", b.at(total, a, s)],
    ["this.all.with(a, 1)", b.put(total, a, num(1), s)],
    ["this.map.get(a)", b.lookup(partial, a, s)],
    ["this.map.set(a, 1)", b.put(partial, a, num(1), s)],
    ["this.map.keys()", b.keys(partial, s)],
    ["fill(1)", b.fill(mapOf(Node, Small, true), num(1), s)],
    ["tabulate((k: Node) => n)", b.tabulate(mapOf(Node, Small, true), "k", n, s)],
    ["new Set([a])", b.collection(setOf(Node), [a], s)],
    ["new Bag()", b.collection(bagOf(Node, 1), [], s)],
    ["[1, n]", b.collection(seqOf(Small, 2), [num(1), n], s)],
    ["new Map([[a, 1]])", b.entries(mapOf(Node, Small, false), [{ key: a, value: num(1) }], s)],
    ["this.log.includes(1)", b.has(log, num(1), s)],
    ["this.log.length", b.size(log, s)],
    ["this.set.size", b.size(set, s)],
    ["this.log.push(1)", b.withItem("add", log, num(1), s)],
    ["this.set.add(a)", b.withItem("add", set, a, s)],
    ["this.map.delete(a)", b.withItem("delete", partial, a, s)],
    ["this.set.union(this.set)", b.setOp("union", set, set, s)],
    ["this.set.isSubsetOf(this.set)", b.subset(set, set, s)],
    ["this.log.concat(this.log)", b.concat(log, log, s)],
    ["this.log.slice(1)", b.slice(log, num(1), null, s)],
    ["this.log.slice(0, n)", b.slice(log, num(0), n, s)],
    ["this.log.indexOf(1)", b.indexOf(log, num(1), s)],
    ["forall((v: Node) => this.set.has(v))", b.fold("forall", "v", over(Node), b.has(set, x("v", Node), s), s)],
    ["count(this.set, (v) => true)", b.fold("count", "v", elements(set), yes, s)],
    ["this.log.findIndex((v) => v < 1)", b.fold("findIndex", "v", elements(log), b.compare("lt", x("v", Small), num(1), s), s)],
    ["sum(range(0, n), (v) => v)", b.fold("sum", "v", { kind: "range", from: num(0), to: n }, x("v", Small), s)],
    ["filter((v: Node) => true)", b.comprehend("filter", "v", over(Node), yes, s)],
    ["this.log.map((v) => n + 1)", b.comprehend("map", "v", elements(log), plus, s)],
    ["{ … }", b.doExpr([], bool, s)],
  ])("%s", (text, expr) => expect(showExpr(expr)).toBe(text));
  it("gives up on what is too long for a sentence", () => {
    const long = Array.from({ length: 40 }, () => num(1)).reduce((l, r) => b.arith("add", l, r, s));
    expect(nameOf(plus)).toBe("n + 1");
    expect(nameOf(long)).toBe("the value");
  });
});

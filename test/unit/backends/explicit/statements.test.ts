/** Statements, places, guards, parameters and initial states, against the interpreter. */
import { describe, expect, test } from "vitest";
import * as b from "../../../../src/ir/build.ts";
import type { Expr, PathStep } from "../../../../src/ir/expr.ts";
import { bagOf, bool, enumOf, int, majority, mapOf, option, record, seqOf, setOf, type Type, union } from "../../../../src/ir/type.ts";
import { agree } from "./agree.ts";
import { action, local, node, num, place, property, protocol, span, state, term, truth, variable } from "./protocols.ts";

const key = (e: Expr): PathStep => ({ kind: "at", key: e, span: span() });
const get = (field: string): PathStep => ({ kind: "get", field, span: span() });
const unwrap = (): PathStep => ({ kind: "unwrap", span: span() });
const small = int(0, 3);
const pair = record([{ name: "a", type: small }, { name: "b", type: option(node) }]);
const message = union("kind", [
  { tag: "ask", fields: [{ name: "from", type: node }, { name: "n", type: int(0, 1) }] },
  { tag: "tell", fields: [{ name: "from", type: node }, { name: "n", type: bool }] },
  { tag: "end", fields: [] },
]);
const set = (p: ReturnType<typeof place>, value: Expr) => b.assign(p, value, span());
const manyZeros = (): Expr => {
  const type = mapOf(record([{ name: "a", type: small }, { name: "b", type: node }]), record([{ name: "c", type: small }, { name: "d", type: int(0, 200) }]), true);
  return b.fill(type, b.recordLit(type.value as never, [{ name: "c", value: num(0) }, { name: "d", value: num(0) }], span()), span());
};
const pairLit = (a: number): Expr => b.recordLit(pair, [{ name: "a", value: num(a) }, { name: "b", value: b.none(node, span()) }], span());

describe("places", () => {
  test("an element of a map, by a parameter", () => {
    const m = mapOf(node, small, true);
    const seen = agree(protocol({
      fields: { m: [m, b.fill(m, num(0), span())] },
      actions: [action("inc", { n: node }, [set(place("m", m, [key(local("n", node))]), b.arith("add", b.at(state("m", m), local("n", node), span()), num(1), span()))])],
    }));
    expect(seen.states).toHaveLength(64);
    expect(seen.findings).toHaveLength(1);
  });

  test("a field of a record in a map, through an option", () => {
    const m = mapOf(node, pair, true);
    agree(protocol({
      fields: { m: [m, b.fill(m, pairLit(1), span())] },
      actions: [
        action("link", { n: node, k: node }, [
          b.require(b.compare("le", b.size(b.comprehend("filter", "x", { kind: "type", type: node }, b.isNone(b.get(b.at(state("m", m), local("x", node), span()), "b", span()), span()), span()), span()), num(3), span()), span()),
          set(place("m", m, [key(local("n", node)), get("b")]), local("k", node)),
        ]),
        action("follow", { n: node }, [set(place("m", m, [key(local("n", node)), get("b"), unwrap()]), local("n", node))]),
        action("set", { n: node }, [set(place("m", m, [key(local("n", node)), get("a")]), num(2))]),
        action("unset", { n: node }, [set(place("m", m, [key(local("n", node)), get("b")]), b.none(node, span()))]),
      ],
    }));
  });

  test("a field of a union, which other variants lack or have at another type", () => {
    agree(protocol({
      fields: { u: message, o: option(pair) },
      actions: [
        action("from", { n: node }, [set(place("u", message, [get("from")]), local("n", node))]),
        action("first", {}, [set(place("o", option(pair), [unwrap(), get("a")]), num(3))]),
      ],
    }));
  });

  test("an index out of range, which nothing is restored from", () => {
    const xs = seqOf(small, 2);
    const rows = mapOf(node, xs, true);
    const wide = int(0, 20);
    agree(protocol({
      fields: { before: [small, num(1)], xs: [xs, b.collection(xs, [num(1)], span())], rows: [rows, b.fill(rows, b.collection(xs, [num(2)], span()), span())], after: [small, num(1)] },
      actions: [
        action("set", { i: wide }, [set(place("xs", xs, [key(local("i", wide))]), num(3))]),
        action("deep", { n: node, i: wide }, [set(place("rows", rows, [key(local("n", node)), key(local("i", wide))]), num(3))]),
        action("negative", { i: int(-4, 1) }, [set(place("xs", xs, [key(local("i", int(-4, 1)))]), num(0))]),
        action("known", { n: node }, [set(place("rows", rows, [key(local("n", node)), key(num(7))]), num(3))]),
        action("others", {}, [set(place("before", small), b.arith("add", state("before", small), num(1), span())), set(place("after", small), state("before", small))]),
      ],
    }));
  });

  test("a place whose key is what the assignment changes", () => {
    const xs = seqOf(record([{ name: "next", type: int(0, 2) }, { name: "v", type: int(0, 2) }, { name: "w", type: int(0, 2) }]), 2);
    const first = b.get(b.at(state("xs", xs), num(0), span()), "next", span());
    const item = (n: number): Expr => b.recordLit(xs.of as never, ["next", "v", "w"].map((name, i) => ({ name, value: num((n + i) % 3) })), span());
    agree(protocol({
      fields: { xs: [xs, b.collection(xs, [item(0), item(1)], span())] },
      actions: [action("go", {}, [
        set(place("xs", xs, [key(first)]), item(1)),
        set(place("xs", xs, [key(first)]), b.at(state("xs", xs), num(1), span())),
      ])],
    }));
  });

  test("swapping through the state", () => {
    const m = mapOf(node, pair, true);
    agree(protocol({
      fields: { m: [m, b.tabulate(m, "k", b.cond(b.eq(local("k", node), local("k", node), span()), pairLit(2), pairLit(1), span()), span())] },
      actions: [
        action("number", { n: node, a: small }, [set(place("m", m, [key(local("n", node)), get("a")]), local("a", small))]),
        action("swap", { n: node, k: node }, [
          b.letStmt("old", b.at(state("m", m), local("n", node), span()), span()),
          set(place("m", m, [key(local("n", node))]), b.at(state("m", m), local("k", node), span())),
          set(place("m", m, [key(local("k", node))]), local("old", pair)),
        ]),
      ],
    }));
  });

  test("sequences and bags changed in place", () => {
    const log = seqOf(pair, 2);
    const bag = bagOf(node, 2);
    agree(protocol({
      fields: { log: [log, b.collection(log, [], span())], bag: [bag, b.collection(bag, [], span())] },
      actions: [
        action("push", { a: small }, [set(place("log", log), b.withItem("add", state("log", log), b.recordLit(pair, [{ name: "a", value: local("a", small) }, { name: "b", value: b.none(node, span()) }], span()), span()))]),
        action("pop", {}, [set(place("log", log), b.slice(state("log", log), num(1), null, span()))]),
        action("double", {}, [set(place("log", log), b.concat(state("log", log), state("log", log), span()))]),
        action("send", { n: node }, [set(place("bag", bag), b.withItem("add", state("bag", bag), local("n", node), span()))]),
        action("receive", { n: node }, [b.require(b.has(state("bag", bag), local("n", node), span()), span()), set(place("bag", bag), b.withItem("delete", state("bag", bag), local("n", node), span()))]),
      ],
      properties: [property("constraint", "few", b.compare("le", b.size(state("bag", bag), span()), num(2), span()))],
    }));
  });

  test("maps and sets changed in place", () => {
    const map = mapOf(node, pair, false);
    const size = b.size(state("map", map), span());
    agree(protocol({
      fields: { map: [map, b.entries(map, [], span())], set: [setOf(term), b.collection(setOf(term), [], span())] },
      actions: [
        action("put", { n: node, a: small }, [
          b.require(b.compare("lt", size, num(2), span()), span()),
          set(place("map", map), b.put(state("map", map), local("n", node), b.recordLit(pair, [{ name: "a", value: local("a", small) }, { name: "b", value: local("n", node) }], span()), span())),
        ]),
        action("remove", { n: node }, [b.require(b.has(state("map", map), local("n", node), span()), span()), set(place("map", map), b.withItem("delete", state("map", map), local("n", node), span()))]),
        action("add", { t: term }, [b.require(b.eq(size, num(0), span()), span()), set(place("set", setOf(term)), b.withItem("add", state("set", setOf(term)), local("t", term), span()))]),
        action("toggle", { t: term }, [b.require(b.eq(size, num(0), span()), span()), set(place("set", setOf(term)), b.setOp("symmetricDifference", state("set", setOf(term)), b.collection(setOf(term), [local("t", term)], span()), span()))]),
      ],
    }));
  });
});

describe("control", () => {
  test("a loop over a set that its body changes sees the set as it was", () => {
    const s = setOf(small);
    agree(protocol({
      fields: { s, n: [int(0, 9), num(0)] },
      actions: [action("go", {}, [
        b.forStmt("x", { kind: "elements", of: state("s", s) }, [
          set(place("s", s), b.withItem("add", state("s", s), b.coerce(b.arith("mod", b.arith("add", local("x", small), num(1), span()), num(4), span()), small), span())),
          set(place("n", int(0, 9)), b.arith("add", state("n", int(0, 9)), num(1), span())),
        ], span()),
      ])],
    }));
  });

  test("mutable locals, blocks that return, loops that break", () => {
    const counter = variable("sum", int());
    agree(protocol({
      fields: { s: setOf(small), n: [int(-5, 20), num(0)] },
      actions: [action("go", { limit: small }, [
        b.letStmt("sum", b.coerce(num(0), int()), span(), true),
        b.forStmt("x", { kind: "elements", of: state("s", setOf(small)) }, [
          b.block([
            b.ifStmt(b.eq(local("x", small), num(1), span()), [b.returnStmt(null, span())], [], span()),
            b.assign(counter, b.arith("add", local("sum", int()), local("x", small), span()), span()),
          ], span()),
          b.ifStmt(b.compare("le", local("limit", small), local("x", small), span()), [{ kind: "break", span: span() }], [], span()),
        ], span()),
        b.require(b.not(b.eq(local("sum", int()), num(3), span()), span()), span()),
        set(place("n", int(-5, 20)), local("sum", int())),
        b.ifStmt(b.eq(local("limit", small), num(3), span()), [b.returnStmt(null, span())], [], span()),
        set(place("n", int(-5, 20)), b.arith("sub", state("n", int(-5, 20)), num(1), span())),
      ])],
    }));
  });

  test("mutable locals of several slots", () => {
    const log = seqOf(node, 3);
    agree(protocol({
      fields: { s: setOf(node), out: [log, b.collection(log, [], span())] },
      actions: [action("go", {}, [
        b.letStmt("xs", b.coerce(b.collection(log, [], span()), log), span(), true),
        b.forStmt("x", { kind: "elements", of: state("s", setOf(node)) }, [
          b.letStmt("before", local("xs", log), span()),
          b.assign(variable("xs", log), b.withItem("add", local("xs", log), local("x", node), span()), span()),
          b.ifStmt(b.eq(b.size(local("before", log), span()), num(1), span()), [b.assign(variable("xs", log, [key(num(0))]), local("x", node), span())], [], span()),
        ], span()),
        set(place("out", log), local("xs", log)),
      ])],
    }));
  });

  test("what was written before a failed require or a failure has no effect", () => {
    const m = mapOf(node, small, true);
    const n = local("n", node);
    const entry = b.at(state("m", m), n, span());
    const seen = agree(protocol({
      fields: { m: [m, b.fill(m, num(0), span())], o: [option(small), b.none(small, span())] },
      actions: [
        action("blocked", { n: node }, [set(place("m", m, [key(n)]), num(3)), b.require(b.eq(entry, num(2), span()), span())]),
        action("failing", { n: node }, [set(place("m", m, [key(n)]), num(3)), set(place("m", m, [key(n)]), b.unwrap(state("o", option(small)), span()))]),
        action("loop", {}, [b.forStmt("k", { kind: "type", type: node }, [
          b.require(b.compare("lt", b.at(state("m", m), local("k", node), span()), num(3), span()), span()),
          set(place("m", m, [key(local("k", node))]), b.arith("add", b.at(state("m", m), local("k", node), span()), num(1), span())),
        ], span())]),
      ],
    }));
    expect(seen.states).toHaveLength(4);
  });
});

describe("guards and parameters", () => {
  const sent = setOf(message);
  const m = local("m", message);

  test("a parameter whose guard says that it is in a set", () => {
    agree(protocol({
      fields: { sent: [sent, b.collection(sent, [], span())], seen: [setOf(node), b.collection(setOf(node), [], span())] },
      actions: [
        action("ask", { n: node }, [set(place("sent", sent), b.withItem("add", state("sent", sent), b.variantLit(message, "ask", [{ name: "from", value: local("n", node) }, { name: "n", value: num(1) }], span()), span()))]),
        action("end", {}, [set(place("sent", sent), b.withItem("add", state("sent", sent), b.variantLit(message, "end", [], span()), span()))]),
        action("receive", { m: message, n: node }, [
          b.require(b.not(b.has(state("seen", setOf(node)), local("n", node), span()), span()), span()),
          b.require(b.has(state("sent", sent), m, span()), span()),
          set(place("seen", setOf(node)), b.withItem("add", state("seen", setOf(node)), b.get(m, "from", span()), span())),
        ]),
      ],
    }));
  });

  test("a guard that may fail is asked in its place", () => {
    agree(protocol({
      fields: { o: option(node), p: bool },
      actions: [action("go", { n: node, q: bool }, [
        b.require(b.eq(local("q", bool), truth(true), span()), span()),
        b.require(b.eq(b.unwrap(state("o", option(node)), span()), local("n", node), span()), span()),
        b.require(state("p", bool), span()),
        set(place("p", bool), truth(false)),
      ])],
    }));
  });

  test("parameters of every kind", () => {
    const types: Record<string, Type> = {
      bool, int: int(-1, 1), enum: enumOf(["x", "y"]), sort: node, majority: majority(node), record: record([{ name: "a", type: small }, { name: "b", type: bool }]), union: message,
      option: option(term), wide: option(record([{ name: "a", type: small }, { name: "b", type: bool }])), set: setOf(node), bag: bagOf(bool, 2), total: mapOf(node, bool, true),
      partial: mapOf(bool, small, false), seq: seqOf(small, 2), quorums: setOf(majority(node)), byQuorum: mapOf(majority(node), bool, true), orQuorum: option(majority(node)),
      bags: setOf(bagOf(bool, 1)), maps: setOf(mapOf(bool, bool, true)), seqs: setOf(seqOf(bool, 1)), pairs: mapOf(record([{ name: "a", type: bool }, { name: "b", type: bool }]), bool, false),
      options: setOf(option(record([{ name: "a", type: bool }, { name: "b", type: bool }]))), seqOfPairs: seqOf(record([{ name: "a", type: bool }, { name: "b", type: bool }]), 2),
    };
    for (const [name, type] of Object.entries(types)) {
      const o = option(type);
      const seen = agree(protocol({
        fields: { o: [o, b.none(type, span())] },
        actions: [action(name, { p: type }, [b.require(b.isNone(state("o", o), span()), span()), set(place("o", o), local("p", type))])],
      }));
      expect(seen.states.length).toBeGreaterThan(2);
    }
  });
});

describe("states", () => {
  test("initial states: fields without a value, assumptions, inits with choices", () => {
    const seen = agree(protocol({
      fields: { edges: setOf(node), leader: node, m: [mapOf(node, bool, true), b.tabulate(mapOf(node, bool, true), "k", b.has(state("edges", setOf(node)), local("k", node), span()), span())], n: [small, num(0)] },
      assumptions: [property("assume", "connected", b.has(state("edges", setOf(node)), state("leader", node), span()))],
      inits: [
        action("start", { k: small }, [b.require(b.compare("le", num(2), local("k", small), span()), span()), set(place("n", small), local("k", small))]),
        action("more", { k: bool, j: node }, [
          b.ifStmt(local("k", bool), [set(place("m", mapOf(node, bool, true), [key(local("j", node))]), truth(true)), b.returnStmt(null, span())], [], span()),
          set(place("n", small), b.arith("add", state("n", small), num(1), span())),
        ]),
      ],
      properties: [
        property("constraint", "small", b.compare("le", state("n", small), num(2), span())), property("invariant", "below", b.compare("lt", state("n", small), num(3), span())),
        property("invariant", "failing", b.eq(b.arith("div", num(1), b.arith("sub", state("n", small), num(3), span()), span()), num(-1), span())),
      ],
    }));
    expect(seen.findings).toContain("invariant below");
  });

  test("properties of steps, constraints, reachables, failures in them", () => {
    const n = int(0, 6);
    agree(protocol({
      fields: { n: [n, num(0)], o: [option(small), b.none(small, span())] },
      actions: [
        action("inc", {}, [set(place("n", n), b.arith("add", state("n", n), num(1), span()))]),
        action("stay", {}, [set(place("n", n), state("n", n))]),
        action("set", { v: small }, [set(place("o", option(small)), local("v", small))]),
      ],
      properties: [
        property("step", "slow", b.compare("lt", state("n", n, "next"), num(4), span())),
        property("step", "failing", b.compare("le", b.unwrap(state("o", option(small), "next"), span()), num(9), span())),
        property("invariant", "low", b.compare("lt", state("n", n), num(5), span())),
        property("invariant", "undefined", b.compare("le", b.unwrap(state("o", option(small)), span()), num(2), span())),
        property("constraint", "bounded", b.compare("lt", state("n", n), num(5), span())),
        property("reachable", "three", b.eq(state("n", n), num(3), span())),
        property("reachable", "six", b.eq(state("n", n), num(6), span())),
      ],
    }), 1);
  });

  test("unbounded integers", () => {
    const i = int(-(2 ** 31), 2 ** 31 - 1);
    const big = (e: Expr): Expr => b.arith("mul", e, num(2 ** 20), span());
    agree(protocol({
      fields: { x: [i, num(3)], y: [i, num(-7)], wide: [int(0, 2 ** 32 - 1), num(2 ** 32 - 2)], o: [option(i), b.none(i, span())] },
      actions: [
        action("double", {}, [set(place("x", i), b.arith("mul", state("x", i), num(2 ** 10), span()))]),
        action("overflow", {}, [set(place("x", i), b.arith("mod", b.coerce(big(big(big(b.coerce(state("x", i), int())))), int()), num(7), span()))]),
        action("divide", {}, [set(place("y", i), b.arith("div", state("y", i), num(2), span()))]),
        action("rest", {}, [set(place("o", option(i)), b.arith("mod", state("y", i), num(4), span()))]),
        action("grow", {}, [set(place("wide", int(0, 2 ** 32 - 1)), b.arith("add", state("wide", int(0, 2 ** 32 - 1)), num(1), span()))]),
      ],
      properties: [property("invariant", "small", b.compare("lt", state("x", i), num(2 ** 28), span()))],
    }));
  });

  test("sets of several words, and states of many", () => {
    const element = record([{ name: "a", type: int(0, 4) }, { name: "b", type: int(0, 4) }, { name: "c", type: node }]);
    const wide = setOf(element);
    const m = mapOf(record([{ name: "a", type: int(0, 11) }, { name: "b", type: int(0, 11) }]), record([{ name: "x", type: small }, { name: "y", type: node }]), true);
    const e = local("e", element);
    const at = (a: number, c: number): Expr => b.recordLit(m.key as never, [{ name: "a", value: num(a) }, { name: "b", value: num(c) }], span());
    const filled = b.fill(m, b.recordLit(m.value as never, [{ name: "x", value: num(0) }, { name: "y", value: b.extreme("first", node, span()) }], span()), span());
    const size = (s: string): Expr => b.size(state(s, wide), span());
    agree(protocol({
      fields: { s: [wide, b.collection(wide, [], span())], t: [wide, b.collection(wide, [], span())], m: [m, filled], k: [int(0, 9), num(9)] },
      actions: [
        action("add", { e: element }, [b.require(b.eq(b.arith("mul", b.get(e, "a", span()), b.get(e, "b", span()), span()), num(16), span()), span()), set(place("s", wide), b.withItem("add", state("s", wide), e, span()))]),
        action("move", { e: element }, [
          b.require(b.has(state("s", wide), e, span()), span()),
          set(place("t", wide), b.withItem("add", state("t", wide), e, span())), set(place("s", wide), b.withItem("delete", state("s", wide), e, span())),
        ]),
        action("merge", {}, [set(place("s", wide), b.setOp("union", state("s", wide), state("t", wide), span()))]),
        action("sub", {}, [b.require(b.subset(state("s", wide), state("t", wide), span()), span()), set(place("m", m, [key(at(0, 3)), get("x")]), num(1))]),
        action("by key", { i: int(0, 9) }, [
          b.require(b.compare("le", num(7), local("i", int(0, 9)), span()), span()), b.require(b.eq(size("s"), num(0), span()), span()),
          set(place("m", m, [key(b.recordLit(m.key as never, [{ name: "a", value: local("i", int(0, 9)) }, { name: "b", value: state("k", int(0, 9)) }], span()))]), b.at(state("m", m), at(0, 3), span())),
        ]),
        action("all", {}, [b.require(b.compare("lt", size("t"), num(1), span()), span()), set(place("m", m), filled)]),
      ],
      properties: [
        property("constraint", "few", b.compare("le", b.arith("add", size("s"), b.arith("mul", size("t"), num(2), span()), span()), num(2), span())),
        property("reachable", "both", b.fold("exists", "e", { kind: "elements", of: state("s", wide) }, b.has(state("t", wide), e, span()), span())),
      ],
    }));
  });

  test("names of the spec do not meet those of the generated code", () => {
    const names = ["patchSlot", "wordOfSlot", "m", "row", "x_end", "x_bits", "arguments"];
    const xs = seqOf(small, 3);
    const inputs = Object.fromEntries(names.map((name) => [name, bool]));
    const sum = names.reduce<Expr>((e, name) => b.arith("add", e, b.cond(local(name, bool), num(1), num(0), span()), span()), b.fold("sum", "x", { kind: "elements", of: state("xs", xs) }, b.cond(local("x_end", bool), local("x", small), num(0), span()), span()));
    agree(protocol({
      fields: { xs: [xs, b.collection(xs, [num(1), num(2)], span())], many: [mapOf(record([{ name: "a", type: small }, { name: "b", type: node }]), record([{ name: "c", type: small }, { name: "d", type: int(0, 200) }]), true), manyZeros()], n: [int(0, 40), num(0)] },
      actions: [action("go", inputs, [
        ...names.slice(2).map((name) => b.require(b.eq(local(name, bool), truth(name.startsWith("x")), span()), span())),
        set(place("n", int(0, 40)), sum),
        set(place("many", manyZeros().type, [key(b.recordLit(record([{ name: "a", type: small }, { name: "b", type: node }]), [{ name: "a", value: num(1) }, { name: "b", value: b.extreme("first", node, span()) }], span())), get("c")]), num(2)),
      ])],
    }));
  });

  test("hostile names are only names", () => {
    const evil = `*/ }); throw new Error("escaped"); /* \${x} \n \u2028`;
    const seen = agree({
      ...protocol({ fields: { [evil]: [small, num(0)] }, actions: [action(evil, { [evil]: small }, [set(place(evil, small), local(evil, small))])], properties: [property("invariant", evil, truth(true))] }),
      name: evil,
    });
    expect(seen.states).toHaveLength(4);
  });
});

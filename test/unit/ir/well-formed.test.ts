/** Each rule, by a protocol that breaks only it. */
import { describe, expect, test } from "vitest";
import * as b from "../../../src/ir/build.ts";
import type { Expr, Stmt } from "../../../src/ir/expr.ts";
import type { Protocol, StateField } from "../../../src/ir/protocol.ts";
import { bagOf, bool, enumOf, int, type MapType, mapOf, option, seqOf, setOf, sort, type Type } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { action, emptyProtocol, field, now, place, property, s, sample } from "./sample.ts";

const n = int(0, 3);
const one = b.intLit(1, s), yes = b.boolLit(true, s);
const around: Protocol = {
  ...emptyProtocol,
  sorts: [{ name: "Node", ordered: false, size: 2, span: s }, { name: "Term", ordered: true, size: 2, span: s }],
  state: [field("x", n, one), field("limit", n, one, "constant"), field("log", seqOf(n, 2), b.collection(seqOf(n, 2), [], s))],
};
const x = now("x", n);
const messages = (p: Protocol): string[] => problemsOf(p).map((q) => q.message);
const holding = (body: Expr): Protocol => ({ ...around, properties: [property("invariant", "i", body)] });
const doing = (...body: Stmt[]): Protocol => ({ ...around, actions: [action("a", [["q", n]], body)] });
const retyped = (e: Expr, type: Type): Expr => ({ ...e, type });
const setX = (value: Expr): Stmt => b.assign(place("x", n), value, s);
const ofType = (type: Type): Protocol => ({ ...around, state: [{ ...field("y", bool, null), type }] });

test("the sample is well-formed", () => {
  expect(messages(sample)).toEqual([]);
  expect(messages(around)).toEqual([]);
});

describe("names", () => {
  test.each<[string, Protocol, string]>([
    ["fields", { ...around, state: [...around.state, field("x", n, one)] }, "two fields are named x"],
    ["sorts", { ...around, sorts: [...around.sorts, around.sorts[0]] }, "two sorts are named Node"],
    ["designs", { ...sample, designs: [sample.designs[0], sample.designs[0]] }, "two designs are named sync"],
    ["an option of a design", { ...around, designs: [{ name: "d", doc: "", options: { limit: 1 }, span: s }] }, "design d settles limit, which is no option"],
    ["a value of a design", { ...sample, designs: [{ name: "d", doc: "", options: { mode: "semi" }, span: s }] }, 'design d gives mode the value "semi"'],
    ["locals", doing(b.letStmt("q", one, s)), "two locals are named q"],
    ["a local of another block", doing(b.ifStmt(yes, [b.letStmt("k", one, s)], [], s), setX(b.local("k", int(1, 1), s))), "local k is not in scope"],
    ["a variable outside its quantifier", holding(b.connective("and", b.fold("forall", "k", { kind: "type", type: bool }, yes, s), b.local("k", bool, s), s)), "local k is not in scope"],
    ["a local with another type", doing(b.letStmt("k", one, s), setX(b.local("k", n, s))), "local k has type Int<1, 1>, not Int<0, 3>"],
    ["a field that comes later", { ...around, state: [field("early", n, now("x", n)), ...around.state] }, "field x is not in scope"],
    ["a field with another type", holding(b.eq(now("x", int(0, 9)), one, s)), "field x has type Int<0, 3>, not Int<0, 9>"],
  ])("%s", (_name, p, message) => {
    expect(messages(p)).toEqual([message]);
  });
});

describe("statements", () => {
  const mutable = b.letStmt("k", b.coerce(one, n), s, true);
  const setK = b.assign(b.place({ kind: "local", name: "k", type: n }), one, s);
  const valued = (...body: Stmt[]): Expr => b.eq({ kind: "do", body, type: n, span: s }, one, s);
  const ret = b.returnStmt(x, s);
  test.each<[string, Protocol, string]>([
    ["a constant is written", doing(b.assign(place("limit", n), one, s)), "constant limit is written"],
    ["an immutable local", doing(b.letStmt("k", b.coerce(one, n), s), setK), "local k is not mutable"],
    ["state in a do", doing(b.require(valued(setX(one), ret), s)), "do writes field x"],
    ["a local from outside in a do", doing(mutable, b.require(valued(setK, ret), s)), "do writes local k of what surrounds it"],
    ["state in a property", holding(valued(setX(one), ret)), "do writes field x"],
    ["require in a property", holding(valued(b.require(yes, s), ret)), "require outside the statements of an action"],
    ["require in a do", doing(b.require(valued(b.require(yes, s), ret), s)), "require outside the statements of an action"],
    ["a do that need not return", holding(valued(b.ifStmt(yes, [ret], [], s))), "do: not every path returns"],
    ["a do that returns only from a loop", holding(valued(b.forStmt("k", { kind: "type", type: bool }, [ret], s))), "do: not every path returns"],
    ["break outside a loop", doing({ kind: "break", span: s }), "break outside a loop"],
    ["continue in a block in a loop", doing(b.forStmt("k", { kind: "type", type: bool }, [b.block([{ kind: "continue", span: s }], s)], s)), "continue outside a loop"],
    ["return with a value", doing(ret), "return with a value"],
    ["return without a value", holding(valued({ kind: "return", value: null, span: s }, ret)), "return without a value"],
    ["an assigned value of another type", doing({ kind: "assign", place: place("x", n), value: one, span: s }), "assigned value has type Int<1, 1>, not Int<0, 3>"],
    ["a place of another type", doing({ kind: "assign", place: { ...place("x", n), type: int(1, 1) }, value: one, span: s }), "place has type Int<0, 3>, not Int<1, 1>"],
    ["a condition that is none", doing({ kind: "require", cond: one, span: s }), "condition has type Int<1, 1>, not boolean"],
  ])("%s", (_name, p, message) => {
    expect(messages(p)).toContain(message);
  });
});

describe("properties and fields", () => {
  const next = b.stateRead("x", n, "next", s);
  test.each<[string, Protocol, string]>([
    ["next outside a step", holding(b.eq(next, one, s)), "the next x outside a step property"],
    ["a predicate that is none", holding(one), "i has type Int<1, 1>"],
    ["an assumption among the properties", { ...around, properties: [property("assume", "i", yes)] }, "assumption i among the properties"],
    ["an invariant among the assumptions", { ...around, assumptions: [property("invariant", "i", yes)] }, "invariant i among the assumptions"],
    ["an initial value of another type", { ...around, state: [{ ...around.state[0], initial: one } satisfies StateField] }, "initial value of x has type Int<1, 1>, not Int<0, 3>"],
    ["a sort of no size", { ...around, sorts: [{ ...around.sorts[0], size: 0 }] }, "sort Node of size 0"],
  ])("%s", (_name, p, message) => {
    expect(messages(p)).toEqual([message]);
  });

  test("next in a step", () => {
    expect(messages({ ...around, properties: [property("step", "i", b.eq(next, x, s))] })).toEqual([]);
  });
});

describe("types", () => {
  test.each<[string, Type, string]>([
    ["a sort that is not declared", sort("Nobody"), "sort Nobody is not declared"],
    ["an enum out of order", { kind: "enum", values: ["b", "a"] }, "enum members out of order or twice: b, a"],
    ["fields twice", { kind: "record", fields: [{ name: "a", type: n }, { name: "a", type: n }] }, "fields out of order or twice: a, a"],
    ["a union of nothing", { kind: "union", discriminant: "kind", variants: [] }, "a union without variants"],
    ["the discriminant as a field", { kind: "union", discriminant: "kind", variants: [{ tag: "a", fields: [{ name: "kind", type: n }] }] }, "field kind of variant a is the discriminant"],
    ["an option of an option", { kind: "option", of: option(n) }, "an option of an option"],
    ["no integers", int(3, 0), "integers from 3 to 0"],
    ["half an integer", setOf(int(0, 0.5)), "integers from 0 to 0.5"],
    ["a negative bound", seqOf(n, -1), "bound -1"],
  ])("%s", (_name, type, message) => {
    expect(messages(ofType(type))).toEqual([message]);
  });
});

describe("expressions", () => {
  const partial = mapOf(bool, n, false) as MapType, total = mapOf(bool, n, true) as MapType;
  const some = (type: Type): Expr => b.local("q", type, s);
  const withQ = (type: Type, make: (q: Expr) => Expr): Protocol => ({ ...around, actions: [action("a", [["q", type]], [b.letStmt("v", make(some(type)), s)])] });
  test.each<[string, Protocol, string]>([
    ["a type that is not inferred", holding(retyped(b.eq(x, one, s), n)), "eq: has type Int<0, 3>, not boolean"],
    ["a missing cast", holding({ kind: "fold", op: "forall", local: "k", domain: { kind: "type", type: bool }, body: one, type: bool, span: s }), "fold: cannot cast Int<1, 1> to boolean"],
    ["a part of a narrower type", withQ(setOf(n), (q) => ({ kind: "has", collection: q, value: one, type: bool, span: s })), "has: a part is not of the type that its place asks for"],
    ["a cast to the same type", withQ(n, (q) => ({ kind: "cast", value: q, type: n, span: s })), "cast: does nothing"],
    ["order of an unordered sort", withQ(sort("Node"), (q) => b.compare("lt", q, q, s)), "compare: not defined on Node and Node"],
    ["the first of an unordered sort", withQ(n, () => b.extreme("first", sort("Node"), s)), "extreme: not defined on Node"],
    ["isNone of what is always there", withQ(n, (q) => b.isNone(q, s)), "isNone: not defined on Int<0, 3>"],
    ["a partial map at a key", withQ(partial, (q) => b.at(q, yes, s)), "at: not defined on Map<boolean, Int<0, 3>>"],
    ["a lookup in a total map", withQ(total, (q) => b.lookup(q, yes, s)), "lookup: not defined on Record<boolean, Int<0, 3>>"],
    ["fill of a partial map", withQ(n, (q) => b.fill(partial, q, s)), "fill: not defined on Map<boolean, Int<0, 3>>"],
    ["delete from a sequence", withQ(seqOf(n, 1), (q) => b.withItem("delete", q, one, s)), "with: not defined on Seq<Int<0, 3>, 1>"],
    ["a difference of bags", withQ(bagOf(bool, 1), (q) => b.setOp("difference", q, q, s)), "setOp: not defined on Bag<boolean, 1>"],
    ["find in a set", withQ(setOf(n), (q) => b.fold("find", "k", { kind: "elements", of: q }, yes, s)), "fold: not defined on Set<Int<0, 3>>"],
    ["a literal that is not of its enum", withQ(n, () => b.enumLit("c", s, enumOf(["a", "b"]))), 'literal: "c" is not a value of "a" | "b"'],
    ["negative zero", withQ(n, () => ({ ...one, value: -0, type: int(0, 0) }) as Expr), "literal: 0 is not an integer"],
  ])("%s", (_name, p, message) => {
    expect(messages(p)).toContain(message);
  });

  test("orders compare, majorities count as sets", () => {
    expect(messages(withQ(sort("Term"), (q) => b.compare("le", q, b.extreme("last", sort("Term"), s), s)))).toEqual([]);
    const quorum: Type = { kind: "majority", of: sort("Node") };
    expect(messages(withQ(quorum, (q) => b.setOp("intersection", q, q, s)))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import { cardinality, indexOfValue, tuples, valuesOf } from "../../../src/interp/domain.ts";
import { sortsOf } from "../../../src/interp/env.ts";
import { showValue } from "../../../src/interp/show-value.ts";
import { compareValues } from "../../../src/interp/value.ts";
import { valueAt } from "../../../src/interp/value-at.ts";
import { bagOf, bool, enumOf, int, majority, mapOf, option, record, seqOf, setOf, type Type } from "../../../src/ir/type.ts";
import { Color, Message, Node, protocol, Small, Term } from "./helpers.ts";

const sorts = sortsOf(protocol());
const pair = record([{ name: "b", type: bool }, { name: "a", type: int(0, 1) }]);

const enumerations: readonly (readonly [Type, readonly string[]])[] = [
  [bool, ["false", "true"]],
  [int(-1, 1), ["-1", "0", "1"]],
  [int(1, 0), []],
  [Color, ['"green"', '"red"']],
  [Node, ["node1", "node2", "node3"]],
  [Term, ["0", "1", "2", "3"]],
  [majority(Node), ["Set { node1, node2 }", "Set { node1, node3 }", "Set { node2, node3 }", "Set { node1, node2, node3 }"]],
  [pair, ["{ a: 0, b: false }", "{ a: 0, b: true }", "{ a: 1, b: false }", "{ a: 1, b: true }"]],
  [record([]), ["{}"]],
  [Message, [
    '{ kind: "ack" }',
    ...["node1", "node2", "node3"].flatMap((n) => [`{ kind: "vote", from: ${n}, yes: false }`, `{ kind: "vote", from: ${n}, yes: true }`]),
  ]],
  [option(bool), ["undefined", "false", "true"]],
  [setOf(Node), [
    "Set {}", "Set { node1 }", "Set { node2 }", "Set { node1, node2 }", "Set { node3 }", "Set { node1, node3 }", "Set { node2, node3 }",
    "Set { node1, node2, node3 }",
  ]],
  [bagOf(bool, 2), [
    "Bag {}", "Bag { true }", "Bag { true × 2 }", "Bag { false }", "Bag { false, true }", "Bag { false, true × 2 }", "Bag { false × 2 }",
    "Bag { false × 2, true }", "Bag { false × 2, true × 2 }",
  ]],
  [mapOf(bool, Color, true), [
    '{ false: "green", true: "green" }', '{ false: "green", true: "red" }', '{ false: "red", true: "green" }', '{ false: "red", true: "red" }',
  ]],
  [mapOf(bool, int(0, 0), false), ["Map {}", "Map { true => 0 }", "Map { false => 0 }", "Map { false => 0, true => 0 }"]],
  [seqOf(bool, 2), ["[]", "[false]", "[true]", "[false, false]", "[false, true]", "[true, false]", "[true, true]"]],
  [seqOf(bool, 0), ["[]"]],
];

describe("valuesOf", () => {
  it.each(enumerations)("enumerates %j", (type, shown) => {
    expect([...valuesOf(type, sorts)].map((v) => showValue(v, type, sorts))).toEqual(shown);
  });
  it.each([
    ...enumerations.map(([type]) => type),
    setOf(pair), setOf(setOf(bool)), mapOf(setOf(bool), option(bool), true), mapOf(Node, setOf(bool), false), seqOf(pair, 3), bagOf(pair, 1),
    option(Message), setOf(majority(Node)), mapOf(pair, Color, true), enumOf(["z", "Z", "a-b", "ab"]),
  ])("agrees with cardinality, compareValues, indexOfValue and valueAt: %j", (type) => {
    const values = [...valuesOf(type, sorts)];
    expect(cardinality(type, sorts)).toBe(values.length);
    for (const [i, v] of values.entries()) {
      if (i > 0) expect(compareValues(values[i - 1], v)).toBeLessThan(0);
      expect(indexOfValue(type, v, sorts)).toBe(i);
      expect(valueAt(type, i, sorts)).toEqual(v);
    }
  });
  it("is lazy", () => {
    const huge = setOf(setOf(record([{ name: "a", type: Small }, { name: "b", type: bool }])));
    const first = valuesOf(setOf(record([{ name: "a", type: Small }, { name: "b", type: seqOf(bool, 2) }])), sorts);
    expect(first.next().value).toEqual({ kind: "set", items: [] });
    expect(cardinality(huge, sorts)).toBe(2 ** 256);
  });
});

describe("limits", () => {
  it("counts beyond what a number holds as Infinity", () => expect(cardinality(setOf(setOf(setOf(Message))), sorts)).toBe(Infinity));
  it("counts majorities of an even sort", () => {
    const four = new Map([["Node", { ...sorts.get("Node")!, size: 4 }]]);
    expect(cardinality(majority(Node), four)).toBe(5);
    expect([...valuesOf(majority(Node), four)]).toHaveLength(5);
  });
  it("refuses what has no end or no size", () => {
    expect(() => cardinality(int(0, null), sorts)).toThrow(InternalError);
    expect(() => [...valuesOf(int(), sorts)]).toThrow(InternalError);
    expect(() => cardinality(seqOf(bool, "log"), sorts)).toThrow(InternalError);
    expect(() => cardinality(Node, new Map([["Node", { ...sorts.get("Node")!, size: null }]]))).toThrow(InternalError);
    expect(() => valueAt(bool, 2, sorts)).toThrow(InternalError);
    expect(() => indexOfValue(Color, "blue", sorts)).toThrow(InternalError);
  });
});

it("takes tuples with the first list the most significant", () => {
  expect([...tuples<number | string>([[0, 1], ["a", "b"]])]).toEqual([[0, "a"], [0, "b"], [1, "a"], [1, "b"]]);
  expect([...tuples([])]).toEqual([[]]);
  expect([...tuples([[1], []])]).toEqual([]);
});

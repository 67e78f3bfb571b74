import { expect, it } from "vitest";
import { sortsOf } from "../../../src/interp/env.ts";
import { bagValue, mapValue, recordValue, seqValue, setValue, type Value, variantValue } from "../../../src/interp/value.ts";
import { bagOf, bool, mapOf, option, record, seqOf, setOf, type Type } from "../../../src/ir/type.ts";
import { type Json, showState, stateToJson, valueToJson } from "../../../src/interp/json.ts";
import { Color, field, Message, Node, protocol, Small, Term } from "../interp/helpers.ts";

const p = protocol({ state: [field("term", Term), field("net.sent", setOf(Message))] });
const map = (...entries: [Value, Value][]): Value => mapValue(entries.map(([key, value]) => ({ key, value })));

it("shows a state by field", () => expect(showState([2, setValue([variantValue("ack")])], p)).toEqual(["term: 2", 'net.sent: Set { { kind: "ack" } }']));

it("gives a state as an object", () => expect(stateToJson([2, setValue([variantValue("ack")])], p)).toEqual({ term: 2, "net.sent": [{ kind: "ack" }] }));

it.each<[Json, Value, Type]>([
  [true, true, bool],
  [3, 3, Small],
  ["red", "red", Color],
  ["node2", 1, Node],
  [1, 1, Term],
  [null, null, option(Node)],
  ["node1", 0, option(Node)],
  [{ a: "node1", b: false }, recordValue([{ name: "a", value: 0 }, { name: "b", value: false }]), record([{ name: "a", type: Node }, { name: "b", type: bool }])],
  [{ kind: "vote", from: "node3", yes: true }, variantValue("vote", [{ name: "from", value: 2 }, { name: "yes", value: true }]), Message],
  [["node1", "node2"], setValue([1, 0]), setOf(Node)],
  [["node2", "node1"], seqValue([1, 0]), seqOf(Node, 2)],
  [[{ value: "node2", count: 2 }], bagValue([{ value: 1, count: 2 }]), bagOf(Node, 2)],
  [{ node1: 1, node2: 0, node3: 2 }, map([0, 1], [1, 0], [2, 2]), mapOf(Node, Small, true)],
  [{ red: true }, map(["red", true]), mapOf(Color, bool, false)],
  [{ 0: true, 2: false }, map([0, true], [2, false]), mapOf(Term, bool, false)],
  [{ false: 1, true: 0 }, map([false, 1], [true, 0]), mapOf(bool, Small, true)],
  [[[["node1"], 1]], map([setValue([0]), 1]), mapOf(setOf(Node), Small, false)],
])("gives %j", (json, value, type) => expect(valueToJson(value, type, sortsOf(protocol()))).toEqual(json));

import { describe, expect, it } from "vitest";
import { bagValue, mapValue, recordValue, seqValue, setValue, type Value, variantValue } from "../../../src/interp/value.ts";
import { bagOf, bool, int, mapOf, option, record, seqOf, setOf, type Type, union } from "../../../src/ir/type.ts";
import { diffStates, showChange } from "../../../src/report/diff.ts";
import { Color, field, Message, Node, protocol, Small, Term } from "../interp/helpers.ts";

/** Changes of one field `f`. */
const diff = (type: Type, before: Value, after: Value): string[] => diffStates([before], [after], protocol({ state: [field("f", type)] })).map(showChange);
const map = (...entries: [Value, Value][]): Value => mapValue(entries.map(([key, value]) => ({ key, value })));
const bag = (...entries: [Value, number][]): Value => bagValue(entries.map(([value, count]) => ({ value, count })));
const Numbers = seqOf(int(0, 9), 5);

it("names only the fields that changed", () => {
  const p = protocol({ state: [field("a", Small), field("b", Color), field("c", Term)] });
  expect(diffStates([1, "red", 0], [2, "red", 3], p)).toEqual([
    { kind: "changed", path: "a", before: "1", after: "2" },
    { kind: "changed", path: "c", before: "0", after: "3" },
  ]);
});

describe("parts", () => {
  it("of options", () => {
    expect(diff(option(Node), null, 1)).toEqual(["f: undefined → node2"]);
    expect(diff(option(Node), 1, null)).toEqual(["f: node2 → undefined"]);
    expect(diff(option(setOf(Node)), setValue([0]), setValue([0, 1]))).toEqual(["f + node2"]);
  });
  it("of records", () => {
    const Entry = record([{ name: "term", type: Term }, { name: "vote", type: option(Node) }]);
    const entry = (term: number, vote: Value): Value => recordValue([{ name: "term", value: term }, { name: "vote", value: vote }]);
    expect(diff(Entry, entry(0, null), entry(0, 2))).toEqual(["f.vote: undefined → node3"]);
    expect(diff(Entry, entry(0, null), entry(1, 2))).toEqual(["f.term: 0 → 1", "f.vote: undefined → node3"]);
  });
  it("of variants with one tag; of two with different ones the whole", () => {
    const T = union("kind", [{ tag: "idle", fields: [] }, { tag: "busy", fields: [{ name: "left", type: Small }] }]);
    const busy = (left: number): Value => variantValue("busy", [{ name: "left", value: left }]);
    expect(diff(T, busy(2), busy(1))).toEqual(["f.left: 2 → 1"]);
    expect(diff(T, busy(2), variantValue("idle"))).toEqual(['f: { kind: "busy", left: 2 } → { kind: "idle" }']);
  });
  it("of total maps, nested", () => {
    const T = mapOf(Node, seqOf(Color, 3), true);
    expect(diff(T, map([0, seqValue(["red"])], [1, seqValue([])]), map([0, seqValue(["red", "green"])], [1, seqValue([])]))).toEqual(['f[node1][1] + "green"']);
    expect(diff(mapOf(Color, bool, true), map(["green", false], ["red", true]), map(["green", true], ["red", true]))).toEqual(['f["green"]: false → true']);
  });
  it("of partial maps", () =>
    expect(diff(mapOf(Node, Small, false), map([0, 1], [1, 1]), map([1, 2], [2, 3]))).toEqual(["f - node1 => 1", "f[node2]: 1 → 2", "f + node3 => 3"]));
  it("of sets", () => {
    expect(diff(setOf(Message), setValue([]), setValue([variantValue("ack")]))).toEqual(['f + { kind: "ack" }']);
    expect(diff(setOf(Node), setValue([0, 1]), setValue([1, 2]))).toEqual(["f - node1", "f + node3"]);
    expect(diff(setOf(Node), setValue([0]), setValue([]))).toEqual(["f - node1"]);
    expect(diff(setOf(Node), setValue([0, 1]), setValue([2]))).toEqual(["f: Set { node1, node2 } → Set { node3 }"]);
  });
  it("of bags", () => {
    expect(diff(bagOf(Node, 3), bag([0, 1], [1, 3]), bag([0, 2], [1, 1], [2, 1]))).toEqual(["f + node1", "f - node2 × 2", "f + node3"]);
  });
});

describe("sequences", () => {
  it("grow and shrink at either end", () => {
    expect(diff(Numbers, seqValue([1, 2]), seqValue([1, 2, 3, 4]))).toEqual(["f[2] + 3", "f[3] + 4"]);
    expect(diff(Numbers, seqValue([1, 2]), seqValue([2]))).toEqual(["f[0] - 1"]);
    expect(diff(Numbers, seqValue([1, 2]), seqValue([1]))).toEqual(["f[1] - 2"]);
    expect(diff(Numbers, seqValue([2, 2]), seqValue([2]))).toEqual(["f[1] - 2"]);
  });
  it("change inside", () => {
    expect(diff(Numbers, seqValue([1, 2, 3]), seqValue([1, 9, 3]))).toEqual(["f[1]: 2 → 9"]);
    expect(diff(Numbers, seqValue([1, 2, 3, 4]), seqValue([1, 9, 4]))).toEqual(["f[1] - 2", "f[2] - 3", "f[1] + 9"]);
  });
});

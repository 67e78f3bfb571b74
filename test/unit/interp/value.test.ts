import { describe, expect, it } from "vitest";
import { InternalError } from "../../../src/base/assert-never.ts";
import {
  bagValue, compareValues, mapValue, recordValue, sameState, sameValue, seqValue, setValue, stateKey, type Value, valueKey, variantValue,
} from "../../../src/interp/value.ts";

describe("constructors make canonical", () => {
  it("sets: sorted, each once", () => expect(setValue([2, 0, 2, 1]).items).toEqual([0, 1, 2]));
  it("bags: counts of one value add, nothing stays with none", () => {
    expect(bagValue([{ value: "b", count: 1 }, { value: "a", count: 2 }, { value: "b", count: 2 }, { value: "c", count: 0 }]).entries)
      .toEqual([{ value: "a", count: 2 }, { value: "b", count: 3 }]);
    expect(bagValue([{ value: "a", count: 1 }, { value: "a", count: -1 }]).entries).toEqual([]);
  });
  it("maps: the later of two entries wins", () =>
    expect(mapValue([{ key: 1, value: "old" }, { key: 0, value: "x" }, { key: 1, value: "new" }]).entries)
      .toEqual([{ key: 0, value: "x" }, { key: 1, value: "new" }]));
  it("records and variants: fields by name", () => {
    expect(recordValue([{ name: "b", value: 1 }, { name: "a", value: 2 }]).fields.map((f) => f.name)).toEqual(["a", "b"]);
    expect(variantValue("t", [{ name: "z", value: 1 }, { name: "y", value: 2 }]).fields.map((f) => f.name)).toEqual(["y", "z"]);
  });
});

describe("compareValues", () => {
  const record = (a: Value, b: Value): Value => recordValue([{ name: "a", value: a }, { name: "b", value: b }]);
  const map = (...entries: [Value, Value][]): Value => mapValue(entries.map(([key, value]) => ({ key, value })));
  const bag = (...entries: [Value, number][]): Value => bagValue(entries.map(([value, count]) => ({ value, count })));
  const ascending: readonly (readonly [string, readonly Value[]])[] = [
    ["booleans", [false, true]],
    ["integers", [-2, 0, 1, 10]],
    ["enum members", ["a", "ab", "b"]],
    ["options", [null, 0, 1]],
    ["records", [record(0, 1), record(0, 2), record(1, 0)]],
    ["variants", [variantValue("a", [{ name: "x", value: 9 }]), variantValue("b", [{ name: "x", value: 0 }]), variantValue("b", [{ name: "x", value: 1 }])]],
    ["sets, as masks", [[], [0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]].map(setValue)],
    ["partial maps", [map(), map([1, "a"]), map([1, "b"]), map([0, "a"]), map([0, "a"], [1, "a"]), map([0, "b"])]],
    ["bags", [bag(), bag([1, 1]), bag([1, 2]), bag([0, 1]), bag([0, 1], [1, 1]), bag([0, 2])]],
    ["sequences", [[], [0], [1], [0, 0], [0, 1], [1, 0]].map(seqValue)],
  ];
  it.each(ascending)("orders %s", (_, values) => {
    for (const [i, a] of values.entries()) {
      for (const [j, b] of values.entries()) {
        expect(Math.sign(compareValues(a, b)), `${valueKey(a)} against ${valueKey(b)}`).toBe(Math.sign(i - j));
        expect(sameValue(a, b)).toBe(i === j);
        expect(valueKey(a) === valueKey(b)).toBe(i === j);
      }
    }
  });
  it("refuses values of different types", () => {
    expect(() => compareValues(1, "a")).toThrow(InternalError);
    expect(() => compareValues(setValue([]), seqValue([]))).toThrow(InternalError);
  });
});

describe("keys", () => {
  it("does not confuse text with other things", () => {
    expect(valueKey("1")).not.toBe(valueKey(1));
    expect(valueKey(seqValue(["a", "b"]))).not.toBe(valueKey(seqValue(["a,b"])));
    expect(valueKey("null")).not.toBe(valueKey(null));
  });
  it("tells states apart by position", () => {
    expect(stateKey([1, 2])).not.toBe(stateKey([2, 1]));
    expect(sameState([1, setValue([2])], [1, setValue([2])])).toBe(true);
    expect(sameState([1, setValue([2])], [1, setValue([])])).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../src/base/diagnostic.ts";
import * as b from "../../../src/ir/build.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { bagOf, bool, enumOf, int, mapOf, option, record, seqOf, setOf, sort, type Type } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { instantiate, type Choice } from "../../../src/passes/instantiate.ts";
import { action, emptyProtocol, field, Log, Node, now, property, s, sample } from "../ir/sample.ts";

const choose = (sizes: Choice["sizes"] = {}, options: Choice["options"] = {}): Choice => ({ sizes, options });
const refusals = (p: Protocol, choice: Choice): string[] => {
  try {
    instantiate(p, choice);
    return [];
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    return error.diagnostics.map((d) => `${d.code} ${d.message}`);
  }
};
const withField = (type: Type, initial: Parameters<typeof field>[2] = null): Protocol => ({ ...emptyProtocol, sorts: sample.sorts, state: [field("f", type, initial)] });

describe("scope", () => {
  test("the given scope wins over the spec's", () => {
    const p = instantiate(sample, choose({ log: 2, Node: 4 }));
    expect(p.sorts[0].size).toBe(4);
    expect(p.scope).toEqual({ Node: 4, log: 2 });
    expect(instantiate(sample, choose({ log: 2 })).sorts[0].size).toBe(3);
  });

  test("symbolic bounds become numbers and casts appear where they now differ", () => {
    expect(problemsOf(sample)).toEqual([]);
    const p = instantiate(sample, choose({ log: 2 }));
    expect(problemsOf(p)).toEqual([]);
    expect(p.state[2].type).toEqual(seqOf(Node, 2));
    const branch = p.actions[0].body[1];
    if (branch.kind !== "if" || branch.then[0].kind !== "assign") throw new Error("shape");
    expect(branch.then[0].value).toMatchObject({ kind: "cast", type: seqOf(Node, 2), value: { kind: "with", type: seqOf(Node, 3) } });
  });

  test("a mutable local keeps the type it was given, an immutable one is inferred anew", () => {
    const body = [
      b.letStmt("fixed", b.size(now("log", Log), s), s),
      b.letStmt("grows", b.size(now("log", Log), s), s, true),
    ];
    const p = instantiate({ ...sample, actions: [action("a", [], body)] }, choose({ log: 2 }));
    expect(p.actions[0].body.map((x) => (x.kind === "let" ? x.value.type : null))).toEqual([int(0, 2), int(0, null)]);
  });

  test("unbounded integers of the state get 32 bits", () => {
    expect(instantiate(sample, choose({ log: 2 })).state[3].type).toEqual(int(-(2 ** 31), 2 ** 31 - 1));
  });

  test("a sort without a size is named", () => {
    const found = refusals({ ...sample, scope: {} }, choose());
    expect(found).toEqual(["T6003 Sort Node has no size", "T6004 Field log holds a sequence or bag without a bound"]);
  });

  test("a sort that nothing mentions needs no size", () => {
    const p = instantiate({ ...emptyProtocol, sorts: sample.sorts, state: [field("f", bool, null)] }, choose());
    expect(p.sorts).toEqual([]);
  });

  test.each([
    ["unknown name", { log: 2, Nod: 3 }, ['T6002 "Nod" is neither a sort nor a bounded collection of Sample']],
    ["zero nodes", { log: 2, Node: 0 }, ["T6005 0 is not a size for Node"]],
    ["half a node", { log: 2, Node: 1.5 }, ["T6005 1.5 is not a size for Node"]],
    ["negative bound", { log: -1 }, ["T6005 -1 is not a size for log"]],
    ["too large", { log: 2 ** 20 + 1 }, ["T6005 1048577 is not a size for log"]],
    ["not a number", { log: Number.NaN }, ["T6005 NaN is not a size for log"]],
    ["an empty log is fine", { log: 0 }, []],
    ["prototype names are no scope", { log: 1, toString: 1 }, ['T6002 "toString" is neither a sort nor a bounded collection of Sample']],
  ])("%s", (_name, sizes, expected) => {
    expect(refusals(sample, choose(sizes as Choice["sizes"]))).toEqual(expected);
  });
});

describe("options", () => {
  const modes = enumOf(["sync", "async"]);
  test("a given value is the initial value; else the default; else every value", () => {
    expect(instantiate(sample, choose({ log: 1 }, { mode: "async" })).state[0].initial).toMatchObject({ kind: "literal", value: "async", type: modes });
    expect(instantiate(sample, choose({ log: 1 })).state[0].initial).toMatchObject({ value: { value: "sync" }, type: modes });
    expect(instantiate({ ...emptyProtocol, state: [field("o", modes, null, "option")] }, choose()).state[0].initial).toBeNull();
  });

  test.each([
    ["unknown", bool, "p", true, 'T6006 Empty has no option "p"'],
    ["wrong kind", bool, "o", 1, "T6007 1 is not a value for option o"],
    ["no such member", modes, "o", "both", 'T6007 "both" is not a value for option o'],
    ["beyond the bounds", int(0, 3), "o", 4, "T6007 4 is not a value for option o"],
    ["undefined where it cannot be", bool, "o", null, "T6007 null is not a value for option o"],
    ["no word for a set", setOf(bool), "o", "{}", 'T6007 "{}" is not a value for option o'],
  ])("%s", (_name, type, name, value, expected) => {
    const p = { ...emptyProtocol, state: [field("o", type, null, "option")] };
    expect(refusals(p, choose({}, { [name]: value }))).toEqual([expected]);
  });

  test("undefined, and a value of an optional option", () => {
    const p = { ...emptyProtocol, state: [field("o", option(int(0, 3)), null, "option")] };
    expect(instantiate(p, choose({}, { o: null })).state[0].initial).toMatchObject({ kind: "literal", value: null });
    expect(instantiate(p, choose({}, { o: 2 })).state[0].initial).toMatchObject({ kind: "cast", value: { value: 2 } });
  });

  test("a variable is no option", () => {
    expect(refusals(withField(bool), choose({}, { f: true }))).toEqual(['T6006 Empty has no option "f"']);
  });
});

describe("what cannot be enumerated", () => {
  const wide = int(0, 2 ** 31);
  test.each<[string, Protocol, string]>([
    ["a parameter of Int", { ...emptyProtocol, actions: [action("a", [["n", int()]], [])] }, "T6008 Parameter n of a ranges over Int, which has no end"],
    ["a field without an initial value", withField(int(0, null)), "T6008 Field f ranges over Int<0, ∞>, which has no end"],
    ["a set of Int", withField(mapOf(bool, setOf(int()), true), b.fill(mapOf(bool, setOf(int()), true), b.collection(setOf(int()), [], s), s)),
      "T6008 Field f has elements or keys of Int, which has no end"],
    ["a quantifier over records with Int", {
      ...emptyProtocol,
      properties: [property("invariant", "i", b.fold("forall", "r", { kind: "type", type: record([{ name: "n", type: int() }]) }, b.boolLit(true, s), s))],
    }, "T6008 A quantified variable of i ranges over Int, which has no end"],
    ["a wide parameter", { ...emptyProtocol, actions: [action("a", [["n", wide]], [])] },
      "T6009 Parameter n of a ranges over Int<0, 2147483648>, which has 2,147,483,649 values"],
    ["a set of many sets as a parameter", { ...emptyProtocol, actions: [action("a", [["n", setOf(setOf(int(0, 9)))]], [])] },
      "T6009 Parameter n of a ranges over Set<Set<Int<0, 9>>>, which has more than 1e308 values"],
    ["many parameters", { ...emptyProtocol, actions: [action("a", [["n", int(0, 99999)], ["m", int(0, 99999)]], [])] },
      "T6009 The parameters of a together have 10,000,000,000 values"],
    ["a set over too many", withField(setOf(int(0, 65536)), b.collection(setOf(int(0, 65536)), [], s)),
      "T6010 Field f holds elements or keys of Int<0, 65536>, which has 65,537 values; at most 65536 can be told apart"],
    ["a bag over too many", withField(bagOf(seqOf(bool, 16), 1), b.collection(bagOf(seqOf(bool, 16), 1), [], s)),
      "T6010 Field f holds elements or keys of Seq<boolean, 16>, which has 131,071 values; at most 65536 can be told apart"],
  ])("%s", (_name, p, expected) => {
    expect(refusals(p, choose({}))[0]).toBe(expected);
  });

  test("bounds are applied before anything is counted", () => {
    const p = { ...emptyProtocol, actions: [action("a", [["log", seqOf(bool, "log")], ["again", seqOf(bool, "log")]], [])] };
    expect(refusals(p, choose({ log: 2 }))).toEqual([]);
    expect(refusals(p, choose({ log: 16 }))[0]).toBe("T6009 The parameters of a together have 17,179,607,041 values");
  });

  test("the same type is told once", () => {
    const type = setOf(int());
    const p = withField(type, b.collection(type, [], s));
    expect(refusals({ ...p, properties: [property("reachable", "r", b.has(now("f", type), b.intLit(1, s), s))] }, choose({}))).toHaveLength(1);
  });

  test("integers without an end are fine where nothing goes through them", () => {
    expect(refusals(withField(option(int()), b.none(int(), s)), choose({}))).toEqual([]);
    expect(refusals(withField(mapOf(sort("Node"), int(), false), b.entries(mapOf(sort("Node"), int(), false), [], s)), choose({ Node: 2 }))).toEqual([]);
  });
});

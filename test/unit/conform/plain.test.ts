/** What comes from outside is a value of its type, or refused with the part that is not. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlainReader } from "../../../src/conform/plain.ts";
import type { Plain } from "../../../src/conform/system.ts";
import { valuesOf } from "../../../src/interp/domain.ts";
import { type Sorts, sortsOf } from "../../../src/interp/env.ts";
import { valueToJson } from "../../../src/interp/json.ts";
import { sameValue } from "../../../src/interp/value.ts";
import { noSpan } from "../../../src/base/span.ts";
import { bagOf, bool, enumOf, int, majority, mapOf, option, record, seqOf, setOf, sort, type Type, union } from "../../../src/ir/type.ts";
import { instantiate } from "../../../src/passes/instantiate.ts";
import { arbitraryProtocol } from "../../property/arbitrary-protocol.ts";

const sorts: Sorts = new Map([["Node", { name: "Node", ordered: false, size: 3, span: noSpan }], ["Term", { name: "Term", ordered: true, size: 3, span: noSpan }]]);
const reader = new PlainReader(sorts);
const read = (text: string, type: Type): unknown => reader.read(JSON.parse(text) as Plain, type);
const message = union("kind", [{ tag: "ask", fields: [{ name: "from", type: sort("Node") }] }, { tag: "stop", fields: [] }]);

describe("plain data", () => {
  test("of random types come back as the values that they were", () => {
    let values = 0;
    fc.assert(fc.property(arbitraryProtocol, ({ protocol, choice }) => {
      const instance = instantiate(protocol, choice), own = sortsOf(instance), back = new PlainReader(own);
      for (const { type } of instance.state) {
        let left = 30;
        for (const value of valuesOf(type, own)) {
          if (left-- === 0) break;
          const json = JSON.parse(JSON.stringify(valueToJson(value, type, own))) as Plain;
          if (!sameValue(back.read(json, type), value)) expect(json).toBe("read back as it was");
          values++;
        }
      }
    }), { seed: 3, numRuns: 25 });
    expect(values).toBeGreaterThan(500);
  });

  test("may be written in other ways that mean the same", () => {
    expect(read("[2, 1, 2]", setOf(sort("Term")))).toEqual({ kind: "set", items: [1, 2] });
    expect(read('[["node2", 1]]', mapOf(sort("Node"), sort("Term"), false))).toEqual(read('{"node2": 1}', mapOf(sort("Node"), sort("Term"), false)));
    expect(read("{}", record([{ name: "of", type: option(bool) }]))).toEqual({ kind: "record", fields: [{ name: "of", value: null }] });
    expect(Object.is(read("-0", int(0, 3)), 0)).toBe(true);
    expect(read("1", enumOf(["1", "many"]))).toBe("1");
  });

  test.each<[string, Type, string]>([
    ["1", bool, "expected true or false, got 1"],
    ["1.5", int(), "expected a whole number, got 1.5"],
    ["1e400", int(), "expected a whole number, got Infinity"],
    ["9007199254740993", int(), "expected a whole number"],
    ["4", int(0, 3), "4 is outside Int<0, 3>"],
    ['"no"', enumOf(["a", "b"]), 'expected "a" or "b", got "no"'],
    ['"node4"', sort("Node"), '"node4" is none of the 3 values that Node has at this scope: node1, …'],
    ['"__proto__"', sort("Node"), '"__proto__" is none of the 3 values'],
    ["0", sort("Node"), "expected the name of a Node, as node1, got 0"],
    ["3", sort("Term"), "3 is beyond the 3 values that Term has at this scope"],
    ['"2"', sort("Term"), 'expected a number, for Term, got "2"'],
    ['{"kind": "ask", "from": "node9"}', message, 'from: "node9" is none'],
    ['{"kind": "ask"}', message, "from: missing"],
    ['{"kind": "constructor"}', message, 'expected "ask" or "stop", got "constructor"'],
    ['{"kind": "stop", "__proto__": {"from": "node1"}}', message, 'it has no "__proto__"'],
    ['{"node1": true}', mapOf(sort("Node"), bool, true), "a value is missing"],
    ['{"node1": true, "toString": true}', mapOf(sort("Node"), bool, false), 'toString: "toString" is none'],
    ['[["node1", 1], ["node1", 2]]', mapOf(sort("Node"), int(), false), "two values for one key"],
    ['[["node1"]]', mapOf(sort("Node"), int(), false), '[0]: expected a pair of key and value, got ["node1"]'],
    ["[1, 2, 3]", seqOf(int(), 2), "3 elements are more than the 2 that the scope allows"],
    ['[true, [{"a": 1}]]', seqOf(bool, 2), '[1]: expected true or false, got [{"a":1}]'],
    ['["node1"]', majority(sort("Node") as Extract<Type, { kind: "sort" }>), "expected more than half of Node"],
    ['[{"value": 1, "count": 3}]', bagOf(int(), 2), "more than the 2 copies"],
    ['[{"value": 1, "count": 0}]', bagOf(int(), 2), "[0]: expected a count, got 0"],
    ["\"a\\u001b[2Jb\\u202e\"", bool, 'expected true or false, got "a\\u001b[2Jb\\u{202e}"'],
  ])("%s is not what it should be", (text, type, problem) => {
    expect(() => read(text, type)).toThrow(problem);
  });

  test("nested as deeply as one likes are as deep as their type", () => {
    const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    expect(() => read(deep, setOf(setOf(bool)))).toThrow("[0][0]: expected true or false, got [[[[…]]]]");
    expect(() => read(`{${`"${"x".repeat(1e6)}": `}${deep}}`, record([]))).toThrow(/^it has no "x{40,100}…$/);
  });
});

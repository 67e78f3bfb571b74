import { describe, expect, test } from "vitest";
import * as b from "../../../src/ir/build.ts";
import { parse } from "../../../src/ir/parse.ts";
import { print } from "../../../src/ir/print.ts";
import { IrSyntaxError } from "../../../src/ir/sexpr.ts";
import type { Protocol } from "../../../src/ir/protocol.ts";
import { enumOf, int, mapOf, option, sort, union } from "../../../src/ir/type.ts";
import { problemsOf } from "../../../src/ir/well-formed.ts";
import { action, emptyProtocol, field, property, s, sample } from "./sample.ts";

describe("textual IR", () => {
  test("reads well", () => {
    expect(print(sample)).toMatchInlineSnapshot(`
      "(protocol Sample ""
        (scope (Node 3))
        (sort Node unordered _)
        (option mode (enum "async" "sync") (cast "sync" (enum "async" "sync")))
        (variable phase
          (map total (sort Node) (enum "busy" "idle"))
          (fill (cast "idle" (enum "busy" "idle")) (map total (sort Node) (enum "busy" "idle"))))
        (variable log (seq (sort Node) log) (cast (collection [] (seq (sort Node) 0)) (seq (sort Node) log)))
        (variable total (int _ _) (cast 0 (int _ _)))
        (action append ""
          [(n (sort Node))]
          {
            (require (eq (at .phase n) (cast "idle" (enum "busy" "idle"))))
            (if
              (eq .mode (cast "sync" (enum "async" "sync")))
              {(assign [state log] (with add .log n))}
              {(assign [state total] (cast 7 (int _ _)))})
            (let length mutable (size .log))
            (assign [local length] (cast (arith add length 1) (int 0 _)))
            (assign [state total] (arith add .total length))})
        (invariant quiet "" (fold forall m (type (sort Node)) (connective implies (has .log m) (compare lt 0 .total))))
        (design sync "" (mode "sync"))
        (design async "Later." (mode "async")))
      "
    `);
  });

  test("is read back to an equal protocol", () => {
    expect(parse(print(sample))).toEqual(sample);
  });

  test("has what fair runs do", () => {
    const node = sort("Node"), busy = b.eq(b.at(b.stateRead("phase", sample.state[1].type, "now", s), b.local("n", node, s), s), b.enumLit("busy", s), s);
    const live: Protocol = {
      ...sample,
      actions: [{ ...sample.actions[0], fair: "strong" }, { ...action("tick", [], []), role: "delay", fair: "weak" }],
      liveness: [
        { kind: "eventually", name: "starts", doc: "At last.", params: [], from: null, to: b.boolLit(true, s), span: s },
        { kind: "leadsTo", name: "rests", doc: "", params: [{ name: "n", type: node, span: s }], from: busy, to: b.not(busy, s), span: s },
      ],
    };
    expect(problemsOf(live)).toEqual([]);
    expect(parse(print(live))).toEqual(live);
    expect(print(live)).toContain("strong)");
    const [starts, rests] = live.liveness;
    const wrong: Protocol = {
      ...live, actions: [{ ...action("lose", [], []), role: "fault", fair: "weak" }],
      liveness: [{ ...starts, from: busy }, { ...rests, from: null, to: b.intLit(1, s) }],
    };
    expect(problemsOf(wrong).map((p) => p.message)).toEqual([
      "starts has a condition to begin with", expect.stringContaining("n"), "rests has no condition to begin with", "rests has type Int<1, 1>", "lose is fair",
    ]);
    expect(() => parse(print(live).replace("strong)", "often)"))).toThrow(IrSyntaxError);
  });

  test("has steps that are not the protocol's own, milestones and costs", () => {
    const total = (when: "now" | "next") => b.stateRead("total", int(), when, s);
    const measured: Protocol = {
      ...sample,
      actions: [...sample.actions, ...(["fault", "repair", "delay"] as const).map((role) => ({ ...action(role, [], []), role }))],
      metrics: [
        { kind: "milestone", name: "done", doc: "", body: b.compare("lt", b.intLit(0, s), total("now"), s), span: s },
        { kind: "cost", name: "size", doc: "", body: total("now"), span: s },
        { kind: "stepCost", name: "added", doc: "", body: b.arith("sub", total("next"), total("now"), s), span: s },
      ],
    };
    expect(problemsOf(measured)).toEqual([]);
    expect(parse(print(measured))).toEqual(measured);
    const swapped = measured.metrics.map((m) => ({ ...m, body: m.kind === "milestone" ? total("next") : b.boolLit(true, s) }));
    expect(problemsOf({ ...measured, metrics: swapped }).map((p) => p.message)).toEqual([
      expect.stringContaining("next"), "done has type Int", "size has type boolean", "added has type boolean",
    ]);
  });

  test("keeps spans of several files, or leaves them out", () => {
    const span = { file: "a.ts", line: 3, column: 5, endLine: 3, endColumn: 9 };
    const other = { file: "dir/b \"c\".ts", line: 7, column: 1, endLine: 9, endColumn: 2 };
    const p = { ...emptyProtocol, span, state: [field("x", int(0, 3), b.intLit(1, other), "variable", span)] };
    expect(print(p)).toBe(
      '(files "a.ts" "dir/b \\"c\\".ts")\n(protocol Empty "" (scope) (variable x (int 0 3) (cast 1@1/7:1-9:2 (int 0 3))@1/7:1-9:2)@3:5-9)@3:5-9\n',
    );
    expect(parse(print(p))).toEqual(p);
    expect(print(p, { spans: false })).toBe('(protocol Empty "" (scope) (variable x (int 0 3) (cast 1 (int 0 3))))\n');
  });

  test("names that are no plain words are quoted", () => {
    const odd = 'a "b"\n(c)';
    const type = union(odd, [{ tag: "true", fields: [{ name: "1", type: option(int(0, 1)) }] }]);
    const p = {
      ...emptyProtocol, name: odd, doc: "; no comment",
      sorts: [{ name: "@", ordered: true, size: 2, span: s }], scope: { "@": 2 },
      state: [field(odd, type, b.variantLit(type, "true", [{ name: "1", value: b.none(int(0, 1), s) }], s)), field("true'", mapOf(enumOf(["x y"]), int(0, 0), false), null)],
      actions: [action("_", [["true", int(0, 1)], ["-1", int(0, 1)]], [
        b.require(b.eq(b.local("true", int(0, 1), s), b.local("-1", int(0, 1), s), s), s),
        b.require(b.eq(b.stateRead(odd, type, "now", s), b.stateRead(odd, type, "now", s), s), s),
      ])],
      properties: [property("step", "p", b.eq(b.get(b.stateRead(odd, type, "next", s), "1", s), b.none(int(0, 1), s), s))],
    };
    expect(problemsOf(p)).toEqual([]);
    expect(parse(print(p))).toEqual(p);
  });

  test.each([
    ["", "1:1 nothing to read"],
    ["(protocol P", "1:1 ( is never closed"],
    ["(protocol P \"\" (scope]))", "1:22 expected ) for the ( at 1:16, found ]"],
    ["(protocol P \"\" (scope)) (", "1:25 unexpected text after the end"],
    ["(protocol P \"\" (scope)\n (variable x (int 0) 1))", "2:14 expected a bound before the end of the list"],
    ["(protocol P \"\" (scope)\n (variable x (int 0 1) true))", "2:2 cannot cast boolean to Int<0, 1>"],
    ["(protocol P \"\" (scope) (invariant i \"\" (fly true)))", "1:40 unknown expression fly"],
    ["(protocol P \"\" (scope) (invariant i \"\" (__proto__ true)))", "1:40 unknown expression __proto__"],
    ["(protocol P \"\" (scope) (invariant i \"\" (not y)))", "1:45 unknown local y"],
    ["(protocol P \"\" (scope) (invariant i \"\" (not .y)))", "1:45 unknown field y"],
    ["(protocol P \"\" (scope) (invariant i \"\" (record [] bool)))", "1:40 expected record, got boolean"],
    ["(protocol P \"\" (scope) (invariant i \"\" (not true false)))", "1:50 unexpected item at the end of a list"],
    ["(protocol P \"\" (scope) (invariant i \"\" (arith pow 1 2)))", "1:47 expected one of add, sub, mul, div, mod, min, max"],
    ["(protocol P \"\" (scope) (invariant i \"\" true@1:2-3))", "1:44 a span in file 0, which is not listed"],
    ["(protocol P \"\" (scope) (invariant i \"\" 99999999999999999999))", "1:40 expected an integer"],
    ["(protocol P \"\\q\")", "1:13 not a string: \"\\q\""],
    ["(protocol P \"a\nb\")", "1:13 unexpected \"\\\"\""],
  ])("refuses %j", (source, message) => {
    expect(() => parse(source)).toThrow(new IrSyntaxError(...at(message)));
  });

  test("refuses what is nested too deeply, and nothing less", () => {
    const nested = (n: number): string => `(protocol P "" (scope) (invariant i "" ${"(not ".repeat(n)}true${")".repeat(n)}))`;
    expect(parse(nested(998)).properties).toHaveLength(1);
    expect(() => parse(nested(999))).toThrow("more than 1000 brackets inside each other");
    expect(() => parse("(".repeat(1_000_000))).toThrow(IrSyntaxError);
  });
});

function at(message: string): [number, number, string] {
  const [, line, column, problem] = /^(\d+):(\d+) ([^]*)$/.exec(message)!;
  return [Number(line), Number(column), problem];
}

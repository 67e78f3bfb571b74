import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/base/span.ts";
import type { Blame, Trace, TraceEnd } from "../../../src/interp/trace.ts";
import { mapValue, setValue, type State, type Value } from "../../../src/interp/value.ts";
import { mapOf, setOf } from "../../../src/ir/type.ts";
import { type Palette, plain } from "../../../src/report/palette.ts";
import { renderTrace } from "../../../src/report/trace.ts";
import { traceToJson } from "../../../src/report/trace-json.ts";
import { Color, field, line, Node, protocol, s } from "../interp/helpers.ts";

const source = [
  "export class Lights {",
  "  @action paint(n: Node, c: Color) {",
  "    require(this.color[n] !== c);",
  "    require(",
  "      !this.done.has(n));",
  "  }",
  "  @invariant calm() { return forall((n: Node) => this.color[n] !== \"red\"); }",
];
const sourceLine = (span: Span): string | undefined => (span.file === "spec.ts" ? source[span.line - 1] : undefined);
const style = { palette: plain, sourceLine };

const p = protocol({ state: [field("color", mapOf(Node, Color, true)), field("done", setOf(Node))] });
const state = (colors: readonly Value[], done: readonly Value[]): State => [mapValue(colors.map((value, key) => ({ key, value }))), setValue(done)];
const paint = (n: number, c: string): { action: string; args: Trace["steps"][number]["args"]; span: Span } => ({
  action: "paint", args: [{ name: "n", type: Node, value: n }, { name: "c", type: Color, value: c }], span: line(2, 3, 50),
});
const guard = line(3, 5, 34);
const longGuard: Span = { ...line(4, 5), endLine: 5, endColumn: 26 };
const blame: Blame = {
  span: line(7, 50, 73), text: 'this.color[n] !== "red"', holds: false,
  bindings: [{ name: "n", type: Node, value: 1 }], atoms: [{ span: s, text: "this.color[n]", type: Color, value: "red" }],
};
const trace = (end: TraceEnd): Trace => ({
  initial: state(["green", "green", "green"], []),
  steps: [
    { ...paint(1, "red"), guards: [guard, longGuard], state: state(["green", "red", "green"], [1]) },
    { ...paint(1, "red"), span: s, guards: [s], state: state(["green", "red", "green"], [1]) },
  ],
  end,
});
const calm: TraceEnd = { kind: "invariant", property: "calm", span: line(7, 3, 76), blame };

const steps = [
  "  0. initial state",
  '     color: { node1: "green", node2: "green", node3: "green" }',
  "     done: Set {}",
  '  1. paint(n: node2, c: "red")   spec.ts:2',
  '     color[node2]: "green" → "red"',
  "     done + node2",
  "     passed: require(this.color[n] !== c);",
  "     passed: require( …",
  '  2. paint(n: node2, c: "red")',
  "     (nothing changes)",
];
const endOf = (end: TraceEnd): string[] => renderTrace(trace(end), p, style).split("\n").slice(steps.length);

describe("renderTrace", () => {
  it("numbers the steps, with what changed and the guards that held", () => expect(renderTrace(trace(calm), p, style).split("\n").slice(0, steps.length)).toEqual(steps));
  it("shows the false conjunct with its bindings", () =>
    expect(endOf(calm)).toEqual([
      "✗ invariant calm is violated   spec.ts:7",
      '     false: this.color[n] !== "red"  with n = node2',
      '        this.color[n] is "red"',
    ]));
  it("falls back on the expression where there is no source", () =>
    expect(endOf({ ...calm, kind: "step", blame: { ...blame, span: s, holds: true, bindings: [], atoms: [] } })).toEqual([
      "✗ step property calm is violated   spec.ts:7",
      '     true, must be false: this.color[n] !== "red"',
    ]));
  it("shows what was reached", () => expect(endOf({ kind: "reachable", property: "red", span: line(7) })).toEqual(["✓ red is reached   spec.ts:7"]));
  it("shows why nothing can happen", () =>
    expect(endOf({ kind: "deadlock", blocked: [{ action: "paint", args: paint(1, "red").args, blame }, { action: "wait", args: [], blame: null }] })).toEqual([
      "✗ deadlock: no action is enabled",
      '     paint(n: node2, c: "red") is blocked   spec.ts:7',
      '          false: this.color[n] !== "red"  with n = node2',
      '             this.color[n] is "red"',
      "     wait has no enabled instance",
    ]));
  it("shows failures, by what failed", () => {
    const failure = { kind: "failure", reason: "bound", span: line(2), message: "n + 1 is 8, outside Int<0, 7>" } as const;
    expect(endOf({ ...failure, source: { kind: "action", guards: [guard], ...paint(0, "red") } })).toEqual([
      '✗ paint(n: node1, c: "red") fails: n + 1 is 8, outside Int<0, 7>   spec.ts:2',
      "     passed: require(this.color[n] !== c);",
    ]);
    expect(endOf({ ...failure, source: { kind: "property", property: "calm", propertyKind: "invariant", span: line(7) } })).toEqual([
      "✗ invariant calm fails: n + 1 is 8, outside Int<0, 7>   spec.ts:2",
    ]);
    expect(renderTrace({ initial: null, steps: [], end: { ...failure, source: { kind: "initial" } } }, p, style)).toBe("✗ the initial state fails: n + 1 is 8, outside Int<0, 7>   spec.ts:2");
  });
  it("paints with the palette", () => {
    const mark = (name: string) => (text: string): string => `<${name}>${text}</>`;
    const palette: Palette = { bold: mark("b"), dim: mark("d"), red: mark("r"), green: mark("g"), yellow: mark("y"), cyan: mark("c") };
    const lines = renderTrace(trace(calm), p, { palette, sourceLine }).split("\n");
    expect(lines[3]).toBe('  1. <b>paint</>(n: <c>node2</>, c: <c>"red"</>)<d>   spec.ts:2</>');
    expect(lines[6]).toBe("     <d>passed: require(this.color[n] !== c);</>");
    expect(lines.at(-3)).toBe("<r>✗</> invariant <b>calm</> is violated<d>   spec.ts:7</>");
    expect(lines.at(-2)).toBe('     <y>false:</> this.color[n] !== "red"  with n = <c>node2</>');
  });
});

describe("traceToJson", () => {
  const at = (span: Span): object => ({ file: span.file, line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn });
  const after = { color: { node1: "green", node2: "red", node3: "green" }, done: ["node2"] };
  it("is plain data that survives JSON", () => {
    const json = traceToJson(trace(calm), p);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toEqual({
      initial: { color: { node1: "green", node2: "green", node3: "green" }, done: [] },
      steps: [
        {
          action: "paint", args: { n: "node2", c: "red" }, location: at(line(2, 3, 50)), guards: [at(guard), at(longGuard)],
          changes: ['color[node2]: "green" → "red"', "done + node2"], state: after,
        },
        { action: "paint", args: { n: "node2", c: "red" }, location: null, guards: [], changes: [], state: after },
      ],
      end: {
        kind: "invariant", property: "calm", location: at(line(7, 3, 76)),
        blame: { location: at(blame.span), text: blame.text, holds: false, bindings: { n: "node2" }, values: { "this.color[n]": "red" } },
      },
    });
  });
  it("has every kind of end", () => {
    const end = (e: TraceEnd): unknown => traceToJson(trace(e), p).end;
    expect(end({ kind: "reachable", property: "red", span: s })).toEqual({ kind: "reachable", property: "red", location: null });
    expect(end({ kind: "deadlock", blocked: [{ action: "wait", args: [], blame: null }] })).toEqual({ kind: "deadlock", blocked: [{ action: "wait", args: {}, blame: null }] });
    const failure = { kind: "failure", reason: "index", span: s, message: "m" } as const;
    const shown = { kind: "failure", reason: "index", message: "m", location: null };
    expect(end({ ...failure, source: { kind: "initial" } })).toEqual({ ...shown, source: { kind: "initial" } });
    expect(end({ ...failure, source: { kind: "property", property: "calm", propertyKind: "step", span: s } })).toEqual({ ...shown, source: { kind: "property", property: "calm", propertyKind: "step" } });
    expect(end({ ...failure, source: { kind: "action", guards: [guard], ...paint(0, "red") } }))
      .toEqual({ ...shown, source: { kind: "action", action: "paint", args: { n: "node1", c: "red" }, guards: [at(guard)] } });
  });
});

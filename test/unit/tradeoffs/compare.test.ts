/** How designs are compared: what is not known helps nobody. */
import { describe, expect, test } from "vitest";
import type { Trace } from "../../../src/interp/trace.ts";
import { acceptances } from "../../../src/tradeoffs/acceptances.ts";
import { dominators } from "../../../src/tradeoffs/dominance.ts";
import type { Measure, WorstCost } from "../../../src/tradeoffs/report.ts";
import { type Survival, survivalOf } from "../../../src/tradeoffs/survival.ts";
import type { Cell, Column, DesignResult, Reached, Row } from "../../../src/tradeoffs/table.ts";
import { survivalText } from "../../../src/report/tradeoffs-summary.ts";

const trace: Trace = { initial: null, steps: [], end: { kind: "deadlock", blocked: [] } };
const holds: Cell = { verdict: "holds", upTo: "unlimited" };
const absent: Cell = { verdict: "absent" };
const unknown: Cell = { verdict: "unknown", budget: 2, survives: 1, because: ["timeout"] };
const open: Cell = { verdict: "unknown", budget: 0, survives: null, because: ["timeout"] };
const bounded: Cell = { verdict: "bounded", upTo: "unlimited", because: ["constraint"] };
const broken = (budget: number, { least = true, survives = budget === 0 ? null : budget - 1, recovery }: { least?: boolean; survives?: number | null; recovery?: "recovers" | "blocked" } = {}): Cell =>
  ({ verdict: "violated", budget, survives, least, run: { trace, options: {} }, ...(recovery && { recovery }) });
const cost = (worst: WorstCost, best = 1): Measure => ({ cost: "messages", doc: "", unit: "of the steps", milestone: "done", best, worst });

type Design = Pick<DesignResult, "name" | "cells" | "reached" | "costs">;
const design = (name: string, cell: Cell, { costs = [], reached = "reached" }: { costs?: Measure[]; reached?: Reached } = {}): Design => ({ name, cells: [{ x: cell }], reached: [{ none: reached }], costs });
const dominated = (...designs: Design[]): string[] => dominators(designs).map((by, i) => `${designs[i].name}: ${by.join(" ")}`);

describe("a design dominates another", () => {
  test.each<[string, Cell, Cell, boolean]>([
    ["that survives less", holds, broken(3), true],
    ["that is broken by fewer faults", broken(2), broken(1), true],
    ["that needs a fault to be broken", broken(1), broken(0), true],
    ["whose milestone does not come back", broken(1, { recovery: "recovers" }), broken(1, { recovery: "blocked" }), true],
    ["but not one that is as good", holds, holds, false],
    ["nor one that has no such fault", holds, absent, false],
    ["nor one of which it is not known", holds, unknown, false],
    ["nor where of itself it is not known", unknown, broken(2), false],
    ["unless even what is known is more", unknown, broken(1), true],
    ["nor where the spec bounds its search", bounded, broken(1), false],
    ["nor where fewer faults might break it as well", broken(3, { least: false, survives: 1 }), broken(3), false],
    ["but where they would have to be more", broken(3, { least: false, survives: 1 }), broken(1), true],
  ])("%s", (_, a, b, expected) => {
    expect(dominated(design("a", a), design("b", b))).toEqual(["a: ", `b: ${expected ? "a" : ""}`]);
  });

  test("only where it is at least as good in everything", () => {
    expect(dominated(design("a", holds, { costs: [cost(3)] }), design("b", broken(1), { costs: [cost(2)] }))).toEqual(["a: ", "b: "]);
    expect(dominated(design("a", holds, { costs: [cost(2)] }), design("b", holds, { costs: [cost("unbounded")] }))).toEqual(["a: ", "b: a"]);
    expect(dominated(design("a", holds, { costs: [cost("unbounded")] }), design("b", holds, { costs: [cost("never")] }))).toEqual(["a: ", "b: a"]);
    expect(dominated(design("a", holds, { costs: [cost("unknown")] }), design("b", broken(1), { costs: [cost(9)] }))).toEqual(["a: ", "b: "]);
  });

  test("not by doing nothing", () => {
    expect(dominated(design("a", holds, { reached: "never" }), design("b", broken(1)))).toEqual(["a: ", "b: "]);
    expect(dominated(design("a", holds, { reached: "unknown" }), design("b", broken(1)))).toEqual(["a: ", "b: "]);
    expect(dominated(design("a", holds), design("b", holds, { reached: "never" }))).toEqual(["a: ", "b: a"]);
  });
});

describe("faults survived", () => {
  const rows: Row[] = [{ name: "p", kind: "invariant", doc: "" }, { name: "q", kind: "failure", doc: "" }, { name: "m", kind: "progress", doc: "" }];
  const of = (...cells: Cell[]): Survival | undefined => survivalOf({ cells: cells.map((x) => ({ x })) }, rows, "x", "safety");

  test.each<[string, Cell, Cell]>([
    ["any", holds, holds],
    ["any", holds, absent],
    ["–", absent, absent],
    ["1", holds, broken(2)],
    ["1", broken(3), broken(2)],
    ["broken", broken(0), broken(2)],
    ["at least 1", holds, unknown],
    ["0", unknown, broken(1)],
    ["at least 2", { verdict: "holds", upTo: 2 }, holds],
    ["?", bounded, holds],
    ["at least 1", holds, broken(4, { least: false, survives: 1 })],
  ])("%s", (expected, a, b) => {
    expect(survivalText(of(a, b, broken(0))!)).toBe(expected);
  });

  test("with progress, where the spec has milestones", () => {
    const cells = [holds, holds, broken(1)].map((x) => ({ x }));
    expect(survivalOf({ cells }, rows, "x", "progress")).toEqual({ kind: "some", faults: 0 });
    expect(survivalOf({ cells }, rows.slice(0, 2), "x", "progress")).toBeUndefined();
  });
});

describe("what is accepted", () => {
  const rows: Row[] = [{ name: "p", kind: "progress", doc: "" }];
  const columns: Column[] = [
    { name: "none", kind: "none", faults: [], own: 0, budgets: [0], between: [] },
    { name: "x", kind: "fault", faults: ["fall"], own: 1, budgets: [1, 2, "unlimited"], between: [] },
  ];
  const given = (...cells: Cell[]): unknown[] => {
    const designs = cells.map((x, i) => ({ name: "abc"[i], doc: "", options: {}, cells: [{ none: holds, x }], reached: [], costs: [], withoutFaults: {}, dominatedBy: [] }));
    return acceptances({ rows, columns, designs })[0].given.flatMap((g) => g.when.map((w) => ({ by: w.column.name, holds: w.holds, recovers: w.recovers })));
  };

  test.each<[string, Cell[], unknown[]]>([
    ["nothing where no other is better", [broken(1), broken(1), open], []],
    ["that it holds elsewhere", [broken(1), holds, broken(2)], [{ by: "x", holds: ["b", "c"], recovers: [] }]],
    ["that it holds where as many faults are survived, and not where fewer are", [broken(2), broken(1), broken(3)], [{ by: "x", holds: ["c"], recovers: [] }]],
    ["that repair helps elsewhere, which is not to hold", [broken(1, { recovery: "blocked" }), broken(1, { recovery: "recovers" }), open], [{ by: "x", holds: [], recovers: ["b"] }]],
    ["nothing of what is not known", [unknown, holds, holds], []],
  ])("%s", (_, cells, expected) => {
    expect(given(...cells)).toEqual(expected);
  });
});

/** The table of trade-offs: what each cell says, and what it never says. */
import { describe, expect, test } from "vitest";
import { cellText } from "../../../src/report/tradeoffs-cells.ts";
import type { Tradeoffs } from "../../../src/tradeoffs/table.ts";
import { tradeoffs, type TradeoffsOptions } from "../../../src/tradeoffs/tradeoffs.ts";
import { withFiles } from "../frontend/spec-text.ts";

const copies = "test/cli/specs/two-copies.ts";
const table = (spec: string, options: TradeoffsOptions = {}): Promise<Tradeoffs> => tradeoffs(spec, { jobs: 1, ...options });

/** The cells of one property, as a reader sees them: a line for each design. */
function shown({ rows, designs, columns }: Tradeoffs, property: string): string[] {
  const i = rows.findIndex((r) => r.name === property);
  return designs.map((d) => [d.name, ...columns.map((c) => cellText(d.cells[i][c.name], c))].join(" | "));
}

const header = `
import { action, constraint, fault, invariant, reachable, require, type Int } from "tenet";
import { type Budget, Nodes, spend, type Used } from "tenet/faults";
type Node = "a" | "b" | "c" | "d";
`;
/** Written to a file for as long as the table is made. */
function tableOf(text: string, options: TradeoffsOptions = {}): Promise<Tradeoffs> {
  return withFiles({ "spec.ts": header + text }, (folder) => table(`${folder}/spec.ts`, options));
}

describe("two copies", () => {
  const whole = table(copies);

  test("each design has a cell for each property and kind of fault", async () => {
    const found = await whole;
    expect(found.columns.map((c) => c.name)).toEqual(["none", "net.loss", "net.partitions", "nodes.crashes", "all"]);
    expect(found.unmentioned).toEqual(["net.duplication", "net.byzantine"]);
    expect(shown(found, "acknowledgedWritesAreKept")).toEqual([
      "sync | ✓ | ✓ unlimited | ✓ unlimited | ✓ unlimited | ✓",
      "async | ✓ | ✓ unlimited | ✓ unlimited | ✗ at 1 | ✗",
      "single | ✓ | – | ✓ unlimited | ✓ unlimited | ✓",
    ]);
    expect(shown(found, "aWriteIsAcknowledged")).toEqual([
      "sync | ✓ | ✗ at 1 | ↻ at 1 | ✗ at 1 | ✗",
      "async | ✓ | ✓ unlimited | ✓ unlimited | ✗ at 1 | ✗",
      "single | ✓ | – | ✓ unlimited | ✗ at 1 | ✗",
    ]);
    expect(found.designs.map((d) => d.reached[0].none)).toEqual(["reached", "reached", "reached"]);
    expect(found.designs.map((d) => d.dominatedBy)).toEqual([["single"], ["single"], []]);
    expect(found.designs.map((d) => d.costs.map((c) => `${c.cost} ${c.best}-${c.worst}`))).toEqual([
      ["message delays 2-2", "net.messagesSent 2-2", "copies 2-2"], ["message delays 0-0", "net.messagesSent 1-1", "copies 1-1"], ["message delays 0-0", "net.messagesSent 0-0", "copies 1-1"],
    ]);
  });

  test("what is broken has a run that shows it", async () => {
    const cell = (await whole).designs[1].cells[0]["nodes.crashes"];
    expect(cell).toMatchObject({ verdict: "violated", budget: 1, survives: 0, least: true });
    expect(cell.verdict === "violated" && cell.run.trace.steps.map((s) => s.action)).toEqual(["write", "nodes.crash", "takeOver"]);
  });

  test("some of the designs, faults and budgets", async () => {
    const found = await table(copies, { designs: ["async"], faults: ["net.duplication", "nodes.crashes"], budgets: [2] });
    expect(found.columns.map((c) => [c.name, ...c.budgets])).toEqual([["none", 0], ["net.duplication", 2], ["nodes.crashes", 2]]);
    expect(shown(found, "acknowledgedWritesAreKept")).toEqual(["async | ✓ | ✓ up to 2 | ✗ at 1"]);
  });

  test("a search that does not end never says that something holds", async () => {
    const found = await table(copies, { limits: { maxStates: 12 } });
    const verdicts = found.designs.flatMap((d) => d.cells.flatMap((cells) => Object.values(cells).map((c) => c.verdict)));
    expect(new Set(verdicts)).toEqual(new Set(["holds", "unknown", "absent", "violated"]));
    expect(shown(found, "acknowledgedWritesAreKept")).toEqual([
      "sync | ✓ | ✓ unlimited | ? | ? | ?",
      "async | ✓ | ✓ unlimited | ? | ✗ at 1 | ?",
      "single | ✓ | – | ? beyond 1 | ✓ unlimited | ?",
    ]);
    expect(found.designs[0].cells[0]["nodes.crashes"]).toEqual({ verdict: "unknown", budget: 1, survives: 0, because: ["max-states"] });
    expect(found.designs[0].reached[0].all).toBe("unknown");
  });

  test("whoever stops it has what is known by then", async () => {
    const controller = new AbortController();
    const found = await table(copies, { signal: controller.signal, listener: { searching: () => controller.abort() } });
    expect(found.interrupted).toBe(true);
    expect(new Set(found.designs.flatMap((d) => d.cells.flatMap((cells) => Object.values(cells).map((c) => c.verdict))))).toEqual(new Set(["unknown"]));
  });

  test("whoever stops it in the middle has designs of which the costs are known, and others", async () => {
    const controller = new AbortController();
    const found = await table(copies, { signal: controller.signal, listener: { progress: ({ done }) => done >= 1 && controller.abort() } });
    expect(found.designs[0].costs.map((c) => c.worst)).toEqual([2, 2, 2]);
    expect(found.designs[2].costs.map((c) => `${c.cost} ${c.best} ${c.worst}`)).toEqual(["message delays unknown unknown", "net.messagesSent unknown unknown", "copies unknown unknown"]);
    expect(found.designs.map((d) => d.dominatedBy)).toEqual([[], [], []]);
    expect(found.designs[2].cells[0].none.verdict).toBe("unknown");
  });

  test("threads say what one process says", async () => {
    const threads = await table(copies, { jobs: 2 });
    const { designs, rows, columns } = await whole;
    expect({ designs: threads.designs, rows: threads.rows, columns: threads.columns }).toEqual({ designs, rows, columns });
  });

  test("what is wrong with the choice is told before any search", async () => {
    await expect(table(copies, { faults: ["nodes.fires"] })).rejects.toThrow('TwoCopies has no fault "nodes.fires"');
    await expect(table(copies, { designs: ["semi"] })).rejects.toThrow('no design named "semi"');
    await expect(table(copies, { scope: { Node: 3 } })).rejects.toThrow("T6002");
  });
});

describe("budgets", () => {
  const spec = (more: string): string => `export class P {
    nodes = new Nodes<Node>({ crashes: 1 });
    n: Int<0, 3> = 0;
    @action up() { require(this.n < 3); this.n += 1; }
    @reachable full() { return this.n === 3; }
    ${more}
  }`;

  test("the least one that breaks a property is looked for between those that are tried", async () => {
    const found = await tableOf(spec("@invariant someAreUp() { return this.nodes.down.size < 4; } @invariant three() { return this.nodes.down.size < 3; }"));
    expect(shown(found, "someAreUp")).toEqual(["as written | ✓ | ✗ at 4"]);
    expect(shown(found, "three")).toEqual(["as written | ✓ | ✗ at 3"]);
    expect(found.designs[0].cells[0]["nodes.crashes"]).toMatchObject({ survives: 3, least: true });
  });

  test("what is broken without faults is broken with any", async () => {
    const found = await tableOf(spec("@invariant low() { return this.n < 2; } @invariant always() { return this.n < 9 || this.nodes.down.size > 9; }"));
    expect(shown(found, "low")).toEqual(["as written | ✗ | ✗ at 0"]);
    expect(found.designs[0].cells[0]["nodes.crashes"]).toEqual(found.designs[0].cells[0].none);
    expect(shown(found, "always")).toEqual(["as written | ✓ | ✓ unlimited"]);
  });

  test("faults of the spec itself are kinds like any other, and those without a budget are always there", async () => {
    const found = await tableOf(`export class P {
      on = false; hot = false; burnt: Used = 0;
      constructor(readonly fires: Budget = 2) {}
      @action flip() { this.on = !this.on; }
      @fault heat() { this.hot = true; }
      @fault burn() { this.burnt = spend(this.burnt, this.fires); this.on = true; }
      @invariant cold() { return !this.hot || !this.on; } @invariant few() { return this.burnt < 2; }
    }`);
    expect(found.always).toEqual(["heat"]);
    expect(found.columns.map((c) => c.name)).toEqual(["none", "fires"]);
    expect(shown(found, "cold")).toEqual(["as written | ✗ | ✗ at 0"]);
    expect(shown(found, "few")).toEqual(["as written | ✓ | ✗ at 2"]);
  });

  test("within constraints nothing holds for all states", async () => {
    const found = await tableOf(`export class P { n: Int = 0; nodes = new Nodes<Node>({ crashes: 1 });
      @action up() { this.n += 1; } @invariant positive() { return this.n >= 0; } @constraint small() { return this.n < 3; } @reachable two() { return this.n === 2; } }`);
    expect(shown(found, "positive")).toEqual(["as written | ~ | ~ unlimited"]);
  });
});

describe("designs that have no names", () => {
  const spec = (options: string, body = "true"): string => `export class P { constructor(${options}) {} on = false; @action flip() { require(${body}); this.on = !this.on; } @invariant same() { return this.on || !this.on; } }`;

  test("are all combinations of the options, the default first", async () => {
    const found = await tableOf(spec('readonly mode: "a" | "b" = "b", readonly fast: boolean = true, readonly size: Int = 3', 'this.mode === "a" || this.fast || this.size > 3'));
    expect(found.designs.map((d) => [d.name, d.options])).toEqual([
      ["mode=b,fast=true", { mode: "b", fast: true }], ["mode=b,fast=false", { mode: "b", fast: false }],
      ["mode=a,fast=true", { mode: "a", fast: true }], ["mode=a,fast=false", { mode: "a", fast: false }],
    ]);
    const one = await tableOf(spec('readonly mode: "a" | "b" = "b", readonly fast: boolean = true', 'this.mode === "a" || this.fast'), { options: { fast: "false" } });
    expect(one.designs.map((d) => [d.name, d.options])).toEqual([["mode=b", { mode: "b", fast: false }], ["mode=a", { mode: "a", fast: false }]]);
  });

  test("are refused where there are too many", async () => {
    const many = 'readonly mode: "a" | "b" = "b", readonly size: Int<0, 8> = 3';
    await expect(tableOf(spec(many, 'this.mode === "a" || this.size > 3'))).rejects.toThrow("mode, size can be combined in 18 ways, and a table compares at most 16");
  });

  test("a design does not set the budget of a fault", async () => {
    const text = `export class P { static designs = { shaky: { "nodes.crashes": 2 } }; nodes = new Nodes<Node>({ crashes: 1 }); on = false; @action flip() { this.on = !this.on; } @invariant same() { return this.on || !this.on; } }`;
    await expect(tableOf(text)).rejects.toThrow("design shaky sets nodes.crashes, which is how often a fault may happen");
  });
});

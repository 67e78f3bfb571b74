/** The one object that `tenet tradeoffs --json` prints; `docs/tradeoffs-result.schema.json` describes it. */
import { jsonText } from "../base/printable.ts";
import { instanceOf } from "../tradeoffs/tradeoffs.ts";
import type { Cell, Column, Row, Tradeoffs } from "../tradeoffs/table.ts";
import { diagnosticJson } from "./json.ts";
import { traceToJson } from "./trace-json.ts";
import { traceKey } from "./tradeoffs-trace.ts";

/** One line break at the end. */
export function tradeoffsJson(table: Tradeoffs): string {
  const { protocol, spec, scope, columns, rows, reachables, designs, unmentioned, always, limits, figures, interrupted, warnings } = table;
  return `${jsonText({
    protocol, spec, scope,
    faults: columns.map(({ name, kind, faults, own, budgets }) => ({ name, kind, faults, own, budgets })),
    unmentioned, always,
    properties: rows.map(({ name, kind }) => ({ name, kind })),
    reachables: reachables.map(({ name }) => name),
    designs: designs.map((d) => ({
      name: d.name, options: d.options, dominatedBy: d.dominatedBy,
      cells: rows.flatMap((row, i) => columns.map((c) => ({ property: row.name, fault: c.name, ...cellJson(d.cells[i][c.name], { table, design: d.name, row, column: c }) }))),
      costs: d.costs.map(({ cost, unit, milestone, best, worst }) => ({ cost, unit, milestone, best, worst })),
      reached: reachables.flatMap(({ name }, i) => columns.map((c) => ({ reachable: name, fault: c.name, reached: d.reached[i][c.name] }))),
    })),
    limits: { ...limits }, interrupted,
    stats: { ...figures, seconds: Math.round(figures.seconds * 1e6) / 1e6 },
    warnings: warnings.map(diagnosticJson),
  })}\n`;
}

function cellJson(cell: Cell, { table, design, row, column }: { readonly table: Tradeoffs; readonly design: string; readonly row: Row; readonly column: Column }): object {
  if (cell.verdict !== "violated") return cell;
  const { verdict, budget, survives, least, recovery, run } = cell;
  return {
    verdict, budget, survives, least, ...(recovery && { recovery }),
    run: traceKey(design, row.name, column.name), trace: traceToJson(run.trace, instanceOf(table, run)),
  };
}

/** The run behind a cell of the table of trade-offs. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import { shownOptions } from "../pipeline/options.ts";
import { faultsOf } from "../passes/faults.ts";
import { instanceOf } from "../tradeoffs/tradeoffs.ts";
import type { Measure } from "../tradeoffs/report.ts";
import type { Run, Tradeoffs } from "../tradeoffs/table.ts";
import { paletteOf } from "./colors.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";
import { cellText } from "./tradeoffs-cells.ts";

/** By which `--trace` finds it: `async/acknowledgedWritesAreKept/nodes.crashes`. */
export const traceKey = (design: string, property: string, column: string): string => `${design}/${property}/${column}`;

/** By which `--trace` finds the run that costs least, or most: `sync/copies@aWriteIsAcknowledged/worst`. */
export const costKey = (design: string, { cost, milestone }: Pick<Measure, "cost" | "milestone">, end: "best" | "worst"): string => `${design}/${cost}@${milestone}/${end}`;

/** The runs behind cells in which something is broken, and those behind costs, by their keys. */
export const runsOf = (table: Tradeoffs): ReadonlyMap<string, Run> => new Map([...brokenRuns(table), ...costRuns(table)]);

function brokenRuns({ designs, rows, columns }: Tradeoffs): [string, Run][] {
  return designs.flatMap((d) => rows.flatMap((row, i) => columns.flatMap((c): [string, Run][] => {
    const cell = d.cells[i][c.name];
    return cell.verdict === "violated" ? [[traceKey(d.name, row.name, c.name), cell.run]] : [];
  })));
}

function costRuns({ designs }: Tradeoffs): [string, Run][] {
  return designs.flatMap((d) => d.costs.flatMap((m) => ([["best", m.bestRun], ["worst", m.worstRun]] as const).flatMap(([end, run]): [string, Run][] =>
    (run ? [[costKey(d.name, m, end), { trace: run.trace, options: d.withoutFaults, counted: true }]] : []))));
}

/** Ends with a line break. @throws DiagnosticsError where there is no such cell, or nothing is broken in it */
export function tradeoffsTrace(table: Tradeoffs, key: string, { color }: { readonly color: boolean }): string {
  const runs = runsOf(table);
  const run = runs.get(key);
  if (!run) throw noRun(table, key, new Map(brokenRuns(table)));
  const palette = paletteOf(color);
  const instance = instanceOf(table, run);
  const faults = faultsOf(instance);
  return [
    `${palette.bold(table.protocol)} with ${choicesText(shownOptions(instance), faults).join(" ")}${faultsText(faults)}`,
    "",
    renderTrace(run.trace, instance, { palette, sourceLine: lineOf(sourcesFromDisk()) }),
    "",
  ].join("\n");
}

function noRun({ designs, rows, columns }: Tradeoffs, key: string, runs: ReadonlyMap<string, unknown>): DiagnosticsError {
  for (const d of designs) {
    for (const [i, row] of rows.entries()) {
      const column = columns.find((c) => traceKey(d.name, row.name, c.name) === key);
      if (column) return wrong(`nothing is broken in ${key}: ${cellText(d.cells[i][column.name], column)}`, runs);
    }
  }
  return wrong(`the table has no cell ${JSON.stringify(key)}`, runs);
}

const wrong = (message: string, runs: ReadonlyMap<string, unknown>): DiagnosticsError =>
  new DiagnosticsError([{ code: "T6015", severity: "error", message, help: runs.size > 0 ? `The cells with a trace are ${[...runs.keys()].join(", ")}.` : "No cell has a trace: nothing is broken." }]);

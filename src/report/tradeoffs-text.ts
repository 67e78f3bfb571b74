/** The table of trade-offs for a terminal. */
import { count, duration, plural, scopeText } from "./figures.ts";
import { paletteOf } from "./colors.ts";
import type { Paint, Palette } from "./palette.ts";
import { cellText, columnTitle, legend, reachedText, reachedTone, type Tone, toneOf } from "./tradeoffs-cells.ts";
import { gridText } from "./tradeoffs-grid.ts";
import { renderDiagnostics } from "./diagnostics.ts";
import { sourcesFromDisk } from "./sources.ts";
import { paragraph } from "./wrap.ts";
import type { Tradeoffs } from "../tradeoffs/table.ts";
import type { TradeoffsProgress } from "../tradeoffs/tradeoffs.ts";

export interface TradeoffsStyle {
  readonly color: boolean;
  readonly columns: number;
}

/** Ends with a line break. */
export function tradeoffsText(table: Tradeoffs, { color, columns }: TradeoffsStyle): string {
  const palette = paletteOf(color);
  const blocks = [
    header(table, palette, columns),
    ...properties(table, palette, columns),
    ...reached(table, palette, columns),
    legend(table.designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c)))).map((l) => palette.dim(`  ${l}`)).join("\n"),
    figures(table, palette),
    ...(table.warnings.length > 0 ? [renderDiagnostics(table.warnings, sourcesFromDisk(), palette)] : []),
    conclusion(table, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function header({ protocol, spec, scope, designs, always, unmentioned }: Tradeoffs, { bold, dim }: Palette, columns: number): string {
  const sizes = scopeText(scope);
  const names = Math.max(...designs.map((d) => d.name.length));
  const described = designs.filter((d) => d.doc !== "").map((d) => paragraph(`  ${d.name.padEnd(names)}  `, d.doc, columns));
  return [
    `${bold(protocol)} ${dim(`(${spec})`)}${sizes === "" ? "" : ` with ${sizes}`}`,
    ...(described.length > 0 ? ["", ...described] : []),
    ...(always.length > 0 ? ["", `  In every column, as no option rules it out: ${always.join(", ")}`] : []),
    ...(unmentioned.length > 0 ? ["", dim(paragraph("  ", `Not looked at, as the spec does not mention them: ${unmentioned.join(", ")}`, columns))] : []),
  ].join("\n");
}

function properties({ rows, columns, designs }: Tradeoffs, palette: Palette, width: number): string[] {
  return rows.map((row, i) => [
    `${palette.bold(row.name)}${row.doc === "" ? "" : `\n${palette.dim(paragraph("  ", row.doc, width))}`}`,
    ...gridText({
      heads: columns.map(columnTitle),
      rows: designs.map((d) => ({ name: d.name, cells: columns.map((c) => ({ text: cellText(d.cells[i][c.name], c), paint: paintOf(toneOf(d.cells[i][c.name]), palette) })) })),
    }, width, palette.dim),
  ].join("\n"));
}

function reached({ reachables, columns, designs }: Tradeoffs, palette: Palette, width: number): string[] {
  return reachables.map((r, i) => [
    `${palette.bold(r.name)} ${palette.dim("is reached")}${r.doc === "" ? "" : `\n${palette.dim(paragraph("  ", r.doc, width))}`}`,
    ...gridText({
      heads: columns.map(columnTitle),
      rows: designs.map((d) => ({ name: d.name, cells: columns.map((c) => ({ text: reachedText[d.reached[i][c.name]], paint: paintOf(reachedTone[d.reached[i][c.name]], palette) })) })),
    }, width, palette.dim),
  ].join("\n"));
}

export function paintOf(tone: Tone, { green, red, yellow, dim }: Palette): Paint {
  switch (tone) {
    case "good": return green;
    case "bad": return red;
    case "open": return yellow;
    case "none": return dim;
  }
}

function figures({ figures: { searches, cached, states, seconds } }: Tradeoffs, { dim }: Palette): string {
  return dim(`  ${plural(searches, "search", "searches")}${cached > 0 ? `, ${count(cached)} from the cache` : ""} · ${plural(states, "state")} · ${duration(seconds)}`);
}

function conclusion({ designs, interrupted }: Tradeoffs, { bold, yellow }: Palette): string {
  const cells = designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c)));
  const open = cells.filter((c) => c.verdict === "unknown").length;
  if (open === 0) return bold(`All ${count(cells.length)} cells are decided.`);
  return bold(yellow(`${interrupted ? "Interrupted: " : ""}${plural(open, "cell")} of ${count(cells.length)} not decided within the limits.`));
}

/** One line, without a line break. */
export const tradeoffsProgressText = ({ done, of, states }: TradeoffsProgress): string => {
  const filled = Math.round((done / of) * barWidth);
  return `[${"█".repeat(filled)}${"·".repeat(barWidth - filled)}] ${done} of ${of} cells · ${plural(states, "state")}`;
};

const barWidth = 24;

/** The table of trade-offs for a terminal. */
import { count, duration, plural, scopeText } from "./figures.ts";
import { paletteOf } from "./colors.ts";
import type { Paint, Palette } from "./palette.ts";
import { cellText, columnTitle, legend, rowTitle, type Tone, toneOf } from "./tradeoffs-cells.ts";
import { gridText } from "./tradeoffs-grid.ts";
import { renderDiagnostics } from "./diagnostics.ts";
import { sourcesFromDisk } from "./sources.ts";
import { costTables, costText, costTone } from "./tradeoffs-costs.ts";
import { cameAbout, faultColumns, heldEverywhere, survivalPair, survivals, survivalTone } from "./tradeoffs-summary.ts";
import { adviceOf, type Piece } from "./tradeoffs-words.ts";
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
    ...survived(table, palette, columns),
    ...costs(table, palette, columns),
    ...properties(table, palette, columns),
    ...reached(table, palette, columns),
    ...advice(table, palette, columns),
    legend(table.designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c)))).map((l) => palette.dim(paragraph("  ", l, columns))).join("\n"),
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

function survived(table: Tradeoffs, palette: Palette, width: number): string[] {
  const columns = faultColumns(table);
  if (columns.length === 0) return [];
  const hasProgress = table.rows.some((r) => r.kind === "progress");
  const rows = survivals(table, columns).map(({ design, safety, progress }) => ({
    name: design.name,
    cells: safety.map((s, i) => ({ text: survivalPair(s, progress[i]), paint: paintOf(survivalTone(s, progress[i]), palette) })),
  }));
  const title = `Faults survived with safety${hasProgress ? " / with progress" : ""}`;
  return [[palette.bold(title), ...gridText({ heads: columns.map(columnTitle), rows }, width, palette.dim)].join("\n")];
}

function costs(table: Tradeoffs, palette: Palette, width: number): string[] {
  const { designs } = table;
  return costTables(table).map(({ milestone, costs: all }) => [
    `${palette.bold(`Until ${milestone}`)} ${palette.dim("(at best – at worst, without faults)")}`,
    ...gridText({
      heads: all.map((c) => c.name),
      rows: designs.map((d) => ({ name: d.name, cells: all.map(({ index }) => ({ text: costText(d.costs[index]), paint: paintOf(costTone(designs, d, index), palette) })) })),
    }, width, palette.dim),
  ].join("\n"));
}

function properties(table: Tradeoffs, palette: Palette, width: number): string[] {
  const { rows, columns, designs } = table;
  const everywhere = new Set(heldEverywhere(table));
  const blocks = rows.flatMap((row, i) => (everywhere.has(row) ? [] : [[
    `${palette.bold(rowTitle(row))}${row.doc === "" ? "" : `\n${palette.dim(paragraph("  ", row.doc, width))}`}`,
    ...gridText({
      heads: columns.map(columnTitle),
      rows: designs.map((d) => ({ name: d.name, cells: columns.map((c) => ({ text: cellText(d.cells[i][c.name], c), paint: paintOf(toneOf(d.cells[i][c.name]), palette) })) })),
    }, width, palette.dim),
  ].join("\n")]));
  const held = rows.filter((r) => everywhere.has(r)).map(rowTitle);
  return held.length === 0 ? blocks : [...blocks, [palette.bold("Holds in every design, under everything that was tried"), palette.green(paragraph("  ✓ ", held.join(", "), width))].join("\n")];
}

function reached({ reachables, columns, designs }: Tradeoffs, palette: Palette, width: number): string[] {
  if (reachables.length === 0) return [];
  const title = `${palette.bold("Comes about")} ${palette.dim("(a design in which nothing happens breaks nothing)")}`;
  const names = Math.max(...designs.map((d) => d.name.length));
  return [[title, ...reachables.flatMap(({ name }, i) => {
    const each = designs.map((d) => cameAbout(d, i, columns));
    const same = each.every((e) => e.text === each[0].text);
    return [`  ${name}${same ? `  ${paintOf(each[0].tone, palette)(each[0].text)}` : ""}`, ...(same ? [] : designs.map((d, k) => paintOf(each[k].tone, palette)(paragraph(`    ${d.name.padEnd(names)}  `, each[k].text, width))))];
  })].join("\n")];
}

/** What whoever chooses a design accepts. */
function advice(table: Tradeoffs, palette: Palette, width: number): string[] {
  if (table.designs.length < 2) return [];
  const piece = (p: Piece): string => (typeof p === "string" ? p : "design" in p ? p.design : "text" in p ? p.text : `trace ${p.trace}`);
  const sentences = adviceOf(table).flatMap((a) => a.sentences.map((s) => paragraph("  ", s.pieces.map(piece).join(""), width)));
  return [[palette.bold("What you choose"), ...sentences].join("\n\n")];
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

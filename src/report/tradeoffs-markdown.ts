/** The table of trade-offs as Markdown, for a design document or a pull request. */
import type { Tradeoffs } from "../tradeoffs/table.ts";
import { escapeMarkdown as e } from "./escape.ts";
import { plural, scopeText } from "./figures.ts";
import { cellText, columnTitle, legend, rowTitle } from "./tradeoffs-cells.ts";
import { costTables, costText } from "./tradeoffs-costs.ts";
import { cameAbout, faultColumns, heldEverywhere, survivalPair, survivals } from "./tradeoffs-summary.ts";
import { adviceOf, type Piece } from "./tradeoffs-words.ts";

/** Ends with a line break. */
export function tradeoffsMarkdown(table: Tradeoffs): string {
  return `${[title(table), survived(table), advice(table), costs(table), properties(table), reached(table), ground(table)].filter((s) => s !== "").join("\n\n")}\n`;
}

function title({ protocol, doc, designs }: Tradeoffs): string {
  const described = designs.filter((d) => d.doc !== "").map((d) => `- **${e(d.name)}**: ${e(d.doc)}`);
  return [`# Trade-offs of ${e(protocol)}`, ...(doc === "" ? [] : [e(doc)]), ...(described.length > 0 ? [described.join("\n")] : [])].join("\n\n");
}

/** A table whose rows have the names of designs. */
function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(["Design", ...heads.map(e)]), line(["---", ...heads.map(() => "---")]), ...rows.map((r) => line(r.map(e)))].join("\n");
}

function survived(table: Tradeoffs): string {
  const columns = faultColumns(table);
  if (columns.length === 0) return "";
  const hasProgress = table.rows.some((r) => r.kind === "progress");
  const rows = survivals(table, columns).map(({ design, safety, progress }) => [
    `${design.name}${design.dominatedBy.length > 0 ? " (dominated)" : ""}`, ...safety.map((s, i) => survivalPair(s, progress[i])),
  ]);
  return `## Faults survived with safety${hasProgress ? " / with progress" : ""}\n\n${grid(columns.map(columnTitle), rows)}`;
}

function advice(table: Tradeoffs): string {
  if (table.designs.length < 2) return "";
  const piece = (p: Piece): string => (typeof p === "string" ? e(p) : "design" in p ? `**${e(p.design)}**` : "text" in p ? e(p.text) : `trace \`${p.trace.replaceAll("`", "'")}\``);
  return `## What you choose\n\n${adviceOf(table).flatMap((a) => a.sentences.map((s) => `- ${s.pieces.map(piece).join("")}`)).join("\n")}\n\nA trace is printed by \`tenet tradeoffs ${table.spec.replaceAll("`", "'")} --trace …\`.`;
}

function costs(table: Tradeoffs): string {
  return costTables(table).map(({ milestone, costs: all }) =>
    `## Costs until ${e(milestone)}, at best – at worst\n\n${grid(all.map((c) => c.name), table.designs.map((d) => [d.name, ...all.map(({ index }) => costText(d.costs[index]))]))}`).join("\n\n");
}

function properties(table: Tradeoffs): string {
  const { rows, columns, designs } = table;
  const everywhere = new Set(heldEverywhere(table));
  const blocks = rows.flatMap((row, i) => (everywhere.has(row) ? [] : [
    [`### ${e(rowTitle(row))}`, ...(row.doc === "" ? [] : [e(row.doc)]), grid(columns.map(columnTitle), designs.map((d) => [d.name, ...columns.map((c) => cellText(d.cells[i][c.name], c))]))].join("\n\n"),
  ]));
  const held = rows.filter((r) => everywhere.has(r));
  return [
    "## Property by property", ...blocks,
    ...(held.length > 0 ? [`Holds in every design, under everything that was tried: ${held.map((r) => e(rowTitle(r))).join(", ")}.`] : []),
    legend(designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c)))).map((l) => `- ${e(l)}`).join("\n"),
  ].join("\n\n");
}

function reached({ reachables, designs, columns }: Tradeoffs): string {
  if (reachables.length === 0) return "";
  return `## What comes about\n\n${grid(reachables.map((r) => r.name), designs.map((d) => [d.name, ...reachables.map((_, i) => cameAbout(d, i, columns).text)]))}`;
}

function ground({ spec, scope, figures, unmentioned, always }: Tradeoffs): string {
  const sizes = scopeText(scope);
  return [
    `Made by \`tenet tradeoffs ${spec.replaceAll("`", "'")}\`${sizes === "" ? "" : ` with ${e(sizes)}`}: ${plural(figures.searches, "search", "searches")}, ${plural(figures.states, "state")}. What holds here holds for this instance, and for the faults in the table.`,
    ...(unmentioned.length > 0 ? [`Not looked at, as the spec does not mention them: ${e(unmentioned.join(", "))}.`] : []),
    ...(always.length > 0 ? [`Possible in every column, as no option rules it out: ${e(always.join(", "))}.`] : []),
  ].join("\n\n");
}

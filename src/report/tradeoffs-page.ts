/** The table of trade-offs as one page that needs nothing else: for those who decide. */
import type { Cell, Column, DesignResult, Tradeoffs } from "../tradeoffs/table.ts";
import { escapeHtml as e } from "./escape.ts";
import { duration, plural, scopeText } from "./figures.ts";
import { paretoPicture } from "./pareto.ts";
import { chosenAxes } from "./tradeoffs-axes.ts";
import { cellText, columnTitle, legend, rowTitle, type Tone, toneOf } from "./tradeoffs-cells.ts";
import { costTables, costText, costTone } from "./tradeoffs-costs.ts";
import { pageStyle } from "./tradeoffs-page-style.ts";
import { anchorsOf, traceSections } from "./tradeoffs-page-traces.ts";
import { cameAbout, faultColumns, heldEverywhere, survivalPair, survivals, survivalTone } from "./tradeoffs-summary.ts";
import { costKey, traceKey } from "./tradeoffs-trace.ts";
import { adviceOf, type Piece } from "./tradeoffs-words.ts";
import { oneLine } from "./wrap.ts";

type Anchors = ReadonlyMap<string, string>;

/** @param axes of the picture, as `--axes` names them @throws DiagnosticsError where there are no such axes */
export function tradeoffsPage(table: Tradeoffs, axes?: readonly string[]): string {
  const anchors = anchorsOf(table);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${e(`Trade-offs of ${table.protocol}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${[intro(table), survived(table), advice(table, anchors), picture(table, axes), costs(table, anchors), properties(table, anchors), reached(table), footer(table)].filter((s) => s !== "").join("\n")}
</main>
${traceSections(table, anchors).join("\n")}
</body>
</html>
`;
}

function intro({ protocol, doc, designs }: Tradeoffs): string {
  return `<h1>${e(`Trade-offs of ${protocol}`)}</h1>
${doc === "" ? "" : `<p class="soft">${e(oneLine(doc))}</p>`}
<dl>${designs.map((d) => `<dt>${e(d.name)}</dt><dd>${e(oneLine(d.doc === "" ? optionsText(d) : d.doc))}</dd>`).join("")}</dl>`;
}

const optionsText = ({ options }: DesignResult): string => Object.entries(options).map(([name, value]) => `${name} is ${value ?? "not given"}`).join(", ");

function advice(table: Tradeoffs, anchors: Anchors): string {
  if (table.designs.length < 2) return "";
  const piece = (p: Piece): string => {
    if (typeof p === "string") return e(p);
    if ("text" in p) return linked(e(p.text), anchors.get(p.run));
    return "design" in p ? `<strong>${e(p.design)}</strong>` : `<a href="#${anchors.get(p.trace)}">see the run</a>`;
  };
  return `<h2>What you choose</h2>
${adviceOf(table).map((a) => `<h3>${e(a.design)}</h3>\n<ul class="advice">${a.sentences.map((s) => `<li>${s.pieces.map(piece).join("")}</li>`).join("")}</ul>`).join("\n")}`;
}

const linked = (html: string, anchor: string | undefined): string => (anchor === undefined ? html : `<a href="#${anchor}">${html}</a>`);

interface Shown { readonly html: string; readonly tone: Tone }

function grid(heads: readonly string[], rows: readonly { readonly name: string; readonly cells: readonly Shown[] }[]): string {
  return `<div class="wide"><table><thead><tr><th></th>${heads.map((h) => `<th scope="col">${e(h)}</th>`).join("")}</tr></thead><tbody>${
    rows.map((r) => `<tr><th scope="row">${r.name}</th>${r.cells.map((c) => `<td class="${c.tone}">${c.html}</td>`).join("")}</tr>`).join("")}</tbody></table></div>`;
}

function survived(table: Tradeoffs): string {
  const columns = faultColumns(table);
  if (columns.length === 0) return "";
  const hasProgress = table.rows.some((r) => r.kind === "progress");
  const rows = survivals(table, columns).map(({ design, safety, progress }) => ({
    name: `${e(design.name)}${design.dominatedBy.length > 0 ? `<span class="badge" title="${e(`${design.dominatedBy.join(", ")}: at least as good in everything, better in something`)}">dominated</span>` : ""}`,
    cells: safety.map((s, i): Shown => ({ html: e(survivalPair(s, progress[i])), tone: survivalTone(s, progress[i]) })),
  }));
  return `<h2 id="table">Faults survived</h2>
<p class="soft">How many faults of each kind, in one run, leave everything true that must be true${hasProgress ? "; after the slash, how many leave every milestone within reach" : ""}.</p>
${grid(columns.map(columnTitle), rows)}`;
}

function picture(table: Tradeoffs, keys: readonly string[] | undefined): string {
  const axes = table.designs.length < 2 && !keys ? undefined : chosenAxes(table, keys);
  return axes ? `<h2>At a glance</h2>\n<p class="soft">${e(`${upper(axes[0].title)}, against ${axes[1].title}. The line joins designs that no other beats in both.`)}</p>\n${paretoPicture(table, axes)}` : "";
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function costs(table: Tradeoffs, anchors: Anchors): string {
  const { designs } = table;
  return costTables(table).map(({ milestone, costs: all }) => `<h2>${e(`Costs until ${milestone}`)}</h2>
<p class="soft">At best and at worst, over all runs without faults.</p>
${grid(all.map((c) => c.name), designs.map((d) => ({ name: e(d.name), cells: all.map(({ index }) => ({ html: linked(e(costText(d.costs[index])), anchors.get(costKey(d.name, d.costs[index], "worst"))), tone: costTone(designs, d, index) })) })))}`).join("\n");
}

function properties(table: Tradeoffs, anchors: Anchors): string {
  const { rows, columns, designs } = table;
  const everywhere = new Set(heldEverywhere(table));
  const cell = (d: DesignResult, row: string, c: Column, found: Cell): Shown => {
    const anchor = anchors.get(traceKey(d.name, row, c.name));
    const text = e(cellText(found, c));
    return { html: linked(text, anchor), tone: toneOf(found) };
  };
  const blocks = rows.flatMap((row, i) => (everywhere.has(row) ? [] : [`<h3>${e(rowTitle(row))}</h3>
${row.doc === "" ? "" : `<p class="soft">${e(oneLine(row.doc))}</p>`}
${grid(columns.map(columnTitle), designs.map((d) => ({ name: e(d.name), cells: columns.map((c) => cell(d, row.name, c, d.cells[i][c.name])) })))}`]));
  const held = rows.filter((r) => everywhere.has(r));
  return `<h2>Property by property</h2>
${blocks.join("\n")}
${held.length === 0 ? "" : `<h3>Holds in every design, under everything that was tried</h3>\n<dl>${held.map((r) => `<dt class="good">✓ ${e(rowTitle(r))}</dt><dd>${e(oneLine(r.doc))}</dd>`).join("")}</dl>`}
<p class="soft">${legend(designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c)))).map(e).join("<br>")}</p>`;
}

function reached(table: Tradeoffs): string {
  const { reachables, designs, columns } = table;
  if (reachables.length === 0) return "";
  return `<h2>What comes about</h2>
<p class="soft">A design in which nothing happens breaks nothing. This does happen:</p>
${grid(reachables.map((r) => r.name), designs.map((d) => ({ name: e(d.name), cells: reachables.map((_, i): Shown => {
    const { text, tone } = cameAbout(d, i, columns);
    return { html: e(text), tone };
  }) })))}`;
}

function footer({ spec, scope, figures, unmentioned, always, designs, interrupted }: Tradeoffs): string {
  const open = designs.flatMap((d) => d.cells.flatMap((c) => Object.values(c))).filter((c) => c.verdict === "unknown").length;
  const sizes = scopeText(scope);
  return `<footer>
<p>Made by <code>tenet tradeoffs ${e(spec)}</code>: every state of an instance${sizes === "" ? "" : ` with <code>${e(sizes)}</code>`} was visited, for every design and every number of faults (${plural(figures.searches, "search", "searches")}, ${plural(figures.states, "state")}, ${duration(figures.seconds)}). What holds here holds for this instance, and for the faults in the table.</p>
${unmentioned.length === 0 ? "" : `<p>Not looked at, as the spec does not mention them: ${e(unmentioned.join(", "))}.</p>`}
${always.length === 0 ? "" : `<p>Possible in every column, as no option rules it out: ${e(always.join(", "))}.</p>`}
${open === 0 ? "" : `<p class="open">${interrupted ? "Interrupted: " : ""}${plural(open, "cell")} not decided within the limits.</p>`}
</footer>`;
}

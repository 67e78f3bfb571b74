/** A run as a page without scripts: a table of steps and fields, with what each step changed marked. */
import { visible } from "../../../../src/base/printable.ts";
import type { PropertyVerdict, VerdictsEvent } from "../../../../src/editor/watch/events.ts";
import type { Location, RunTable } from "../../../../src/editor/watch/run-table.ts";
import { escapeHtml } from "../../../../src/report/escape.ts";
import { about } from "./lenses.ts";

export interface RunPage {
  readonly html: string;
  /** What the links lead to: a link names the index. */
  readonly locations: readonly Location[];
}

export interface RunPageOptions {
  readonly event: VerdictsEvent;
  readonly property: PropertyVerdict;
  /** Of a page that may load nothing else than this. */
  readonly nonce: string;
  /** What a link to a location is, by its index. */
  link(index: number): string;
  /** Why this is not about the text at hand. */
  readonly stale?: string;
}

const text = (value: string): string => escapeHtml(visible(value));

export function runPage({ event, property, nonce, link, stale }: RunPageOptions): RunPage {
  const locations: Location[] = [];
  const place = (location: Location | null, label: string, kind = ""): string => {
    if (location === null) return text(label);
    const index = locations.push(location) - 1;
    const where = text(`${location.file}:${location.line}`);
    return `<a${kind} href="${escapeHtml(link(index))}" title="${where}">${text(label)}</a>`;
  };
  const { table } = property;
  const body = table ? tableHtml(table, place) : `<p>There is no run to show.</p>`;
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>${text(property.name)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<h1>${text(property.name)}</h1>
<p class="verdict ${property.verdict === "violated" ? "bad" : "good"}">${text(property.text)} <span class="dim">${text(`${property.kind} of ${event.protocol} · ${about(event)}`)}</span></p>
${stale === undefined ? "" : `<p class="stale">${text(stale)}</p>\n`}${body}
</body>
</html>
`;
  return { html, locations };
}

type Place = (location: Location | null, label: string, kind?: string) => string;

/** Fields that no step changes are shown once, below. */
function tableHtml({ fields, rows, end }: RunTable, place: Place): string {
  const changing = fields.map((_, f) => f).filter((f) => rows.some((r) => r.changed.includes(f)));
  const constant = fields.map((_, f) => f).filter((f) => !changing.includes(f));
  const first = rows.length > 0 && rows[0].location === null ? 0 : 1;
  const head = `<tr><th class="number">#</th><th>step</th>${changing.map((f) => `<th>${text(fields[f])}</th>`).join("")}</tr>`;
  const lines = rows.map((row, i) => {
    const cells = changing.map((f) => `<td class="${row.changed.includes(f) ? "changed" : i === 0 ? "" : "same"}">${text(row.cells[f])}</td>`).join("");
    const step = place(row.location, row.label);
    const guards = row.guards.map((g) => `<div class="guard">${place(g.location, g.text)}</div>`).join("");
    return `<tr><td class="number">${i + first}</td><td class="step">${step}${guards}</td>${cells}</tr>`;
  });
  const [title = "", ...reasons] = end.lines;
  const rest = constant.length === 0 || rows.length === 0 ? "" : `<h2>Unchanged throughout</h2>\n<table>${constant.map((f) => `<tr><td>${text(fields[f])}</td><td>${text(rows[0].cells[f])}</td></tr>`).join("")}</table>`;
  return `<table>
<thead>${head}</thead>
<tbody>
${lines.join("\n")}
</tbody>
</table>
<p class="end">${place(end.location, title.replace(/ {3}\S+:\d+$/, ""))}</p>
<pre>${reasons.map((line) => text(line.replace(/^ {5}/, ""))).join("\n")}</pre>
${rest}`;
}

const style = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 0 1.2em 1.5em; }
h1 { font-size: 1.4em; font-weight: 600; margin: 0.9em 0 0.2em; }
h2 { font-size: 1em; margin: 1.6em 0 0.5em; color: var(--vscode-descriptionForeground); font-weight: 600; }
p { margin: 0.3em 0 1em; }
.verdict { font-weight: 600; }
.bad { color: var(--vscode-testing-iconFailed, var(--vscode-errorForeground)); }
.good { color: var(--vscode-testing-iconPassed, var(--vscode-foreground)); }
.dim { font-weight: normal; color: var(--vscode-descriptionForeground); margin-left: 0.8em; }
.stale { border-left: 3px solid var(--vscode-editorWarning-foreground); padding: 0.3em 0.8em; background: var(--vscode-inputValidation-warningBackground); }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 0.9em; border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-panel-border)); }
th { color: var(--vscode-descriptionForeground); font-weight: 600; }
td { font-family: var(--vscode-editor-font-family); }
.number { text-align: right; color: var(--vscode-descriptionForeground); }
.same { opacity: 0.45; }
.changed { background: var(--vscode-diffEditor-insertedTextBackground); font-weight: 600; }
.step a { font-weight: 600; }
.guard { margin-top: 0.2em; font-size: 0.9em; opacity: 0.75; }
.guard a { font-weight: normal; color: var(--vscode-descriptionForeground); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; }
.end { margin: 1.2em 0 0.4em; font-weight: 600; }
pre { font-family: var(--vscode-editor-font-family); margin: 0; white-space: pre-wrap; }
`;

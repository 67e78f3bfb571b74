/** The runs behind the cells, as sections of the page. */
import type { Trace } from "../interp/trace.ts";
import type { Tradeoffs } from "../tradeoffs/table.ts";
import { instanceOf } from "../tradeoffs/tradeoffs.ts";
import { escapeHtml } from "./escape.ts";
import { plain } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";
import { runsOf } from "./tradeoffs-trace.ts";

/** The anchor of each run by its key. Runs that are the same are shown once. */
export function anchorsOf(table: Tradeoffs): ReadonlyMap<string, string> {
  const anchors = new Map<Trace, string>();
  return new Map([...runsOf(table)].map(([key, run]) => {
    const anchor = anchors.get(run.trace) ?? `run-${anchors.size + 1}`;
    anchors.set(run.trace, anchor);
    return [key, anchor];
  }));
}

export function traceSections(table: Tradeoffs, anchors: ReadonlyMap<string, string>): string[] {
  const sourceLine = lineOf(sourcesFromDisk());
  const faults = new Set(table.columns.flatMap((c) => c.faults));
  const shown = new Set<string>();
  return [...runsOf(table)].flatMap(([key, run]) => {
    const anchor = anchors.get(key)!;
    if (shown.has(anchor)) return [];
    shown.add(anchor);
    const lines = renderTrace(run.trace, instanceOf(table, run), { palette: plain, sourceLine }).split("\n");
    return [`<section class="trace" id="${anchor}" aria-label="${escapeHtml(key)}"><a class="close" href="#table">close</a><h3>${escapeHtml(key)}</h3>\n<pre>${lines.map((l) => line(l, faults)).join("\n")}</pre></section>`];
  });
}

/** By how the text of a run is laid out. */
function line(text: string, faults: ReadonlySet<string>): string {
  const escaped = escapeHtml(text);
  const step = /^ {1,3}\d+\. ([^(]*)/.exec(text);
  if (step) return `<span class="${faults.has(step[1]) ? "fault" : "step"}">${escaped}</span>`;
  if (text.startsWith("     passed: ")) return `<span class="dim">${escaped}</span>`;
  return text.startsWith("✗") ? `<span class="end">${escaped}</span>` : escaped;
}

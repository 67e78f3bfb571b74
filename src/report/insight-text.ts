/** Tables of what tells why an instance is so large, and a chart of its depths. */
import type { Insight } from "../pipeline/insight-report.ts";
import { count, plural } from "./figures.ts";
import type { Palette } from "./palette.ts";

/** Rows of a table that is shown in full; beyond, the rest is one row. */
const mostRows = 30;
const barWidth = 40;

export function insightText(insight: Insight, palette: Palette): string {
  const { states, expanded, bits, branching, variables, constants } = insight;
  const blocks = [
    heading(`Steps: ${branching.average.toFixed(1)} enabled in a state on average, ${count(branching.most)} at most${branching.withoutSteps > 0 ? `, none in ${plural(branching.withoutSteps, "state")}` : ""}`, palette),
    table(["action", "enabled", "led elsewhere", "found a new state"], insight.actions.map((a) => [a.name, count(a.enabled), count(a.fired), count(a.found)]), palette),
    ...conditionBlocks(insight, palette),
    heading(`State: ${plural(bits, "bit")} in ${plural(variables.length, "variable")}${constants.length > 0 ? `; ${constants.join(", ")} never ${constants.length === 1 ? "changes" : "change"}` : ""}`, palette),
    table(["variable", "bits", "different values"], variables.map((v) => [v.name, count(v.bits), `${v.exact ? "" : "more than "}${count(v.values)}`]), palette),
    heading(`Depths: states by how many steps they are from an initial one`, palette),
    chart(insight.levels, palette),
    ...(expanded < states ? [palette.dim(`  Steps were counted of ${plural(expanded, "state")}, all else of ${count(states)}.`)] : []),
  ];
  return blocks.join("\n");
}

const heading = (text: string, { bold }: Palette): string => `${bold(text)}`;

function conditionBlocks({ properties, states }: Insight, palette: Palette): string[] {
  const rows = properties.flatMap(({ name, kind, conditions }) =>
    conditions.map(({ span, states: held }, i) => [conditions.length > 1 ? `${name} #${i + 1}` : name, kind, `${span.line}:${span.column}`, count(held), share(held, states)]));
  return rows.length === 0 ? [] : [
    heading("Properties: states in which what they are about is the case", palette),
    table(["property", "", "condition at", "states", ""], rows, palette, 2),
  ];
}

function share(part: number, all: number): string {
  if (part === 0) return "never";
  const percent = (100 * part) / all;
  return percent < 0.1 ? "< 0.1 %" : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

/** @param words columns of text at the left */
function table(head: readonly string[], rows: readonly (readonly string[])[], { dim }: Palette, words = 1): string {
  const shown = rows.length > mostRows ? rows.slice(0, mostRows - 1) : rows;
  const widths = head.map((text, i) => Math.max(text.length, ...shown.map((row) => row[i].length)));
  const line = (row: readonly string[]): string => `  ${row.map((cell, i) => (i < words ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ")}`.trimEnd();
  return [dim(line(head)), ...shown.map(line), ...(shown.length < rows.length ? [dim(`  and ${rows.length - shown.length} more, which --json has`)] : []), ""].join("\n");
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Several depths share a bar where there are many. */
function chart(levels: readonly number[], { cyan }: Palette): string {
  const together = Math.ceil(levels.length / mostRows);
  const bars = Array.from({ length: Math.ceil(levels.length / together) }, (_, i) => {
    const own = levels.slice(i * together, (i + 1) * together);
    const last = i * together + own.length - 1;
    return { depth: own.length === 1 ? `${last}` : `${i * together}–${last}`, states: own.reduce((a, b) => a + b, 0) };
  });
  const most = Math.max(1, ...bars.map((b) => b.states));
  const depths = Math.max(0, ...bars.map((b) => b.depth.length)), counts = Math.max(0, ...bars.map((b) => count(b.states).length));
  return bars.map(({ depth, states }) => {
    const parts = Math.max(1, Math.round((states / most) * barWidth * 8));
    return `  ${depth.padStart(depths)}  ${count(states).padStart(counts)}  ${cyan("█".repeat(parts >> 3) + eighths[parts & 7])}`;
  }).join("\n");
}

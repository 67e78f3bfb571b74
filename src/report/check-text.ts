/** A report for people: what was checked, what holds and on what ground, the traces, and one sentence at the end. */
import type { CheckReport, PropertyReport, SearchReport, Verdict } from "../pipeline/report.ts";
import { paletteOf } from "./colors.ts";
import { conclusion } from "./conclusion.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { apartTexts, statesText } from "./symmetry-text.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { bytes, duration, plural, rate } from "./figures.ts";
import { verdictText } from "./grounds.ts";
import { insightText } from "./insight-text.ts";
import type { Paint, Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";
import { oneWorkerTexts, workersTexts } from "./workers-text.ts";

export interface TextStyle {
  readonly color: boolean;
  /** The name of a `reachable` whose witness is shown. */
  readonly show?: string | undefined;
  /** By default, from disk. */
  readonly sources?: Sources;
  /** What was said before of a property, where it was something else. */
  readonly was?: ReadonlyMap<string, string>;
  /** Violated properties whose runs were shown before. */
  readonly known?: ReadonlySet<string>;
}

/** Ends with a line break. */
export function checkText(report: CheckReport, { color, show, sources = sourcesFromDisk(), was, known }: TextStyle): string {
  const palette = paletteOf(color);
  const blocks = [
    header(report, palette),
    table(report, palette, { ...(was && { was }), ...(known && { known }) }),
    figures(report, palette),
    ...(report.insight ? [insightText(report.insight, palette)] : []),
    ...traces({ ...report, properties: report.properties.filter((p) => !known?.has(p.name)) }, show, palette, sources),
    ...(report.warnings.length > 0 ? [renderDiagnostics(report.warnings, sources, paletteOf(color))] : []),
    coloredConclusion(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `checkText` alone. */
export const conclusionText = (report: CheckReport, { color }: TextStyle): string => `${coloredConclusion(report, paletteOf(color))}\n`;

function coloredConclusion(report: CheckReport, palette: Palette): string {
  return palette.bold(paintOf(report.verdict, palette)(conclusion(report)));
}

function header({ protocol, spec, scope, options, faults }: CheckReport, { bold, dim }: Palette): string {
  const choices = [...Object.entries(scope).map(([name, size]) => `${name}=${size}`), ...choicesText(options, faults)];
  return `${bold(protocol)} ${dim(`(${spec})`)}${choices.length > 0 ? ` with ${choices.join(" ")}` : ""}${faultsText(faults)}`;
}

function table(report: CheckReport, palette: Palette, { was, known }: Pick<TextStyle, "was" | "known">): string {
  const { properties, search } = report;
  const width = (texts: readonly string[]): number => Math.max(0, ...texts.map((t) => t.length));
  const names = width(properties.map((p) => p.name)), kinds = width(properties.map(kindText));
  return properties.map((p) => {
    const paint = paintOf(p.verdict, palette);
    const before = was?.get(p.name);
    const text = `${before === undefined ? "" : palette.bold(`${before} → `)}${paint(verdictText(p, search))}${known?.has(p.name) ? ", as before" : ""}`;
    return `  ${paint(mark[p.verdict])} ${p.name.padEnd(names)}  ${palette.dim(kindText(p).padEnd(kinds))}  ${text}`;
  }).join("\n");
}

const mark: Readonly<Record<Verdict, string>> = { exhaustive: "✓", bounded: "~", unknown: "?", violated: "✗" };

/** The two that no spec declares are called what they are. */
const kindText = ({ kind }: PropertyReport): string => (kind === "deadlock" || kind === "failure" ? "built-in" : kind);

function paintOf(verdict: Verdict, { green, yellow, red }: Palette): Paint {
  switch (verdict) {
    case "exhaustive": return green;
    case "bounded": case "unknown": return yellow;
    case "violated": return red;
  }
}

function figures({ search }: CheckReport, { dim }: Palette): string {
  const parts = [
    statesText(search),
    plural(search.transitions, "transition"),
    `depth ${search.depth}`,
    duration(search.seconds),
    ...(search.seconds >= 0.1 ? [rate(search.distinctStates / search.seconds)] : []),
    bytes(search.peakMemoryBytes),
    ...workersTexts(search),
  ];
  const lines = [parts, ...reductionText(search), ...oneWorkerTexts(search).map((text) => [text]), ...outsideFigures(search), ...(search.liveness ? [livenessFigures(search.liveness)] : []), ...apartTexts(search).map((text) => [text])];
  return lines.map((line) => `  ${dim(line.join(" · "))}`).join("\n");
}

/** What the search owes to files, and leaves in them. */
const outsideFigures = ({ disk, resumedAt, checkpoint }: SearchReport): string[][] => [
  ...(resumedAt === undefined ? [] : [[`went on from a checkpoint of ${plural(resumedAt, "state")}`]]),
  ...(disk ? [[
    `the disk took over after ${plural(disk.atStates, "state")}`,
    ...(disk.rateBefore === undefined ? [] : [`${rate(disk.rateBefore)} before`]),
    ...(disk.rateSince === undefined ? [] : [`${rate(disk.rateSince)} since`]),
    `${bytes(disk.bytes)} on disk`,
  ]] : []),
  ...(checkpoint ? [[`checkpoint of ${plural(checkpoint.states, "state")}: tenet check --resume ${checkpoint.folder}`]] : []),
];

const livenessFigures = ({ states, transitions, seconds }: NonNullable<CheckReport["search"]["liveness"]>): string[] =>
  [`fair runs: ${plural(states, "state")}`, plural(transitions, "step"), duration(seconds)];

/** With a reduction, the figures are those of what was looked at. */
function reductionText({ reduction }: CheckReport["search"]): string[][] {
  if (!reduction) return [];
  return [[reduction.used ? `reduced: ${reduction.actions.join(", ")} alone, where that is enough` : `not reduced: ${reduction.reason}`]];
}

function traces(report: CheckReport, show: string | undefined, palette: Palette, sources: Sources): string[] {
  const shown = report.properties.filter((p) => p.trace && (p.verdict === "violated" || (p.kind === "reachable" && p.name === show)));
  return shown.map((p) => renderTrace(p.trace!, report.instance, { palette, sourceLine: lineOf(sources) }));
}

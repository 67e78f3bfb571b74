/** A sample of runs for people: what was seen and how much of it, the runs that were found, and one sentence at the end. */
import type { SampledProperty, SampleVerdict, SimulateReport } from "../pipeline/simulate-report.ts";
import type { WalkProgress } from "../../verifier/contract/walk.ts";
import { paletteOf } from "./colors.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { count, duration, plural, rate } from "./figures.ts";
import { after, where } from "./grounds.ts";
import type { Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";

export interface SimulateStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
  /** The command that finds again what was found of a property. */
  readonly again?: (property: SampledProperty) => string;
}

/** Ends with a line break. */
export function simulateText(report: SimulateReport, { color, sources = sourcesFromDisk(), again }: SimulateStyle): string {
  const palette = paletteOf(color);
  const blocks = [
    header(report, palette),
    table(report, palette),
    figures(report, palette),
    ...report.properties.flatMap((p) => traceText(p, report, again, palette, sources)),
    ...(report.warnings.length > 0 ? [renderDiagnostics(report.warnings, sources, palette)] : []),
    colored(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `simulateText` alone. */
export const simulateConclusionText = (report: SimulateReport, { color }: Pick<SimulateStyle, "color">): string => `${colored(report, paletteOf(color))}\n`;

/** `204,331 walks · 2.1 M steps/s · about 310,220 states`. */
export const simulateProgressText = ({ walks, stepsPerSecond, distinctStates }: WalkProgress): string =>
  [plural(walks, "walk"), rate(stepsPerSecond, "steps"), `about ${plural(distinctStates, "state")}`].join(" · ");

const colored = (report: SimulateReport, { bold, red, yellow }: Palette): string => bold((report.verdict === "violated" ? red : yellow)(conclusion(report)));

function conclusion({ verdict, properties, sample }: SimulateReport): string {
  if (verdict === "violated") return `Violated: ${properties.filter((p) => p.verdict === "violated").map((p) => p.name).join(", ")}.`;
  const unseen = properties.filter((p) => p.kind === "reachable" && !p.found).map((p) => p.name);
  const unasked = properties.filter((p) => p.verdict === "unknown").map((p) => p.name);
  const walks = `${plural(sample.walks, "walk")} of at most ${plural(sample.maxSteps, "step")}`;
  const early = sample.end === "timeout" ? `the time of ${duration((sample.timeoutMs ?? 0) / 1000)} ran out` : "interrupted";
  return [
    `Sampled, not decided: nothing is violated in ${walks}${sample.end === "complete" ? "" : `, then ${early}`}.`,
    ...(unseen.length > 0 ? [`Not reached: ${unseen.join(", ")}.`] : []),
    ...(unasked.length > 0 ? [`Not looked at: ${unasked.join(", ")}.`] : []),
  ].join(" ");
}

function header({ protocol, spec, scope, options, faults }: SimulateReport, { bold, dim }: Palette): string {
  const choices = [...Object.entries(scope).map(([name, size]) => `${name}=${size}`), ...choicesText(options, faults)];
  return `${bold(protocol)} ${dim(`(${spec})`)}${choices.length > 0 ? ` with ${choices.join(" ")}` : ""}${faultsText(faults)}`;
}

/** No tick: a sample is no reason to be at ease. */
function table({ properties }: SimulateReport, { dim, red, yellow }: Palette): string {
  const kindOf = ({ kind }: SampledProperty): string => (kind === "deadlock" || kind === "failure" ? "built-in" : kind);
  const names = Math.max(0, ...properties.map((p) => p.name.length)), kinds = Math.max(0, ...properties.map((p) => kindOf(p).length));
  return properties.map((p) => {
    const paint = p.verdict === "violated" ? red : yellow;
    return `  ${paint(mark[p.verdict])} ${p.name.padEnd(names)}  ${dim(kindOf(p).padEnd(kinds))}  ${paint(sampledText(p))}`;
  }).join("\n");
}

const mark: Readonly<Record<SampleVerdict, string>> = { sampled: "·", unknown: "?", violated: "✗" };

/** What stands beside a property: `sampled: not violated`, `violated after 4 steps`. */
export function sampledText({ kind, verdict, found, trace }: SampledProperty): string {
  if (verdict === "violated") return trace ? `violated ${where(trace)}` : "violated";
  if (verdict === "unknown") return "unknown: a walk does not show what happens in the end";
  if (kind !== "reachable") return "sampled: not violated";
  return found ? `sampled: reached ${after(trace?.steps.length ?? found.steps)}` : "sampled: not reached";
}

function figures({ sample }: SimulateReport, { dim }: Palette): string {
  const { walks, steps, seconds, distinctStates, longest, ended, scheduler, seed, priorities, initialStates } = sample;
  const first = [
    plural(walks, "walk"), plural(steps, "step"), `about ${plural(distinctStates, "state")}`, `longest ${plural(longest, "step")}`,
    `${count(ended)} ended by themselves`, duration(seconds), ...(seconds >= 0.1 ? [rate(walks / seconds, "walks")] : []),
  ];
  const second = [
    `${scheduler} scheduler`, `seed ${seed}`, ...(initialStates > 1 ? [`${count(initialStates)} initial states`] : []),
    ...(priorities ? [
      `${plural(priorities.processes, "process", "processes")} (${priorities.sort ?? "actions"})`,
      `depth ${priorities.depth}`,
      `1 in ${count(Math.ceil(1 / priorities.probability))} for each walk${priorities.ambiguous > 0 ? `, but for ${plural(priorities.ambiguous, "choice")} within a process` : ""}`,
    ] : []),
  ];
  return [first, second].map((parts) => `  ${dim(parts.join(" · "))}`).join("\n");
}

function traceText(p: SampledProperty, { instance }: SimulateReport, again: SimulateStyle["again"], palette: Palette, sources: Sources): string[] {
  const { trace, found } = p, { dim } = palette;
  if (!trace || !found) return [];
  const shortened = [
    `found after ${plural(found.steps, "step")} of walk ${count(found.walk + 1)}`,
    found.shortest ? "no run is shorter" : found.steps > trace.steps.length ? "made shorter; there may be a shorter one" : "there may be a shorter one",
  ];
  return [[
    renderTrace(trace, instance, { palette, sourceLine: lineOf(sources) }),
    `  ${dim(shortened.join("; "))}`,
    ...(again ? [`  ${dim(`the same again: ${again(p)}`)}`] : []),
  ].join("\n")];
}

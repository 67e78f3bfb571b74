/** Symbolic search of one instance for people: what holds how far, the runs that were found, and one sentence at the end. */
import { choicesText, faultsText } from "./faults-text.ts";
import { assertNever } from "../base/assert-never.ts";
import type { InstanceProperty, InstanceReport, Limit } from "../pipeline/instance-report.ts";
import type { InstanceProgress } from "../pipeline/prove-instance.ts";
import type { Verdict } from "../pipeline/report.ts";
import { paletteOf } from "./colors.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { duration, plural } from "./figures.ts";
import type { Paint, Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderTrace } from "./trace.ts";

export interface InstanceStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
}

/** Ends with a line break. */
export function instanceText(report: InstanceReport, { color, sources = sourcesFromDisk() }: InstanceStyle): string {
  const palette = paletteOf(color);
  const { questions, seconds } = report.solver;
  const blocks = [
    header(report, palette),
    instanceTable(report.properties, palette),
    `  ${palette.dim([plural(questions, "question"), "z3", duration(seconds)].join(" · "))}`,
    ...report.properties.flatMap((p) => shown(p, report, palette, sources)),
    ...(report.warnings.length > 0 ? [renderDiagnostics(report.warnings, sources, palette)] : []),
    colored(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `instanceText` alone. */
export const instanceConclusionText = (report: InstanceReport, { color }: InstanceStyle): string => `${colored(report, paletteOf(color))}\n`;

/** `step 7 of 20 · consistent`. */
export const instanceProgressText = ({ steps, of, about }: InstanceProgress): string => `step ${steps} of ${of} · ${about}`;

const colored = (report: InstanceReport, palette: Palette): string => palette.bold(paintOf(report.verdict, palette)(conclusion(report)));

function conclusion({ properties, verdict, method }: InstanceReport): string {
  const names = (of: Verdict): string => properties.filter((p) => p.verdict === of && (method.kind === "bounded" || p.kind !== "reachable")).map((p) => p.name).join(", ");
  switch (verdict) {
    case "violated": return `Violated: ${names("violated")}.`;
    case "exhaustive": return "All properties hold in every state of this instance.";
    case "bounded": return method.kind === "bounded" ? `Nothing is violated in runs of at most ${plural(method.steps, "step")}.` : `Nothing is violated as far as the constraints reach.`;
    case "unknown": return `Not decided: ${names("unknown")}.`;
    default: return assertNever(verdict);
  }
}

function header({ protocol, spec, scope, options, faults, proof }: InstanceReport, { bold, dim }: Palette): string {
  const choices = [...Object.entries(scope).map(([name, size]) => `${name}=${size}`), ...choicesText(options, faults)];
  return `${bold(protocol)} ${dim(`(${spec})`)}${choices.length > 0 ? ` with ${choices.join(" ")}` : ""}${proof === null ? "" : `, with the lemmas of ${proof}`}${faultsText(faults)}`;
}

/** A line for each property. */
export function instanceTable(properties: readonly InstanceProperty[], palette: Palette): string {
  const kindOf = (p: InstanceProperty): string => (p.kind === "failure" ? "built-in" : p.kind);
  const names = Math.max(...properties.map((p) => p.name.length)), kinds = Math.max(...properties.map((p) => kindOf(p).length));
  return properties.map((p) => {
    const paint = paintOf(p.verdict, palette);
    return `  ${paint(mark[p.verdict])} ${p.name.padEnd(names)}  ${palette.dim(kindOf(p).padEnd(kinds))}  ${paint(instanceVerdictText(p))}`;
  }).join("\n");
}

const mark: Readonly<Record<Verdict, string>> = { exhaustive: "✓", bounded: "~", unknown: "?", violated: "✗" };

function paintOf(verdict: Verdict, { green, yellow, red }: Palette): Paint {
  switch (verdict) {
    case "exhaustive": return green;
    case "bounded": case "unknown": return yellow;
    case "violated": return red;
  }
}

/** What stands beside a property. */
export function instanceVerdictText({ verdict, kind, trace, k, depth, limits }: InstanceProperty): string {
  const after = trace && (trace.steps.length === 0 ? "in an initial state" : `after ${plural(trace.steps.length, "step")}`);
  const why = limits.flatMap(limitText).join(", ");
  const because = why === "" ? "" : `, ${why}`;
  if (verdict === "violated") return trace?.end.kind === "failure" && trace.end.source.kind === "action" ? `violated in step ${trace.steps.length + 1}` : `violated ${after}`;
  if (kind === "reachable") return trace ? `reached ${after}` : `unknown: not reached${within(depth)}${because}`;
  if (k !== undefined) return `${verdict}: by induction over ${plural(k, "step")}${because}`;
  return `${verdict}: ${verdict === "bounded" ? "holds" : "not violated"}${within(depth)}${because}`;
}

const within = (depth: number | undefined): string => (depth === undefined ? "" : depth === 0 ? " in initial states" : ` in runs of at most ${plural(depth, "step")}`);

/** That there are longer runs goes without saying. */
function limitText(limit: Limit): readonly string[] {
  switch (limit.kind) {
    case "steps": return [];
    case "constraint": return [`within the constraint${limit.names.length === 1 ? "" : "s"} ${limit.names.join(", ")}`];
    case "failure": return ["as far as nothing fails"];
    case "gave-up": return [limit.reason === "timeout" ? "then the solver ran out of time" : limit.reason === "memory" ? "then the solver ran out of memory" : "then the solver gave up"];
    case "interrupted": return ["then it was interrupted"];
    case "unsupported": return [`as this cannot be said in logic yet: ${limit.reason} (${limit.span.file}:${limit.span.line})`];
    case "not-inductive": return ["not inductive"];
    default: return assertNever(limit);
  }
}

function shown(p: InstanceProperty, { instance }: InstanceReport, palette: Palette, sources: Sources): string[] {
  const style = { palette, sourceLine: lineOf(sources) };
  if (p.verdict === "violated" && p.trace) return [renderTrace(p.trace, instance, style)];
  const stuck = p.limits.flatMap((l) => (l.kind === "not-inductive" && l.path ? [l.path] : []));
  return stuck.map((path) => [
    `${palette.yellow("?")} ${palette.bold(p.name)} is not inductive over ${plural(path.steps.length, "step")}. All that is claimed holds until the last of these states;`,
    "  whether the first can be reached is not known. A larger k may help, or a lemma that excludes it.",
    renderTrace(path, instance, { ...style, first: "some state" }),
  ].join("\n"));
}

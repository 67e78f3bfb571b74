/** Tests of an implementation for people: what was tried, what was not, a run on which it differs, and one sentence at the end. */
import { printable } from "../base/printable.ts";
import type { ConcurrentCall, ConformReport, Divergence } from "../conform/report.ts";
import type { ConformProgress } from "../conform/test-system.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import { faultsOf } from "../passes/faults.ts";
import { blameText } from "./blame-text.ts";
import { paletteOf } from "./colors.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { count, plural, scopeText } from "./figures.ts";
import type { Paint, Palette } from "./palette.ts";
import type { Sources } from "./diagnostics.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderInstance, renderRun, type TraceStyle } from "./trace.ts";

export interface ConformStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
}

/** Ends with a line break. @param replay the command that does the same again, where there is one */
export function conformText(report: ConformReport, { color, sources = sourcesFromDisk() }: ConformStyle, replay?: string): string {
  const palette = paletteOf(color);
  const style: TraceStyle = { palette, sourceLine: lineOf(sources), unchanged: () => "(asked for, and refused)" };
  const blocks = [
    header(report, palette),
    tried(report, palette),
    ...notCovered(report, palette),
    ...(report.divergence ? [divergenceText(report.divergence, report, style)] : []),
    ...(report.divergence && replay !== undefined ? [`  ${palette.dim(`the same again: ${replay}`)}`] : []),
    coloredConclusion(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** `random runs · 2,541 steps`. */
export const conformProgressText = ({ doing, done }: ConformProgress): string => `${doing} · ${plural(done, doing === "exploring the spec" ? "state" : "step")}`;

/** The last line of `conformText` alone. */
export const conformConclusionText = (report: ConformReport, { color }: ConformStyle): string => `${coloredConclusion(report, paletteOf(color))}\n`;

const coloredConclusion = (report: ConformReport, palette: Palette): string => palette.bold(paintOf(report.verdict, palette)(conformConclusion(report)));

/** One sentence, and what it leaves out. */
export function conformConclusion({ verdict, because, divergence, covered, actions, fields }: ConformReport): string {
  switch (verdict) {
    case "diverges": return `Diverges: ${printable(divergence?.message ?? "")}.`;
    case "unknown": return `Not decided: ${because.map((b) => printable(b)).join("; ")}.`;
    case "conforms": {
      const { transitions, refusals } = covered;
      const tried = [
        ...(transitions.total === null ? [] : [transitions.taken === transitions.total ? `all ${plural(transitions.total, "transition")} of this instance` : `${count(transitions.taken)} of ${plural(transitions.total, "transition")}`]),
        ...(refusals.taken > 0 ? [`${refusals.taken === refusals.total ? "all " : ""}${count(refusals.taken)}${refusals.total === null || refusals.taken === refusals.total ? "" : ` of ${count(refusals.total)}`} refusals`] : []),
        ...(covered.runs > 0 ? [plural(covered.runs, "random run")] : []),
        ...(covered.histories > 0 ? [plural(covered.histories, "concurrent history", "concurrent histories")] : []),
      ];
      const unbound = actions.filter((a) => a.kind === "unbound").length;
      const left = [
        ...(unbound > 0 ? [plural(unbound, "action")] : []), ...(fields.hidden.length > 0 ? [plural(fields.hidden.length, "field")] : []),
        ...(fields.partly.length > 0 ? [`parts of ${plural(fields.partly.length, "field")}`] : []),
      ];
      const more = transitions.total === null ? " The instance is too large to take every transition; try a smaller --scope." : "";
      return `Conforms in what was tried: ${tried.join(", ")}.${more}${left.length > 0 ? ` Nothing is said about ${left.join(" and ")}.` : ""}`;
    }
  }
}

function header({ protocol, spec, adapter, scope, options, instance }: ConformReport, { bold, dim }: Palette): string {
  const faults = faultsOf(instance);
  const choices = [scopeText(scope), ...choicesText(options, faults)].filter((text) => text !== "");
  return `${bold(protocol)} ${dim(`(${spec})`)}${choices.length > 0 ? ` with ${choices.join(" ")}` : ""}${faultsText(faults)}\nImplementation: ${printable(adapter)}`;
}

function tried({ covered, verdict, seed, isolation }: ConformReport, palette: Palette): string {
  const { dim, green, yellow } = palette;
  const { transitions, refusals } = covered;
  const row = (done: boolean, name: string, text: string): string => `  ${done ? green("✓") : yellow("·")} ${name.padEnd(12)}  ${text}`;
  const of = (taken: number, total: number | null, what: readonly [one: string, many: string]): string =>
    (total === null ? `${plural(taken, ...what)}; not all of them are known` : `${count(taken)} of ${plural(total, ...what)}`);
  const ended = verdict === "conforms";
  return [
    row(transitions.taken === transitions.total, "transitions", of(transitions.taken, transitions.total, ["step that the spec allows", "steps that the spec allows"])),
    row(refusals.taken === refusals.total, "refusals", of(refusals.taken, refusals.total, ["request that the spec does not allow", "requests that the spec does not allow"])),
    row(ended && covered.runs > 0, "random", plural(covered.runs, "run")),
    row(ended && covered.histories > 0, "concurrent", plural(covered.histories, "history", "histories")),
    "",
    `  ${dim(`${plural(covered.steps, "step")} · seed ${seed}`)}`,
    ...(isolation.length > 0 ? [`  ${dim(`contained: ${isolation.map((line) => printable(line)).join(" · ")}`)}`] : []),
  ].join("\n");
}

function notCovered({ actions, fields, instance }: ConformReport, { dim, yellow }: Palette): string[] {
  const roles = new Map(instance.actions.map((a) => [a.name, a.role]));
  const rows = [
    ...actions.filter((a) => a.kind === "unbound").map((a) => [a.name, `${roles.get(a.name) ?? "action"} that is not bound: ${a.reason ?? ""}`]),
    ...fields.partly.map((name) => [name, "field of which only a part is shown"]),
    ...(fields.shown.length > 0 ? fields.hidden.map((name) => [name, "field that is not shown"]) : []),
  ];
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([name]) => printable(name).length));
  return [["  Not covered:", ...rows.map(([name, text]) => `  ${yellow("·")} ${printable(name).padEnd(width)}  ${dim(printable(text))}`)].join("\n")];
}

function paintOf(verdict: ConformReport["verdict"], { green, yellow, red }: Palette): Paint {
  return { conforms: green, unknown: yellow, diverges: red }[verdict];
}

function divergenceText(found: Divergence, { instance }: ConformReport, style: TraceStyle): string {
  const { red, bold } = style.palette, sorts = sortsOf(instance);
  const what = found.last ? renderInstance(found.last, instance, style) : found.together ? bold("at the same time") : bold("create");
  const at = found.failure?.at;
  return [
    ...renderRun(found, instance, style),
    `${red("✗")} ${what}`,
    ...indented([
      ...(found.together ?? []).map((c) => concurrentText(c, instance, style)),
      printable(found.message),
      ...(at ? [`at ${printable(at.file)}:${at.line}:${at.column}`] : []),
      ...(found.blame ? blameText(found.blame, sorts, style) : []),
      ...found.fields.flatMap((f) => fieldText(f, sorts, style.palette)),
    ]),
  ].join("\n");
}

const indented = (lines: readonly string[]): string[] => lines.map((l) => `     ${l}`);

function fieldText({ name, type, expected, observed }: Divergence["fields"][number], sorts: Sorts, { green, red }: Palette): string[] {
  return [`${name}:`, `   expected ${green(showValue(expected, type, sorts))}`, `   observed ${red(printable(observed))}`];
}

function concurrentText(call: ConcurrentCall, instance: ConformReport["instance"], style: TraceStyle): string {
  const answer = call.returned === null ? "no answer" : call.refused ? "refused" : `done${call.seen === "" ? "" : `, and saw ${printable(call.seen)}`}`;
  return `[${call.called}, ${call.returned ?? "…"}] ${renderInstance(call, instance, style)}: ${answer}`;
}

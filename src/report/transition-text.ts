/** A transition function for people: which actions it follows, on what input it does not, and what was not compared. */
import { assertNever } from "../base/assert-never.ts";
import { sortsOf } from "../interp/env.ts";
import { showState } from "../interp/json.ts";
import { showValue } from "../interp/show-value.ts";
import type { Value } from "../interp/value.ts";
import type { Type } from "../ir/type.ts";
import type { Difference, TransitionAction, TransitionReport, TransitionVerdict } from "../conform/transition/report.ts";
import { blameText } from "./blame-text.ts";
import { paletteOf } from "./colors.ts";
import { renderDiagnostics, type Sources } from "./diagnostics.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { duration, plural, scopeText } from "./figures.ts";
import type { Paint, Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import { renderRun } from "./trace.ts";
import { type SourceLine, sourceText } from "./trace-source.ts";

export interface TransitionStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
}

interface Drawing { readonly palette: Palette; readonly sourceLine: SourceLine }

/** Ends with a line break. */
export function transitionText(report: TransitionReport, { color, sources = sourcesFromDisk() }: TransitionStyle): string {
  const drawing: Drawing = { palette: paletteOf(color), sourceLine: lineOf(sources) };
  const { palette } = drawing;
  const blocks = [
    header(report, palette),
    table(report, palette),
    [...scope(report), figures(report)].map((line) => `  ${palette.dim(line)}`).join("\n"),
    ...report.actions.filter((a) => a.verdict !== "proved").map((a) => open(a, report, drawing)),
    ...(report.warnings.length > 0 ? [renderDiagnostics(report.warnings, sources, palette)] : []),
    coloredConclusion(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `transitionText` alone. */
export const transitionConclusionText = (report: TransitionReport, { color }: TransitionStyle): string => `${coloredConclusion(report, paletteOf(color))}\n`;

function coloredConclusion(report: TransitionReport, palette: Palette): string {
  return palette.bold(paintOf(report.verdict, palette)(transitionConclusion(report)));
}

/** One sentence, and what it leaves out. */
export function transitionConclusion({ verdict, actions, unbound, foreign, name, searched, interrupted }: TransitionReport): string {
  const names = (of: (a: TransitionAction) => boolean): string => actions.filter(of).map((a) => a.name).join(", ");
  const left = actions.flatMap((a) => a.assumed).length;
  const rest = [
    ...(left === 0 ? [] : [` ${plural(left, "guard")} ${left === 1 ? "is" : "are"} left to who gives it the events.`]),
    ...(unbound.length === 0 ? [] : [` Nothing is said about ${unbound.length === 1 ? unbound[0].name : plural(unbound.length, "other action")}.`]),
  ].join("");
  const all = actions.length === 1 ? actions[0].name : `all ${actions.length} actions that it has`;
  switch (verdict) {
    case "proved": return `Proved: ${name} follows ${all}, in every instance.${rest}`;
    case "exhaustive": return `Exhaustive: ${name} follows ${all}, in every state of ${searched ? scopeText(searched.scope) || "the instance" : "the instance"}.${rest}`;
    case "violated": return `Violated: ${name} does not follow ${names((a) => a.verdict === "violated")}.`;
    case "unknown": {
      if (interrupted) return "Not decided: it was interrupted.";
      const open = names((a) => a.verdict === "unknown");
      return open === "" ? `Not decided: ${foreign.map((f) => f.kind).join(", ")} ${foreign.length === 1 ? "is no action" : "are no actions"} of the spec.` : `Not decided: ${open}.`;
    }
    default: return assertNever(verdict);
  }
}

function header({ protocol, spec, name, file, sorts, options, faults, proof }: TransitionReport, { bold, dim }: Palette): string {
  const size = sorts.length > 0 ? ` for any number of ${sorts.join(", ")}` : "";
  const choices = choicesText(options, faults).map((choice) => ` ${choice}`).join("");
  return `${bold(name)} ${dim(`(${file})`)} beside ${bold(protocol)} ${dim(`(${spec})`)}${size}${choices === "" ? "" : ` with${choices}`}${proof === null ? "" : `, with the lemmas of ${proof}`}${faultsText(faults)}`;
}

const mark: Readonly<Record<TransitionVerdict, string>> = { proved: "✓", exhaustive: "✓", unknown: "?", violated: "✗" };

function paintOf(verdict: TransitionVerdict, { green, yellow, red }: Palette): Paint {
  switch (verdict) {
    case "proved": case "exhaustive": return green;
    case "unknown": return yellow;
    case "violated": return red;
    default: return assertNever(verdict);
  }
}

function table(report: TransitionReport, palette: Palette): string {
  const { dim, yellow } = palette;
  const rows = [
    ...report.actions.map((a) => ({ mark: mark[a.verdict], name: a.name, text: verdictText(a, report), paint: paintOf(a.verdict, palette) })),
    ...report.foreign.map((f) => ({ mark: "?", name: f.kind, text: `no action of ${report.protocol}: nothing is said about it`, paint: yellow })),
    ...report.unbound.map((a) => ({ mark: "·", name: a.name, text: `no event${a.role === "action" ? "" : ` (a ${a.role})`}: nothing is said about it`, paint: dim })),
  ];
  const names = Math.max(...rows.map((r) => r.name.length));
  const lines = rows.map((r) => `  ${r.paint(r.mark)} ${r.name.padEnd(names)}  ${r.paint(r.text)}`);
  const notes = report.actions.map((a) => limits(a).map((line) => `    ${" ".repeat(names)}  ${dim(line)}`));
  return lines.flatMap((line, i) => [line, ...(notes[i] ?? [])]).join("\n");
}

function verdictText({ verdict, never, difference }: TransitionAction, { searched }: TransitionReport): string {
  switch (verdict) {
    case "proved": return never ? "proved: it never happens with these options" : "proved";
    case "exhaustive": return `exhaustive: the same in all states of ${searched && scopeText(searched.scope) !== "" ? scopeText(searched.scope) : "the instance"}`;
    case "violated": return difference ? `violated: ${differenceHead(difference)}` : "violated";
    case "unknown": return "unknown";
    default: return assertNever(verdict);
  }
}

/** What a verdict about an action leaves to others. */
function limits({ assumed, untold, refusals }: TransitionAction): string[] {
  return [
    ...(untold.length > 0 ? [`the event does not tell ${untold.join(", ")}: for any of them`] : []),
    ...(assumed.length > 0 ? [`who gives it the event sees to: ${assumed.map((a) => a.text).join(" && ")}`] : []),
    ...(refusals === "hidden" ? ["what it refuses was not compared: the guard depends on what it does not have"] : []),
  ];
}

export function differenceHead({ kind }: Difference): string {
  switch (kind) {
    case "state": return "the state afterwards is another one";
    case "refused": return "it refuses what is possible";
    case "accepted": return "it does what is not possible";
    case "failed": return "it fails";
    default: return assertNever(kind);
  }
}

function scope({ fields, hidden, notAssumed, refusesBy, searched }: TransitionReport): string[] {
  return [
    `compared: ${fields.join(", ")}${hidden.length > 0 ? `; not compared, as it does not have them: ${hidden.join(", ")}` : ""}`,
    ...(refusesBy === "same state" ? ["to refuse an event is to return the state as it was"] : []),
    ...(notAssumed.length > 0 ? [`not assumed, as not proved: ${notAssumed.join(", ")}`] : []),
    ...(searched ? [`searched: ${searched.complete ? "all" : "the first"} ${plural(searched.distinctStates, "state")} of ${scopeText(searched.scope) || "the instance"}`] : []),
  ];
}

const figures = ({ solver: { goals, remembered, seconds } }: TransitionReport): string =>
  [`${plural(goals, "goal")}${remembered === 0 ? "" : `, ${remembered} from proof.lock.json`}`, "z3", duration(seconds)].join(" · ");

/** Why an action is not proved. */
function open({ name, event, verdict, because, difference }: TransitionAction, report: TransitionReport, drawing: Drawing): string {
  const { bold, dim } = drawing.palette;
  const paint = paintOf(verdict, drawing.palette);
  const head = `${paint(mark[verdict])} ${bold(name)}${difference ? `: ${differenceHead(difference)}` : " is not proved"}   ${dim(`${event.file}:${event.line}`)}`;
  const lines = [
    ...(verdict === "violated" ? [] : because),
    ...(difference ? differenceText(name, difference, drawing) : []),
    ...(difference && !difference.run ? reachText(report) : []),
  ];
  return [head, ...lines.map((line) => `     ${line}`)].join("\n");
}

function reachText({ searched }: TransitionReport): string[] {
  const unknown = "The invariants allow this state; whether it can be reached is not known.";
  if (!searched?.complete) return [unknown];
  return [`No state of ${scopeText(searched.scope) || "the instance"} shows it: most likely a lemma is missing that excludes this one.`];
}

/** Lines without indentation. */
export function differenceText(action: string, difference: Difference, drawing: Drawing): string[] {
  const { instance, before, args, run, kind, fields, failure, blame } = difference;
  const { bold, cyan } = drawing.palette;
  const sorts = sortsOf(instance);
  const value = (v: Value, type: Type): string => cyan(showValue(v, type, sorts));
  const sizes = scopeText(instance.scope);
  const failed = failure && sourceText(failure.span, drawing.sourceLine);
  return [
    ...(run
      ? [...(sizes === "" ? [] : [`with ${sizes}:`]), ...renderRun(run, instance, drawing)]
      : [`from${sizes === "" ? "" : `, with ${sizes}`}:`, ...showState(before, instance).map((line) => `   ${line}`)]),
    `by ${bold(action)}(${args.map((a) => `${a.name}: ${value(a.value, a.type)}`).join(", ")}):`,
    ...(kind === "accepted" ? ["   spec: not possible", ...(blame ? blameText(blame, sorts, drawing).map((line) => `      ${line}`) : []), ...(fields.length === 0 ? ["   function: does not refuse it, and changes nothing"] : [])] : []),
    ...(kind === "refused" ? ["   spec: possible", "   function: refuses"] : []),
    ...(failure ? [`   function: ${failure.message}${failed === undefined ? "" : `, in ${failed}`}   ${drawing.palette.dim(`${failure.span.file}:${failure.span.line}`)}`] : []),
    ...fields.flatMap((f) => fieldText(f, kind, value)),
  ];
}

function fieldText({ name, type, spec, function: given }: Difference["fields"][number], kind: Difference["kind"], value: (v: Value, type: Type) => string): string[] {
  if (kind === "accepted") return [`   function: ${name} becomes ${value(given, type)}`];
  return [`   spec: ${name} is ${value(spec, type)}`, `   function: ${name} is ${value(given, type)}`];
}


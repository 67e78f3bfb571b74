/** What came of a log, for people: what was looked at and what was not, whether the spec explains it, and where it does not. */
import { assertNever } from "../base/assert-never.ts";
import { printable } from "../base/printable.ts";
import type { Difference } from "../conform/history/observation.ts";
import type { Hindrance } from "../conform/history/hindrance.ts";
import type { LogProgress, LogReport, Stuck } from "../conform/log/report.ts";
import { showState } from "../interp/json.ts";
import { type Sorts, sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import type { Binding } from "../interp/trace.ts";
import { blameText } from "./blame-text.ts";
import { paletteOf } from "./colors.ts";
import type { Sources } from "./diagnostics.ts";
import { choicesText, faultsText } from "./faults-text.ts";
import { count, duration, plural } from "./figures.ts";
import { logContents, logName, orderText } from "./log-words.ts";
import type { Palette } from "./palette.ts";
import { lineOf, sourcesFromDisk } from "./sources.ts";
import type { SourceLine } from "./trace-source.ts";

export interface LogStyle {
  readonly color: boolean;
  /** By default, from disk. */
  readonly sources?: Sources;
}

/** Ends with a line break. */
export function logText(report: LogReport, { color, sources = sourcesFromDisk() }: LogStyle): string {
  const palette = paletteOf(color);
  const blocks = [
    header(report, palette),
    contents(report, palette),
    ...(report.frontier.length > 0 ? [new StuckText(report, palette, lineOf(sources)).text()] : []),
    colored(report, palette),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The last line of `logText` alone. */
export const logConclusionText = (report: LogReport, { color }: LogStyle): string => `${colored(report, paletteOf(color))}\n`;

/** `120,331 events · 81,000 events/s · 120,330 explained`. */
export const logProgressText = ({ events, explained, milliseconds }: LogProgress): string =>
  `${count(events)} events · ${count(events / (milliseconds / 1000))} events/s${explained > 0 ? ` · ${count(explained)} explained` : ""}`;

function header({ protocol, spec, log, scope, options, faults }: LogReport, { bold, dim }: Palette): string {
  const choices = [...Object.entries(scope).map(([name, size]) => `${name}=${size}`), ...choicesText(options, faults)];
  return `${bold(protocol)} ${dim(`(${spec})`)}${choices.length > 0 ? ` with ${choices.join(" ")}` : ""}, and ${bold(logName(log))}${faultsText(faults)}`;
}

function contents(report: LogReport, { dim }: Palette): string {
  const rows = [["order", orderText(report)], ...logContents(report), ["time", time(report)]];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${dim(name.padEnd(width))}  ${printable(text)}`).join("\n");
}

function time({ events, milliseconds }: LogReport): string {
  const seconds = milliseconds / 1000;
  return `${duration(seconds)}${seconds >= 0.1 ? ` · ${count(events / seconds)} events/s` : ""}`;
}

function colored(report: LogReport, palette: Palette): string {
  const paint = { explained: palette.green, unexplained: palette.red, unknown: palette.yellow }[report.verdict];
  return palette.bold(paint(conclusion(report)));
}

/** Never more than was looked at. */
function conclusion({ verdict, because, events, steps, order, explained }: LogReport): string {
  switch (verdict) {
    case "explained": return `Explained: at this scope the spec has a run of ${plural(steps, "step")} with ${events === 1 ? "the event" : `all ${count(events)} events`}.`;
    case "unexplained":
      return order === "file" ? `Not explained: at this scope no run of the spec goes on after ${explained === 0 ? "its start" : `the first ${plural(explained, "event")}`} as the log does.`
        : `Not explained: at this scope no run of the spec has more than ${plural(explained, "event")} of the ${count(events)} in any order that the log allows.`;
    case "unknown": return `Not decided: ${because.map((b) => printable(b)).join("; ")}.`;
    default: return assertNever(verdict);
  }
}

const indent = (lines: readonly string[], by = 5): string[] => lines.map((l) => `${" ".repeat(by)}${l}`);

class StuckText {
  readonly #report: LogReport;
  readonly #sorts: Sorts;
  readonly #palette: Palette;
  readonly #sourceLine: SourceLine;

  constructor(report: LogReport, palette: Palette, sourceLine: SourceLine) {
    this.#report = report;
    this.#sorts = sortsOf(report.instance);
    this.#palette = palette;
    this.#sourceLine = sourceLine;
  }

  text(): string {
    const { frontier } = this.#report;
    const title = frontier.length > 1 ? [`  ${frontier.length} events come next, and none of them is possible:`] : [];
    return [...title, ...frontier.flatMap((stuck) => this.#stuck(stuck))].join("\n");
  }

  #stuck({ event, hindrance }: Stuck): string[] {
    const { red, bold, dim } = this.#palette;
    const [candidate] = event.candidates;
    const what = event.kind === "look" ? "the state that was seen"
      : event.candidates.length > 1 ? "a step of any action"
      : `${event.kind === "refused" ? "refused: " : ""}${this.#call(candidate.action.name, candidate.action.params.map((p, i) => ({ ...p, value: candidate.args[i] })))}`;
    const known = event.candidates.length === 1 && !candidate.args.includes(undefined);
    return [
      `${red("✗")} ${what}${dim(`   ${logName(this.#report.log)}:${event.line}`)}`,
      ...(hindrance ? indent([...this.#hindrance(hindrance, known), bold(`the spec is then${hindrance.unlogged > 0 ? `, after ${plural(hindrance.unlogged, "unlogged step")},` : ""} in`), ...indent(showState(hindrance.state, this.#report.instance), 2)])
        : indent(["there was nothing that could be tried"])),
    ];
  }

  /** @param known whether the event itself says which instance of an action it is */
  #hindrance(hindrance: Hindrance, known: boolean): string[] {
    switch (hindrance.kind) {
      case "blocked": return [
        `the spec does not allow it${known ? "" : `, as ${this.#call(hindrance.action, hindrance.args)}`}${this.#location(hindrance.blame.span)}`,
        ...indent(blameText(hindrance.blame, this.#sorts, { palette: this.#palette, sourceLine: this.#sourceLine }), 2),
      ];
      case "allowed": return [`the spec allows ${known ? "it" : this.#call(hindrance.action, hindrance.args)}`];
      case "failed": return [`${known ? "it" : this.#call(hindrance.action, hindrance.args)} fails in the spec: ${hindrance.message}`];
      case "before": return hindrance.differences.map((d) => this.#difference(d));
      case "after": return [`afterwards${known ? "" : `, by ${this.#call(hindrance.action, hindrance.args)}`}`, ...indent(hindrance.differences.map((d) => this.#difference(d)), 2)];
      default: return assertNever(hindrance);
    }
  }

  #difference(d: Difference): string {
    const { cyan } = this.#palette;
    const name = [this.#report.instance.state[d.index].name, ...d.keys.map((k) => `[${showValue(k.value, k.type, this.#sorts)}]`)].join("");
    return `${name} is ${cyan(showValue(d.seen, d.type, this.#sorts))} in the log, ${cyan(showValue(d.expected, d.type, this.#sorts))} in the spec`;
  }

  #call(action: string, args: readonly (Omit<Binding, "value"> & { readonly value: Binding["value"] | undefined })[]): string {
    const { bold, cyan } = this.#palette;
    return `${bold(action)}(${args.map((a) => `${a.name}: ${a.value === undefined ? "?" : cyan(showValue(a.value, a.type, this.#sorts))}`).join(", ")})`;
  }

  #location(span: { readonly file: string; readonly line: number }): string {
    return span.line === 0 ? "" : this.#palette.dim(`   ${span.file}:${span.line}`);
  }
}

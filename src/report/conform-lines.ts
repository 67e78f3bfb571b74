/** What the comparison of an implementation with its spec found, one finding to a line, and the conclusion at the end. */
import type { Span } from "../base/span.ts";
import type { LogReport, Stuck } from "../conform/log/report.ts";
import type { ConformReport } from "../conform/report.ts";
import type { TransitionReport } from "../conform/transition/report.ts";
import { specFile } from "../frontend/program.ts";
import { sortsOf } from "../interp/env.ts";
import { showValue } from "../interp/show-value.ts";
import { conformConclusionText } from "./conform-text.ts";
import { diagnosticLines, line } from "./line.ts";
import { logConclusionText } from "./log-text.ts";
import { blameLine, callText, stepPlaces } from "./run-places.ts";
import { differenceHead, transitionConclusionText } from "./transition-text.ts";

type Style = { readonly color: boolean };

/** All places are in the spec, but for that of a failure, which is where the implementation failed. */
export function conformLines(report: ConformReport, style: Style): string {
  const { adapter, divergence: d, instance, because } = report;
  const sorts = sortsOf(instance);
  const open = because.map((message) => line({ span: null, severity: "warning", message, code: "unknown" }, adapter));
  if (!d) return [...open, conformConclusionText(report, style)].join("");
  const code = "diverges";
  const at = d.failure?.at && { ...d.failure.at, endLine: d.failure.at.line, endColumn: d.failure.at.column };
  const last = stepPlaces(d, instance).at(-1);
  const fields = d.fields.map((f) => `${f.name} is ${f.observed}, and ${showValue(f.expected, f.type, sorts)} in the spec`);
  return [
    line({ span: at ?? d.last?.span ?? null, severity: "error", message: [d.message, ...fields].join("; "), code }, adapter),
    ...(d.last ? [line({ span: d.last.span, severity: "info", message: `step ${d.steps.length + 1}: ${callText(d.last.action, d.last.args, sorts)}`, code }, adapter)] : []),
    ...(last ? [line({ span: last.span, severity: "info", message: `step ${d.steps.length}, which went well: ${last.text}`, code }, adapter)] : []),
    ...(d.blame ? [line({ span: d.blame.span, severity: "info", message: blameLine(d.blame, sorts), code }, adapter)] : []),
    conformConclusionText(report, style),
  ].join("");
}

export function transitionLines(report: TransitionReport, style: Style): string {
  const { actions, foreign, file, spec, warnings } = report;
  const open = actions.filter((a) => a.verdict === "violated" || a.verdict === "unknown");
  return [
    ...open.flatMap(({ name, verdict, event, span, because, difference: d }) => {
      const sorts = d && sortsOf(d.instance);
      const input = d && sorts ? `by ${callText(name, d.args, sorts)}: ${[differenceHead(d), ...(d.failure ? [d.failure.message] : []), ...d.fields.map((f) => `${f.name} is ${showValue(f.function, f.type, sorts)}, and ${showValue(f.spec, f.type, sorts)} in the spec`)].join("; ")}` : undefined;
      const severity = verdict === "violated" ? "error" as const : "warning" as const;
      const related = (at: Span, message: string): string => line({ span: at, severity: "info", message, code: verdict }, file);
      return [
        line({ span: event, severity, message: `${name}: ${verdict}${input === undefined ? "" : `, ${input}`}${verdict === "unknown" && because.length > 0 ? `: ${because.join("; ")}` : ""}`, code: verdict }, file),
        related(span, `${name} in the spec`),
        ...(d?.blame && sorts ? [related(d.blame.span, blameLine(d.blame, sorts))] : []),
      ];
    }),
    ...foreign.map((f) => line({ span: f.span, severity: "warning", message: `${f.kind} is no action of the spec`, code: "unknown" }, file)),
    ...warnings.flatMap((w) => diagnosticLines(w, specFile(spec))),
    transitionConclusionText(report, style),
  ].join("");
}

/** Places are lines of the log. */
export function logLines(report: LogReport, style: Style): string {
  const { log, because, frontier } = report;
  const at = (n: number): Span => ({ file: log, line: n, column: 1, endLine: n, endColumn: 1 });
  return [
    ...because.map((message) => line({ span: null, severity: "warning", message, code: "unknown" }, log)),
    ...frontier.map((s) => line({ span: at(s.event.line), severity: "error", message: stuckText(s, report), code: "unexplained" }, log)),
    ...frontier.flatMap(({ hindrance: h }) => (h?.kind === "blocked" ? [line({ span: h.blame.span, severity: "info", message: blameLine(h.blame, sortsOf(report.instance)), code: "unexplained" }, log)] : [])),
    logConclusionText(report, style),
  ].join("");
}

function stuckText({ hindrance: h }: Stuck, { instance }: LogReport): string {
  if (!h) return "no action of the spec explains this event";
  const sorts = sortsOf(instance);
  const what = h.kind === "before" ? "the event" : callText(h.action, h.args, sorts);
  switch (h.kind) {
    case "blocked": return `the spec does not allow ${what}`;
    case "failed": return `${what} fails in the spec: ${h.message}`;
    case "allowed": return `the spec allows ${what}, which the log has as refused`;
    case "before": case "after": return `${what} is not what the spec has ${h.kind === "before" ? "then" : "afterwards"}: ${h.differences.map((d) => `${instance.state[d.index].name}: ${showValue(d.seen, d.type, sorts)}, not ${showValue(d.expected, d.type, sorts)}`).join("; ")}`;
  }
}

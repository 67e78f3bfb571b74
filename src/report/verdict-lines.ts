/** What check and prove found, one finding to a line, and the conclusion at the end. What holds has no line: the conclusion says how far. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { specFile } from "../frontend/program.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { InstanceReport } from "../pipeline/instance-report.ts";
import type { ProofReport, ProvedProperty } from "../pipeline/prove-report.ts";
import type { CheckReport } from "../pipeline/report.ts";
import { verdictText } from "./grounds.ts";
import { conclusionText } from "./check-text.ts";
import { instanceConclusionText, instanceVerdictText } from "./instance-text.ts";
import { diagnosticLines, line } from "./line.ts";
import { plain } from "./palette.ts";
import { obstaclesByWeight, obstacleText, proofConclusionText, proofVerdictText } from "./prove-text.ts";
import { type RunPlace, runPlaces } from "./run-places.ts";

type Style = { readonly color: boolean };

export function checkLines(report: CheckReport, style: Style): string {
  const { properties, search, instance } = report;
  return written(report, properties.map((p): Row => ({ ...p, text: verdictText(p, search), run: p.trace && { trace: p.trace, instance } })), conclusionText(report, style));
}

export function instanceLines(report: InstanceReport, style: Style): string {
  const { properties, instance } = report;
  return written(report, properties.map((p): Row => ({ ...p, text: instanceVerdictText(p), run: p.trace && { trace: p.trace, instance } })), instanceConclusionText(report, style));
}

export function proveLines(report: ProofReport, style: Style): string {
  return written(report, report.properties.map((p): Row => ({ ...p, text: p.obstacles.length === 0 || p.violation ? proofVerdictText(p) : openText(p), run: p.violation })), proofConclusionText(report, style));
}

function openText(p: ProvedProperty): string {
  return `${proofVerdictText(p)}: ${obstacleText(obstaclesByWeight(p)[0], plain).join("; ")}`;
}

interface Row {
  readonly name: string;
  readonly verdict: CheckReport["verdict"] | ProofReport["verdict"];
  readonly span?: Span;
  readonly text: string;
  readonly run: { readonly trace: Trace; readonly instance: Protocol } | undefined;
}

function written({ spec, warnings }: { readonly spec: string; readonly warnings: readonly Diagnostic[] }, rows: readonly Row[], conclusion: string): string {
  const file = specFile(spec);
  return [...rows.flatMap((row) => rowLines(row, file)), ...warnings.flatMap((w) => diagnosticLines(w, file)), conclusion].join("");
}

const severities = { violated: "error", unknown: "warning", "not-inductive": "warning", bounded: "info", exhaustive: null, proved: null } as const;

/** The property, and where a run ends that violates it: at its last step, and at what is false after it. */
function rowLines({ name, verdict, span, text, run }: Row, file: string): string[] {
  const severity = severities[verdict];
  if (severity === null) return [];
  const places = verdict === "violated" && run ? runPlaces(run.trace, run.instance) : undefined;
  const info = (place: RunPlace, message: string): string => line({ span: place.span, severity: "info", message, code: verdict }, file);
  const last = places?.steps.at(-1);
  return [
    line({ span: span ?? places?.end.span, severity, message: `${name}: ${text}`, code: verdict }, file),
    ...(last ? [info(last, `${name}, step ${places!.steps.length} of ${places!.steps.length}: ${last.text}`)] : []),
    ...(places ? [info(places.end, `${name}: ${places.end.text}`)] : []),
  ];
}

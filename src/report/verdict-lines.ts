/** What check and prove found, one finding to a line, and the conclusion at the end. What holds has no line: the conclusion says how far. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { specFile } from "../frontend/program.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { InstanceReport } from "../pipeline/instance-report.ts";
import type { ProofReport, ProvedProperty } from "../pipeline/prove-report.ts";
import type { CheckReport } from "../pipeline/report.ts";
import type { SampleVerdict, SimulateReport } from "../pipeline/simulate-report.ts";
import { verdictText } from "./grounds.ts";
import { conclusionText } from "./check-text.ts";
import { instanceText, proofInstanceText } from "./instance-line.ts";
import { instanceConclusionText, instanceVerdictText } from "./instance-text.ts";
import { diagnosticItems, line, type LineItem } from "./line.ts";
import { plain } from "./palette.ts";
import { obstaclesByWeight, obstacleText, proofConclusionText, proofVerdictText } from "./prove-text.ts";
import { type RunPlace, runPlaces } from "./run-places.ts";
import { sampledText, simulateConclusionText } from "./simulate-text.ts";

type Style = { readonly color: boolean };

export const checkLines = (report: CheckReport, style: Style): string => written(report, checkItems(report), `${instanceText(report)}: ${conclusionText(report, style)}`);

export const checkItems = ({ properties, search, instance, warnings }: CheckReport): LineItem[] =>
  items(warnings, properties.map((p): Row => ({ ...p, text: verdictText(p, search), run: p.trace && { trace: p.trace, instance } })));

/** What a sample says of a property that was not violated is no finding. */
export function simulateLines(report: SimulateReport, style: Style): string {
  const { properties, instance, warnings } = report;
  const rows = properties.map((p): Row => ({ ...p, text: sampledText(p), run: p.trace && { trace: p.trace, instance } }));
  return written(report, items(warnings, rows), `${instanceText(report)}: ${simulateConclusionText(report, style)}`);
}

export function instanceLines(report: InstanceReport, style: Style): string {
  const { properties, instance, warnings } = report;
  const rows = properties.map((p): Row => ({ ...p, text: instanceVerdictText(p), run: p.trace && { trace: p.trace, instance } }));
  return written(report, items(warnings, rows), `${instanceText(report)}: ${instanceConclusionText(report, style)}`);
}

export const proveLines = (report: ProofReport, style: Style): string => written(report, proveItems(report), `${proofInstanceText(report)}: ${proofConclusionText(report, style)}`);

export const proveItems = ({ properties, warnings }: ProofReport): LineItem[] =>
  items(warnings, properties.map((p): Row => ({ ...p, text: p.obstacles.length === 0 || p.violation ? proofVerdictText(p) : openText(p), run: p.violation })));

function openText(p: ProvedProperty): string {
  return `${proofVerdictText(p)}: ${obstacleText(obstaclesByWeight(p)[0], plain).join("; ")}`;
}

interface Row {
  readonly name: string;
  readonly verdict: CheckReport["verdict"] | ProofReport["verdict"] | SampleVerdict;
  readonly span?: Span;
  readonly text: string;
  readonly run: { readonly trace: Trace; readonly instance: Protocol } | undefined;
}

const written = ({ spec }: { readonly spec: string }, found: readonly LineItem[], conclusion: string): string =>
  [...found.map((item) => line(item, specFile(spec))), conclusion].join("");

const items = (warnings: readonly Diagnostic[], rows: readonly Row[]): LineItem[] => [...rows.flatMap(rowItems), ...warnings.flatMap(diagnosticItems)];

const severities = { violated: "error", unknown: "warning", "not-inductive": "warning", bounded: "info", exhaustive: null, proved: null, sampled: null } as const;

/** The property, and where a run ends that violates it: at its last step, and at what is false after it. */
function rowItems({ name, verdict, span, text, run }: Row): LineItem[] {
  const severity = severities[verdict];
  if (severity === null) return [];
  const places = verdict === "violated" && run ? runPlaces(run.trace, run.instance) : undefined;
  const info = (place: RunPlace, message: string): LineItem => ({ span: place.span, severity: "info", message, code: verdict });
  const last = places?.steps.at(-1);
  return [
    { span: span ?? places?.end.span, severity, message: `${name}: ${text}`, code: verdict },
    ...(last ? [info(last, `${name}, step ${places!.steps.length} of ${places!.steps.length}: ${last.text}`)] : []),
    ...(places ? [info(places.end, `${name}: ${places.end.text}`)] : []),
  ];
}

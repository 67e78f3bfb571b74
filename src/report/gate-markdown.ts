/**
 * The gate as Markdown, for the summary of a job and for comments. Everything that comes from the change stands in code spans, where
 * nothing is a link, an image, a mention or HTML.
 */
import type { GateReport, JudgedFinding, SpecOutcome } from "../gate/report.ts";
import { codeCell, codeSpan } from "./escape.ts";
import { plural } from "./figures.ts";
import { acceptedText, acceptText, codeText, comparedText, gateConclusion, instanceText, kindText, markOf, objectionTo, openPoints, proofText, propertyText } from "./gate-words.ts";
import { runPlaces } from "./run-places.ts";

/** A summary may have a mebibyte, and readers have less patience. */
const mostFindings = 50, mostRows = 300, mostLines = 12;

/** One line break at the end. */
export function gateMarkdown(report: GateReport): string {
  const conclusion = gateConclusion(report);
  const open = openPoints(report);
  const stops = report.findings.filter((f) => f.stops), accepted = report.findings.filter((f) => f.accepted);
  const others = report.findings.filter((f) => !f.stops && !f.accepted);
  const blocks = [
    `# Tenet gate: ${report.verdict === "pass" && report.specs.length === 0 ? "nothing checked" : report.verdict}`,
    codeSpan(conclusion),
    `Compared: ${codeSpan(comparedText(report))}`,
    ...section("Not done", listed(open, mostRows)),
    ...section("Findings that stop the change", capped(stops)),
    ...section("Findings to look at", capped(others)),
    ...section("Accepted findings", capped(accepted)),
    ...(report.specs.length > 0 ? ["## What was checked", ...report.specs.map((s) => specText(s, report.findings))] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")]);

function listed(texts: readonly string[], most: number): string[] {
  const more = texts.length - most;
  return [...texts.slice(0, most).map((t) => `- ${codeSpan(t)}`), ...(more > 0 ? [`- and ${more} more`] : [])];
}

function capped(findings: readonly JudgedFinding[]): string[] {
  const more = findings.length - mostFindings;
  return [...findings.slice(0, mostFindings).flatMap(findingText), ...(more > 0 ? [`- and ${plural(more, "more finding")}`] : [])];
}

function findingText(f: JudgedFinding): string[] {
  const place = f.span === null || f.span.line === 0 ? "" : ` at ${codeSpan(`${f.span.file}:${f.span.line}:${f.span.column}`)}${f.inBase ? " of the base" : ""}`;
  const accepted = acceptedText(f), accept = acceptText(f);
  const run = f.run ? runPlaces(f.run.trace, f.run.instance) : undefined;
  const steps = run ? [...(run.initial ? [run.initial] : []), ...run.steps, run.end] : [];
  const at = (span: RunSpan): string => (span === null ? "" : ` ${codeSpan(`${span.file}:${span.line}`)}`);
  return [
    `- **${f.rule}** ${codeSpan(f.about)}${place}: ${codeSpan(f.message)}`,
    ...(accept === undefined ? [] : [`  - to accept it: ${codeSpan(accept)}`]),
    ...(accepted === undefined ? [] : [`  - ${codeSpan(accepted)}`]),
    ...listed(f.details, mostLines).map((l) => `  ${l}`),
    ...(steps.length > mostLines ? [`  - a run of ${plural(run!.steps.length, "step")}, of which these are the last`] : []),
    ...steps.slice(-mostLines).map((p) => `  - ${codeSpan(p.text, 500)}${at(p.span)}`),
  ];
}

type RunSpan = ReturnType<typeof runPlaces>["end"]["span"];

function specText(s: SpecOutcome, findings: readonly JudgedFinding[]): string {
  const more = s.properties.length - mostRows;
  const table = s.properties.length === 0 ? [] : [
    ["| | Property | | Reached |", "| --- | --- | --- | --- |",
      ...s.properties.slice(0, mostRows).map((p) => {
        const objection = objectionTo(p, s, findings);
        return `| ${markOf(p, objection)} | ${codeCell(p.name)} | ${kindText(p)} | ${codeCell(`${propertyText(p)}${objection}`)} |`;
      })].join("\n"),
    ...(more > 0 ? [`and ${plural(more, "more property", "more properties")}`] : []),
  ];
  return [
    `### ${codeSpan(s.spec)}${s.protocol === null ? ": does not compile" : ` ${codeSpan(s.protocol)}`}`,
    s.touched.length === 0 ? "The change does not touch it." : `Touched by ${plural(s.touched.length, "path")}: ${s.touched.slice(0, 5).map((t) => codeSpan(t)).join(", ")}${s.touched.length > 5 ? ", …" : ""}`,
    ...table,
    ...block([...s.instances.map(instanceText), ...s.proofs.map(proofText), ...s.code.map(codeText)]),
    ...(s.notDone.length > 0 ? ["Not done:", ...block(s.notDone)] : []),
    ...(s.notAsked.length > 0 ? ["Not asked for, and so not checked:", ...block(s.notAsked)] : []),
  ].join("\n\n");
}

const block = (texts: readonly string[]): string[] => (texts.length === 0 ? [] : [listed(texts, mostRows).join("\n")]);

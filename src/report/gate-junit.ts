/**
 * The gate as JUnit XML, for the test pages of build hosts. A test case for each property and each look at the code, with what was asked
 * in its name. A failure is a finding, an error something undecided; skipped is only what nobody asked for, or what somebody has accepted.
 */
import { printable } from "../base/printable.ts";
import type { CodeOutcome, GateReport, JudgedFinding, PropertyOutcome, SpecOutcome } from "../gate/report.ts";
import { escapeHtml } from "./escape.ts";
import { acceptedText, codeText, gateConclusion, kindText, openPoints, propertyText } from "./gate-words.ts";
import { runPlaces } from "./run-places.ts";

interface Case {
  readonly name: string;
  readonly result: "passed" | "failure" | "error" | "skipped";
  readonly message: string;
  readonly lines?: readonly string[];
}
interface Suite { readonly name: string; readonly seconds: number; readonly cases: readonly Case[] }

/** One line break at the end. */
export function gateJunit(report: GateReport): string {
  const conclusion = gateConclusion(report);
  const suites: Suite[] = [
    { name: "tenet gate", seconds: 0, cases: gateCases(report, conclusion) },
    ...report.specs.map((s): Suite => ({ name: s.spec, seconds: s.seconds, cases: specCases(s, report.findings) })),
    ...(report.findings.length > 0 ? [{ name: "findings", seconds: 0, cases: report.findings.map(findingCase) }] : []),
  ];
  const all = suites.flatMap((s) => s.cases);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="tenet gate" ${counts(all)} time="${report.seconds.toFixed(3)}">`,
    ...suites.flatMap((s) => suiteLines(s, report.time)),
    `</testsuites>`,
    "",
  ].join("\n");
}

/** Whatever the rest says: a gate that does not pass has a test that does not pass. */
function gateCases(report: GateReport, conclusion: string): Case[] {
  const open = openPoints(report);
  const result = report.verdict === "pass" ? "passed" : report.verdict === "fail" ? "failure" : "error";
  return [
    { name: "verdict", result, message: conclusion },
    ...open.map((text, i): Case => ({ name: `done ${i + 1}`, result: "error", message: text })),
  ];
}

const specCases = (s: SpecOutcome, findings: readonly JudgedFinding[]): Case[] => [
  ...s.properties.map((p) => propertyCase(p, findings.some((f) => f.accepted && f.about === s.spec && f.subject === p.name))),
  ...s.code.map(codeCase),
  ...s.notDone.map((text, i): Case => ({ name: `not done ${i + 1}`, result: "error", message: text })),
  ...s.notAsked.map((text, i): Case => ({ name: `not asked ${i + 1}: ${text}`, result: "skipped", message: text })),
];

/** What is less than was asked and accepted is neither a failure nor a pass. */
const propertyCase = (p: PropertyOutcome, accepted: boolean): Case => ({
  name: `${p.name} (${kindText(p)}, asked: ${p.asked})`,
  result: p.enough ? "passed" : accepted ? "skipped" : p.reached === "violated" ? "failure" : "error",
  message: propertyText(p),
});

const codeCase = (c: CodeOutcome): Case => ({
  name: `${c.kind} ${c.file}`,
  result: c.verdict === "agrees" ? "passed" : c.verdict === "differs" ? "failure" : "error",
  message: codeText(c),
});

function findingCase(f: JudgedFinding): Case {
  const accepted = acceptedText(f);
  const at = f.span === null || f.span.line === 0 ? [] : [`${f.span.file}:${f.span.line}:${f.span.column}${f.inBase ? " (in the base)" : ""}`];
  const run = f.run ? runPlaces(f.run.trace, f.run.instance) : undefined;
  return {
    name: `${f.rule}: ${f.about} ${f.subject} [${f.fingerprint}]`,
    result: f.stops ? (f.rule === "undecided" || f.rule === "gate-failed" ? "error" : "failure") : "skipped",
    message: accepted === undefined ? f.message : `${f.message} (${accepted})`,
    lines: [...at, ...f.details, ...(run ? [...(run.initial ? [run.initial] : []), ...run.steps, run.end].map((p) => p.text) : [])],
  };
}

const counts = (cases: readonly Case[]): string => {
  const of = (result: Case["result"]): number => cases.filter((c) => c.result === result).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
};

const suiteLines = ({ name, seconds, cases }: Suite, time: string): string[] => [
  `  <testsuite name=${quoted(name)} ${counts(cases)} time="${seconds.toFixed(3)}" timestamp=${quoted(time)}>`,
  ...cases.flatMap((c) => caseLines(c, name)),
  `  </testsuite>`,
];

function caseLines({ name, result, message, lines = [] }: Case, suite: string): string[] {
  const head = `    <testcase name=${quoted(name)} classname=${quoted(suite)}`;
  const body = [message, ...lines].map((l) => escapeHtml(printable(l))).join("\n");
  if (result === "passed") return [`${head}>`, `      <system-out>${body}</system-out>`, `    </testcase>`];
  const type = result === "skipped" ? "" : ` type="${result === "failure" ? "finding" : "undecided"}"`;
  return [`${head}>`, `      <${result} message=${quoted(message)}${type}>${body}</${result}>`, `    </testcase>`];
}

/** What XML 1.0 cannot hold is shown by its number already. */
const quoted = (text: string): string => `"${escapeHtml(printable(text))}"`;

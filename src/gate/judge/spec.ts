/** What became of one spec: from what was done to findings, and to what can be said of it. */
import { printable } from "../../base/printable.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Finding } from "../finding.ts";
import { differences, type Expectations, expectationFile, type ExpectedRun, instanceOf, subjectOf } from "../expectations.ts";
import { showInstance } from "../policy/compare.ts";
import { type Asked, instanceKey } from "../policy/specs.ts";
import type { PropertyOutcome, SpecOutcome } from "../report.ts";
import type { CheckFacts, Failed, Task } from "../work/facts.ts";
import { type Done, endedOf } from "./done.ts";
import { type JudgedProperty, judgeProperties } from "./properties.ts";

export interface Judged {
  readonly outcome: SpecOutcome;
  readonly findings: readonly Finding[];
  /** Something in Tenet itself went wrong. */
  readonly internal: readonly Diagnostic[];
}

export interface Case {
  readonly asked: Asked;
  readonly touched: readonly string[];
  readonly expected: Expectations | null;
  readonly done: readonly Done[];
  /** What was found, or could not be done, before anything began. */
  readonly found: readonly Finding[];
  readonly notAsked: readonly string[];
  readonly seconds: number;
}

export function judgeSpec({ asked, touched, expected, done, found, notAsked, seconds }: Case): Judged {
  const properties = judgeProperties(asked, done);
  const failures = failuresOf(done);
  const code = endedOf(done, "drift", "conform", "transition");
  const findings = [
    ...found,
    ...failures.map((f) => findingOfFailure(asked, f.task, f.failed)),
    ...properties.filter((p) => !p.enough && !hiddenBehind(p, failures)).map((p) => findingOfProperty(asked, p)),
    ...emptyClaims(asked, done),
    ...endedOf(done, "compare").flatMap((c) => c.facts.findings),
    ...code.flatMap((c) => c.facts.findings),
    ...unexpected(asked, expected, done),
  ];
  const compiled = endedOf(done, "compile")[0]?.facts;
  const compared = endedOf(done, "compare")[0];
  return {
    outcome: {
      spec: asked.spec, protocol: compiled?.protocol ?? null, guards: asked.guards, touched,
      properties: properties.map(shownProperty),
      instances: endedOf(done, "check").map(({ task, facts, source }) => ({
        scope: facts.scope, options: facts.options, design: task.instance.design, verdict: facts.verdict, distinctStates: facts.distinctStates, depth: facts.depth,
        asExpected: rowOf(expected, task) === undefined ? null : misses(rowOf(expected, task)!, facts).length === 0, source,
      })),
      proofs: endedOf(done, "prove").map(({ facts, source }) => ({ options: facts.options, verdict: facts.verdict, goals: facts.goals, source })),
      code: code.flatMap(({ facts, source }) => facts.outcomes.map((o) => ({ ...o, source }))),
      compared: compared ? { source: compared.source } : null,
      notDone: [...new Set([...failures.map(({ task, failed }) => printable(`${taskText(task)}: ${failed.message}`)), ...findings.filter((f) => f.rule === "undecided").map((f) => f.message)])],
      notAsked, seconds,
    },
    findings,
    internal: failures.filter((f) => isInternal(f.failed)).slice(0, 1).map(({ task }) => ({
      code: "T8006", severity: "error", message: `an error in Tenet itself: ${asked.spec}, ${taskText(task)}`, help: "Nothing that it says of this spec counts. Please report it.",
    })),
  };
}

/** Where it does not compile, that is why nothing else was done. */
function failuresOf(done: readonly Done[]): { readonly task: Task; readonly failed: Failed }[] {
  const all = done.flatMap(({ task, result }) => (result.kind === "failed" ? [{ task, failed: result }] : []));
  const compiling = all.find(({ task, failed }) => task.kind === "compile" && failed.why === "wrong");
  return compiling ? [compiling] : all;
}

const shownProperty = ({ name, kind, span, asked, reached, where, source, enough, because }: JudgedProperty): PropertyOutcome => ({ name, kind, span, asked, reached, where, source, enough, because });

export function taskText(task: Task): string {
  switch (task.kind) {
    case "compile": return "compiling it";
    case "check": return `exploring the instance ${showInstance(task.instance)}`;
    case "prove": return task.instance.design === null && Object.keys(task.instance.options).length === 0 ? "proving it" : `proving it for ${showInstance({ ...task.instance, scope: {} })}`;
    case "compare": return "comparing it with the base";
    case "drift": return `comparing the names of the spec with ${task.file}`;
    case "conform": return `testing ${task.file}`;
    case "transition": return `proving ${task.file}`;
  }
}

const isInternal = ({ why }: Pick<Failed, "why">): boolean => why === "internal" || why === "crashed";

const base = (asked: Asked): Pick<Finding, "about" | "details"> => ({ about: asked.spec, details: [] });

function findingOfFailure(asked: Asked, task: Task, { why, message, diagnostics }: Failed): Finding {
  const span = diagnostics.find((d) => d.span)?.span ?? null;
  const details = diagnostics.slice(0, 20).map((d) => printable(`${d.code} ${d.message}`));
  const what = printable(`${taskText(task)}: ${message}`);
  if (why === "wrong") return { ...base(asked), rule: "spec-invalid", level: "error", subject: taskText(task), message: what, details, span };
  return { ...base(asked), rule: isInternal({ why }) ? "gate-failed" : "undecided", level: "error", subject: taskText(task), message: what, span };
}

/** A failure of the task is told already. */
const hiddenBehind = (p: JudgedProperty, failures: readonly { readonly task: Task }[]): boolean =>
  p.open && failures.some(({ task }) => task.kind === "check" || task.kind === "prove");

function findingOfProperty(asked: Asked, p: JudgedProperty): Finding {
  const own = { ...base(asked), level: "error" as const, subject: p.name, span: p.span };
  if (p.reached === "violated") return { ...own, rule: "violated", message: printable(`${p.name} does not hold: ${p.because}.`), ...(p.run && { run: p.run }) };
  return { ...own, rule: p.open ? "undecided" : "level-not-reached", message: printable(`${p.name} must be ${p.asked} and is ${p.reached}: ${p.because}.`) };
}

/** What holds because nothing happens, or never happens, in any of the instances. */
function emptyClaims(asked: Asked, done: readonly Done[]): Finding[] {
  const checks = endedOf(done, "check").filter((c) => asked.check.includes(c.task.instance));
  const [first, ...others] = checks.map((c) => c.facts.warnings);
  return (first ?? []).filter((w) => others.every((o) => o.some((x) => x.message === w.message))).map((w) => ({
    ...base(asked), rule: w.code === "T7001" ? "property-vacuous" as const : "action-dead" as const, level: "error" as const,
    subject: w.message.split(" ")[0], message: printable(`${w.message}.`), span: w.span ?? null,
  }));
}

/** What the base expects binds the change. */
function unexpected(asked: Asked, expected: Expectations | null, done: readonly Done[]): Finding[] {
  const file = expectationFile(asked.spec);
  const checks = endedOf(done, "check").flatMap(({ task, facts }) => {
    const row = rowOf(expected, task), wrong = row === undefined ? [] : misses(row, facts);
    return row === undefined || wrong.length === 0 ? [] : [{
      ...base(asked), rule: "expectation-changed" as const, level: "error" as const, subject: subjectOf("runs", row), span: null,
      message: `${showInstance(instanceOf(row))} is not what ${file} expects.`, details: wrong,
    }];
  });
  const proofs = endedOf(done, "prove").flatMap(({ facts }) => facts.properties).filter((p) => expected?.proofs?.[p.name] === "proved" && p.verdict !== "proved").map((p) => ({
    ...base(asked), rule: "expectation-changed" as const, level: "error" as const, subject: `proof of ${p.name}`, span: p.span,
    message: printable(`${file} expects that ${p.name} is proved, and it is ${p.verdict}.`),
  }));
  return [...checks, ...proofs];
}

const rowOf = (expected: Expectations | null, task: Task): ExpectedRun | undefined =>
  task.kind === "check" ? expected?.runs.find((r) => instanceKey(instanceOf(r)) === instanceKey(task.instance)) : undefined;

const misses = (row: ExpectedRun, { distinctStates, transitions, depth, properties }: CheckFacts): string[] =>
  differences(row, { distinctStates, transitions, depth, properties: Object.fromEntries(properties.map((p) => [p.name, p.verdict])) as ExpectedRun["properties"] });

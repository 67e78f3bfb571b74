/** What code does with its spec: tests of implementations, and proofs of transition functions. */
import { printable } from "../../base/printable.ts";
import { conform } from "../../conform/conform.ts";
import type { ConformReport, Divergence } from "../../conform/report.ts";
import { proveTransition } from "../../conform/transition/prove.ts";
import type { TransitionAction, TransitionReport } from "../../conform/transition/report.ts";
import { showValue } from "../../interp/show-value.ts";
import { sortsOf } from "../../interp/env.ts";
import type { ActionInstance } from "../../interp/trace.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { prepareSpec } from "../../pipeline/prepare-spec.ts";
import { findDrift } from "../drift/drift.ts";
import type { Finding } from "../finding.ts";
import type { Instance } from "../policy/specs.ts";
import type { CodeFacts, Job } from "./facts.ts";
import { chosenOptions, protocolOf } from "./verify.ts";

/** Of which kinds a failure is the implementation's own, and not that it had to be held. */
const ownFailure = "threw";

/** @throws DiagnosticsError where the spec, its scope or an option is wrong */
export async function conformFacts(job: Job, file: string, { scope, options, design }: Instance, milliseconds: number): Promise<CodeFacts> {
  const report = await conform(job.file, file, {
    ...protocolOf(job), scope, options, ...(design !== null && { design }), root: job.code, ...job.limits.conform, timeoutMs: milliseconds, signal: AbortSignal.timeout(milliseconds),
  });
  const { transitions, runs, steps, histories } = report.covered;
  const unbound = report.actions.filter((a) => a.kind === "unbound").map((a) => a.name);
  const covered = [
    `${transitions.taken} of ${transitions.total ?? "too many"} transitions`, `${runs} random runs`, `${steps} steps`, `${histories} concurrent histories`,
    ...(unbound.length > 0 ? [`not bound: ${unbound.join(", ")}`] : []), ...(report.fields.hidden.length > 0 ? [`not shown: ${report.fields.hidden.join(", ")}`] : []),
    ...(report.fields.partly.length > 0 ? [`shown in part: ${report.fields.partly.join(", ")}`] : []),
  ].join(", ");
  return {
    kind: "conform", findings: conformFindings(job, file, report),
    outcomes: [{ kind: "conform", file, verdict: report.verdict === "conforms" ? "agrees" : report.verdict === "diverges" ? "differs" : "unknown", covered: printable(covered), source: "anew", report }],
  };
}

function conformFindings({ about }: Job, file: string, report: ConformReport): Finding[] {
  const base = { level: "error" as const, about, subject: file, span: null };
  if (report.verdict === "unknown") return [{ ...base, rule: "undecided", message: printable(`${file} could not be tested: ${report.because[0] ?? "no reason given"}`), details: report.because.slice(1).map((b) => printable(b)) }];
  const { divergence } = report;
  if (!divergence) return [];
  const held = divergence.failure !== undefined && divergence.failure.kind !== ownFailure;
  const path = pathOf(divergence, report.instance);
  return [{ ...base, rule: held ? "not-contained" : "diverges", message: printable(`${file}: ${divergence.message}`), details: [...path.map((p) => p.text), ...differencesOf(divergence, report.instance)], span: divergence.last?.span ?? null, path }];
}

function pathOf({ steps, last }: Divergence, instance: Protocol): NonNullable<Finding["path"]> {
  const sorts = sortsOf(instance);
  const call = ({ action, args }: Pick<ActionInstance, "action" | "args">): string => `${action}(${args.map((a) => showValue(a.value, a.type, sorts)).join(", ")})`;
  const asked = [...steps.map((s) => ({ span: s.span, text: `${call(s)}${s.refused ? ", refused" : ""}` })), ...(last ? [{ span: last.span, text: call(last) }] : [])];
  return asked.map(({ span, text }, i) => ({ span, text: printable(`${i + 1}. ${text}`) }));
}

function differencesOf({ fields, failure }: Divergence, instance: Protocol): string[] {
  const sorts = sortsOf(instance);
  return [
    ...fields.map((f) => `${f.name} must be ${showValue(f.expected, f.type, sorts)} and is ${f.observed}`), ...(failure ? [`${failure.kind}: ${failure.message}`] : []),
  ].map((line) => printable(line));
}

/** Names, and changes of guarded state. @throws DiagnosticsError where the spec, its scope or an option is wrong */
export function driftFacts(job: Job, adapter: string, { scope, options, design }: Instance): CodeFacts {
  const { instance, model } = prepareSpec(job.file, { ...protocolOf(job), scope, options, ...(design !== null && { design }) });
  const { findings, outcome } = findDrift({ root: job.code, about: job.about, instance, model, adapter, files: job.guarded });
  return { kind: "drift", findings, outcomes: [outcome] };
}

/**
 * Nothing that was proved before counts.
 * @param binding `file`, or `file#function`
 * @throws DiagnosticsError where the spec, the function or an option is wrong
 */
export async function transitionFacts(job: Job, binding: string, instance: Instance, milliseconds: number): Promise<CodeFacts> {
  const [file, name] = binding.split("#");
  const chosen = Object.entries(chosenOptions(job, instance)).map(([option, value]) => [option, String(value)]);
  const report = await proveTransition(job.file, file, {
    ...protocolOf(job), ...(name !== undefined && { function: name }), options: Object.fromEntries(chosen) as Record<string, string>, scope: instance.scope, lock: false,
    timeoutMs: job.limits.solverSeconds * 1000, signal: AbortSignal.timeout(milliseconds), limits: { timeoutMs: milliseconds },
  });
  const covered = `${report.name}: ${report.actions.length} actions ${report.verdict}${report.unbound.length > 0 ? `, not bound: ${report.unbound.map((u) => u.name).join(", ")}` : ""}${report.hidden.length > 0 ? `, not compared: ${report.hidden.join(", ")}` : ""}`;
  return {
    kind: "transition", findings: transitionFindings(job, binding, report),
    outcomes: [{ kind: "transition", file: binding, verdict: agrees(report) ? "agrees" : report.verdict === "violated" ? "differs" : "unknown", covered: printable(covered), source: "anew" }],
  };
}

const agrees = ({ verdict, interrupted }: TransitionReport): boolean => verdict === "proved" && !interrupted;

function transitionFindings({ about }: Job, binding: string, report: TransitionReport): Finding[] {
  const base = { level: "error" as const, about };
  const actions = report.actions.filter((a) => a.verdict !== "proved").map((a): Finding => ({
    ...base, subject: `${binding} ${a.name}`, span: a.event, rule: a.verdict === "violated" ? "diverges" : a.verdict === "exhaustive" ? "level-not-reached" : "undecided",
    message: printable(a.verdict === "violated" ? `${report.name} in ${report.file} does not follow ${a.name}.` : `${report.name} in ${report.file} is not proved to follow ${a.name}: it is ${a.verdict}.`), details: actionDetails(a),
  }));
  const foreign = report.foreign.map((f): Finding => ({
    ...base, subject: `${binding} ${f.kind}`, span: f.span, rule: "binding-stale", message: printable(`${report.name} in ${report.file} takes ${f.kind}, which is no action of the spec.`), details: [],
  }));
  if (actions.length + foreign.length > 0 || agrees(report)) return [...actions, ...foreign];
  return [{ ...base, subject: binding, span: report.span, rule: "undecided", message: printable(`${report.name} in ${report.file} is not proved to follow its spec.`), details: [] }];
}

function actionDetails({ because, difference }: TransitionAction): string[] {
  if (!difference) return because.map((b) => printable(b));
  const sorts = sortsOf(difference.instance);
  const { kind, args, fields, failure } = difference;
  return [
    `${kind}, with ${args.map((a) => `${a.name} = ${showValue(a.value, a.type, sorts)}`).join(", ") || "no arguments"}`,
    ...fields.map((f) => `${f.name} was ${showValue(f.before, f.type, sorts)}; spec: ${showValue(f.spec, f.type, sorts)}, function: ${showValue(f.function, f.type, sorts)}`),
    ...(failure ? [failure.message] : []),
  ].map((line) => printable(line));
}

/** Finds where code and spec have drifted apart: names that do not meet, and changes of guarded state that no action stands for. Nothing is run. */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { nearestName } from "../../base/nearest.ts";
import { printable } from "../../base/printable.ts";
import type { Span } from "../../base/span.ts";
import { codeFacts, type CodeFacts, type FactsAnswer, type FactsQuestion, type StrayWrite } from "../../frontend/program-facts/facts.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { emitConformance } from "../../backends/conformance/emit-conformance.ts";
import type { Finding, Level } from "../finding.ts";
import type { CodeOutcome } from "../report.ts";
import type { Rule } from "../rules.ts";

export interface DriftQuestion {
  /** Of the repository. */
  readonly root: string;
  /** Folder or file of the spec, as findings are `about`. */
  readonly about: string;
  /** As a check prepares it: with all, and without what cannot happen or change under its options. */
  readonly instance: Protocol;
  readonly model: Protocol;
  /** From the root of the repository, with slashes. */
  readonly adapter: string;
  /** The guarded files, from the root; what is no TypeScript or JavaScript is passed over. */
  readonly files: readonly string[];
}

interface Drift {
  readonly findings: readonly Finding[];
  /** What was looked at, in a line. */
  readonly covered: string;
  /** What could not be looked at. Not empty: never a pass. */
  readonly notDone: readonly string[];
}

/** The whole look at one adapter. What could not be looked at is a finding of its own, so that it is no pass. The compiler can be kept busy by types: call it where it can be stopped. */
export function findDrift(question: DriftQuestion): { readonly findings: readonly Finding[]; readonly outcome: CodeOutcome } {
  const { findings, covered, notDone } = driftOf(question, codeFacts(factsQuestion(question)));
  const open = notDone.map((message): Finding => ({ rule: "undecided", level: "error", subject: `drift of ${question.adapter}`, message: printable(message), details: [], about: question.about, span: null }));
  const verdict = open.length > 0 ? "unknown" : findings.some((f) => f.level === "error") ? "differs" : "agrees";
  return { findings: distinct([...findings, ...open]), outcome: { kind: "drift", file: question.adapter, verdict, covered, source: "anew" } };
}

/** What is asked of the reader of code. */
const factsQuestion = ({ root, adapter, files, instance, model }: DriftQuestion): FactsQuestion => ({
  root, adapter, files, model: { name: `${instance.name}Model`, text: `${emitConformance(instance, model)}\n` },
});

/** What the answer says about the spec. */
function driftOf(question: DriftQuestion, answer: FactsAnswer): Drift {
  if ("notDone" in answer) return { findings: [], covered: "nothing", notDone: [`code could not be compared with the spec: ${printable(answer.notDone)}`] };
  const { facts } = answer;
  const finding = (rule: Rule, level: Level, subject: string, message: string, span: Span | null, details: readonly string[] = []): Finding => ({
    rule, level, subject: printable(subject), message: printable(message), details: details.map((d) => printable(d)), about: question.about, span,
  });
  const findings = [
    ...heldTo(question, facts, finding),
    ...bindings(question, facts, finding),
    ...observation(question, facts, finding),
    ...facts.adapter.errors.map((d) => typeError(d, finding)),
    ...facts.stray.map((w) => strayWrite(w, finding)),
  ];
  const { files, functions, writes } = facts.figures;
  const bound = facts.adapter.bindings.filter((b) => b.kind === "perform" || b.kind === "request").length;
  const blind = facts.guardedFields.length === 0 ? ["no state was found that the adapter's system consists of, so no change of it could be looked for"] : [];
  return {
    findings,
    covered: `${bound} of ${question.model.actions.length} actions bound to ${functions} functions; ${writes} changes of ${facts.guardedFields.length} guarded fields in ${files} files`,
    notDone: [...blind, ...facts.adapter.unreadable.map((u) => `${u.span.file}:${u.span.line}: the adapter cannot be read: ${u.what}`)],
  };
}

type Make = (rule: Rule, level: Level, subject: string, message: string, span: Span | null, details?: readonly string[]) => Finding;

/** The type that makes renamed actions fail to compile. */
function heldTo({ instance, adapter }: DriftQuestion, { model, adapter: { span } }: CodeFacts, make: Make): Finding[] {
  const name = `${instance.name}Model`;
  if (model === null) return [make("binding-stale", "error", name, `the adapter ${adapter} is not held to ${name}, which tenet compile writes to conformance.ts`, span)];
  return model.stale ? [make("binding-stale", "error", model.file, `${model.file} is not what tenet compile makes of the spec`, model.span)] : [];
}

function bindings({ model, adapter }: DriftQuestion, { adapter: facts }: CodeFacts, make: Make): Finding[] {
  const bound = new Map(facts.bindings.map((b) => [b.name, b]));
  const actions = new Map(model.actions.map((a) => [a.name, a]));
  const left = [...actions.keys()].filter((name) => !bound.has(name));
  const missing = left.map((name) => make("action-unbound", "error", name, `action ${name} has no implementation in ${adapter}`, facts.span));
  const others = facts.bindings.flatMap((b): Finding[] => {
    const action = actions.get(b.name);
    if (!action) {
      const near = nearestName(b.name, left.length > 0 ? left : [...actions.keys()]);
      return [make("binding-stale", "error", b.name, `the adapter binds ${b.name}, which is no action of the spec${near === undefined ? "" : `; is it ${near} now?`}`, b.span)];
    }
    if (b.kind === "unreadable") return [make("action-unbound", "error", b.name, `what action ${b.name} is bound to is not a function that is written there`, b.span)];
    if (b.kind !== "unbound") return [];
    if (b.reason.trim() === "") return [make("action-unbound", "error", b.name, `action ${b.name} has no implementation, and the adapter does not say why`, b.span)];
    return [make("action-unbound", action.role ? "note" : "warning", b.name, `${action.role ?? "action"} ${b.name} has no implementation: ${b.reason}`, b.span)];
  });
  return [...missing, ...others];
}

/** Options are chosen before, and need not be seen. */
function observation({ model, instance }: DriftQuestion, { adapter: { observed, observeSpan } }: CodeFacts, make: Make): Finding[] {
  if (observed === null) return [make("binding-stale", "warning", "observe", "what observe returns cannot be told from its type, so it is not known which fields of the spec it shows", observeSpan)];
  const fields = new Set(instance.state.map((f) => f.name));
  const shown = new Set(observed.map((o) => o.name));
  const hidden = model.state.filter((f) => f.role === "variable" && !shown.has(f.name)).map((f) => f.name);
  const unknown = observed.filter((o) => !fields.has(o.name)).map((o) => {
    const near = nearestName(o.name, hidden);
    return make("binding-stale", "error", o.name, `observe shows ${o.name}, which is no field of the spec${near === undefined ? "" : `; is it ${near} now?`}`, o.span);
  });
  if ([...shown].every((name) => !fields.has(name))) return [...unknown, make("binding-stale", "error", "observe", "observe shows no field of the spec: whatever the implementation does, nothing would be seen", observeSpan)];
  return [...unknown, ...hidden.map((name) => make("binding-stale", "note", name, `observe does not show ${name}: differences in it are not seen`, observeSpan))];
}

const typeError = ({ code, message, span }: Diagnostic, make: Make): Finding => make("binding-stale", "error", `${code} ${message}`.slice(0, 200), `the adapter does not fit the spec: ${message}`, span ?? null, [`error ${code}`]);

function strayWrite({ span, field, where, certain, how, text }: StrayWrite, make: Make): Finding {
  const what = field.startsWith("by ") ? `guarded state is changed in ${where}, ${field}` : `${field} ${certain ? "is" : "may be"} changed in ${where}`;
  return make("mutation-outside", certain ? "error" : "warning", `${where}: ${field}`, `${what}, which no action of the adapter leads to${how === "" ? "" : ` (${how})`}`, span, [text]);
}

/** Several of one kind about one thing are numbered, in the order of the text. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((f) => {
    const key = JSON.stringify([f.rule, f.about, f.subject]);
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n === 1 ? f : { ...f, subject: `${f.subject} (${n})` };
  });
}

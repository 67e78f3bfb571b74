/** How firmly each property is shown. The only place that decides it. */
import type { Span } from "../../base/span.ts";
import type { CheckedKind } from "../../pipeline/report.ts";
import { type Asked, atLeast, levelOf } from "../policy/specs.ts";
import { showInstance } from "../policy/compare.ts";
import type { AskedLevel, PropertyOutcome } from "../report.ts";
import type { Run } from "../work/facts.ts";
import { type Done, endedOf } from "./done.ts";

export interface JudgedProperty extends PropertyOutcome {
  /** Where it is violated. */
  readonly run?: Run;
  /** Whether what is missing may be there, and was only not found out in time. */
  readonly open: boolean;
}

interface Known {
  readonly name: string;
  readonly kind: CheckedKind;
  readonly span: Span | null;
}

/** @param asked with the instances in which everything must hold */
export function judgeProperties(asked: Asked, done: readonly Done[]): JudgedProperty[] {
  const compiled = endedOf(done, "compile")[0]?.facts;
  if (!compiled) return [];
  const builtIn = new Map<string, Known>([["no failure", { name: "no failure", kind: "failure", span: null }]]);
  for (const { facts } of endedOf(done, "check")) for (const p of facts.properties) if (p.kind === "deadlock") builtIn.set(p.name, { name: p.name, kind: p.kind, span: p.span });
  return [...compiled.properties, ...builtIn.values()].map((p) => judge(p, asked, done));
}

function judge(property: Known, asked: Asked, done: readonly Done[]): JudgedProperty {
  const searched = inInstances(property, asked, done);
  const wanted = limitedLevel(property.kind, levelOf(asked, property.name));
  const shown = wanted === "proved" ? forAnySize(property, searched, done) : searched;
  const enough = shown.reached !== "violated" && shown.reached !== "unknown" && atLeast(shown.reached, wanted);
  const because = enough ? "" : shown.because || `it is ${shown.reached}, and must be ${wanted}`;
  return { ...property, span: shown.span ?? property.span, asked: wanted, ...pick(shown), enough, because };
}

interface Shown {
  readonly reached: AskedLevel | "violated" | "unknown";
  readonly where: readonly string[];
  readonly source: PropertyOutcome["source"];
  readonly because: string;
  readonly open: boolean;
  readonly span?: Span;
  readonly run?: Run;
}

const pick = ({ reached, where, source, open, run }: Shown): Pick<Shown, "reached" | "where" | "source" | "open" | "run"> => ({ reached, where, source, open, ...(run && { run }) });

/** Proofs are about what holds of all states, for ever: not about what can be reached, or has to be, nor where runs end. */
const ofInstances: ReadonlySet<CheckedKind> = new Set<CheckedKind>(["reachable", "eventually", "leadsTo", "deadlock"]);

const limitedLevel = (kind: CheckedKind, level: AskedLevel): AskedLevel => (level === "proved" && ofInstances.has(kind) ? "exhaustive" : level);

function inInstances({ name, kind }: Known, asked: Asked, done: readonly Done[]): Shown {
  const where: string[] = [];
  let weakest: "exhaustive" | "bounded" = "exhaustive";
  let source: PropertyOutcome["source"] = "evidence";
  const unknown = (because: string): Shown => ({ reached: "unknown", where, source, because, open: true });
  const checks = endedOf(done, "check");
  for (const instance of asked.check) {
    const found = checks.find((c) => c.task.instance === instance);
    if (!found) return unknown(`it was not looked at in the instance ${showInstance(instance)}`);
    if (found.source === "anew") source = "anew";
    // Failures at several places are told apart there.
    const own = found.facts.properties.filter((p) => p.name === name || (kind === "failure" && p.kind === "failure"));
    const at = scopeText(found.facts.scope, found.facts.options);
    if (own.length === 0) return unknown(`nothing is said of it in the instance ${at}`);
    const violated = own.find((p) => p.verdict === "violated");
    if (violated) {
      const because = kind === "reachable" ? `never reached with ${at}` : `violated with ${at}`;
      return { reached: "violated", where: [at], source, because, open: false, ...(violated.span && { span: violated.span }), ...(violated.run && { run: violated.run }) };
    }
    const open = own.find((p) => p.verdict === "unknown" || p.because.some((b) => b !== "constraint"));
    if (open) return unknown(`not decided with ${at}: ${open.because.join(", ") || "no reason given"}`);
    if (own.some((p) => p.verdict === "bounded")) weakest = "bounded";
    where.push(at);
  }
  return { reached: weakest, where, source, because: weakest === "bounded" ? "the spec's own constraint bounds the search" : "", open: false };
}

function forAnySize({ name }: Known, searched: Shown, done: readonly Done[]): Shown {
  if (searched.reached === "violated" || searched.reached === "unknown") return searched;
  const proofs = endedOf(done, "prove");
  const missing = done.filter((d) => d.task.kind === "prove" && d.result.kind === "failed");
  if (proofs.length === 0 || missing.length > 0) return { ...searched, because: "the proof did not come to an end", open: true };
  const verdicts = proofs.map((p) => ({ ...p, own: p.facts.properties.find((q) => q.name === name) }));
  const violated = verdicts.find((v) => v.own?.verdict === "violated");
  if (violated) return { reached: "violated", where: ["an instance that the proof tried"], source: violated.source, because: "violated", open: false, ...(violated.own?.run && { run: violated.own.run }) };
  const weak = verdicts.find((v) => v.own?.verdict !== "proved");
  if (weak) return { ...searched, because: weak.own?.obstacles[0] ?? "the proof says nothing of it", open: weak.own?.open ?? true };
  const source = searched.source === "evidence" && proofs.every((p) => p.source === "evidence") ? "evidence" : "anew";
  return { reached: "proved", where: ["any size", ...searched.where], source, because: "", open: false };
}

/** As on a command line. */
export function scopeText(scope: Readonly<Record<string, number>>, options: Readonly<Record<string, string>>): string {
  const parts = [...Object.entries(scope), ...Object.entries(options)].map(([n, v]) => `${n}=${v}`);
  return parts.length === 0 ? "one instance" : parts.join(" ");
}

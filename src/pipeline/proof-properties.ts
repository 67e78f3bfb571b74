/** One report for each property that can be proved. The only place that decides such verdicts. */
import { InternalError } from "../base/assert-never.ts";
import { fragmentOf } from "../backends/smt/fragment.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { type Dropped, holds, type Induction, isInductive, type Settled } from "./induction.ts";
import { exampleOf } from "./proof-tasks.ts";
import type { Obstacle, ProvedProperty } from "./prove-report.ts";

/** In the order of the text, then failures. */
export function provedProperties(protocol: Protocol, shown: Induction): ProvedProperty[] {
  const declared = protocol.properties.flatMap((p): ProvedProperty[] => {
    const base = { name: p.name, doc: p.doc, span: p.span };
    if (isInductive(p)) {
      const goals = shown.goals.get(p.name) ?? 0;
      return [judged({ ...base, kind: p.kind as "invariant" | "lemma", goals }, obstaclesOf(protocol, p, shown))];
    }
    if (p.kind !== "step") return [];
    const own = shown.rest.filter((s) => s.goal.property?.name === p.name);
    return [judged({ ...base, kind: "step", goals: own.length }, unproved(protocol, own, [...shown.dropped.keys()]))];
  });
  return [...declared, noFailure(protocol, shown)];
}

type Base = Pick<ProvedProperty, "name" | "kind" | "doc" | "span" | "goals">;

function judged(base: Base, obstacles: readonly Obstacle[]): ProvedProperty {
  const verdict = obstacles.length === 0 ? "proved" : obstacles.some((o) => o.why.kind === "counterexample") ? "not-inductive" : "unknown";
  return { ...base, verdict, obstacles };
}

function obstaclesOf(protocol: Protocol, p: Property, { kept, dropped }: Induction): Obstacle[] {
  if (kept.has(p.name)) return [];
  const why = dropped.get(p.name);
  if (!why) throw new InternalError(`${p.name} is neither proved nor dropped`);
  return unproved(protocol, why.failed, why.without);
}

/** @param without what was not assumed any more */
function unproved(protocol: Protocol, all: readonly Settled[], without: readonly string[]): Obstacle[] {
  return all.filter((s) => !holds(s)).map((s) => obstacle(protocol, s, without));
}

function obstacle(protocol: Protocol, { goal, result }: Settled, without: readonly string[]): Obstacle {
  const { name, kind, action, failure, span, query } = goal;
  if (kind === "consistency") throw new InternalError("consistency is nothing to be proved");
  const base = { goal: name, kind, span, ...(action && { action: action.name }), ...(failure && { failure: failure.reason }) };
  if (result instanceof Unsupported) return { ...base, why: { kind: "unsupported", reason: result.reason, span: result.span } };
  if (query instanceof Unsupported) throw new InternalError(`${name} was asked, and cannot be said`);
  const { answer, attempts, milliseconds } = result;
  if (answer.kind === "unsat") throw new InternalError(`${name} holds`);
  if (answer.kind === "unknown") return { ...base, why: { kind: "gave-up", reason: answer.reason, detail: answer.detail, attempts, milliseconds, fragment: fragmentOf(goal, query, protocol) } };
  if (without.length > 0) return { ...base, why: { kind: "not-proved", names: without } };
  const example = exampleOf(protocol, goal, result);
  return { ...base, why: { kind: "counterexample", ...(example && { example }) } };
}

/** Initial values, inits, actions, step properties and invariants can always be evaluated. */
function noFailure(protocol: Protocol, shown: Induction): ProvedProperty {
  const own = shown.rest.filter((s) => s.goal.kind === "no-failure");
  const invariants = protocol.properties.filter((p) => p.kind === "invariant");
  const unsafe = invariants.flatMap((p): [Property, Dropped][] => {
    const dropped = shown.dropped.get(p.name);
    return dropped?.mayFail ? [[p, dropped]] : [];
  });
  const restsOn = unsafe.map(([p]): Obstacle => ({ goal: `no-failure ${p.name}`, kind: "rests-on", span: p.span, why: { kind: "not-proved", names: [p.name] } }));
  const doc = "No bound is left, no undefined value is read: nothing fails to evaluate.";
  return judged({ name: "no failure", kind: "failure", doc, goals: own.length }, [...unproved(protocol, own, [...shown.dropped.keys()]), ...restsOn]);
}

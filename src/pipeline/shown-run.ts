/** What a run that a solver found shows, as the oracle sees it. */
import { InternalError } from "../base/assert-never.ts";
import type { Claim } from "../interp/claim.ts";
import { envOf } from "../interp/env.ts";
import { holds } from "../interp/eval.ts";
import { Failure } from "../interp/failure.ts";
import { replay, replayPath } from "../interp/replay.ts";
import { initialStates, successors } from "../interp/step.ts";
import type { Trace } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";
import type { ShownRun, Target } from "../backends/smt/runs.ts";
import { restore } from "./evidence.ts";
import type { Prepared } from "./prepare.ts";

/** By target, as a property's name, or `failure`. */
export type Shown = ReadonlyMap<string, Trace>;

export const nameOf = (target: Target): string => (target === "failure" ? "failure" : target.name);

/** For readers. */
export const titleOf = (target: Target): string => (target === "failure" ? "no failure" : target.name);

/**
 * @param initial whether the run starts in an initial state, or anywhere
 * @throws InternalError where the interpreter sees none of the targets at the end of the run: a defect of the encoding or of the solver
 */
export function shownBy(run: ShownRun, { instance, model }: Prepared, targets: readonly Target[], initial: boolean): Shown {
  const states = run.states.map((s) => restore(s, model, instance));
  const show = (claim: Claim, of: readonly State[]): Trace => (initial ? replay : replayPath)(instance, of, claim, run.actions);
  const found = new Map<string, Trace>();
  if (run.arrives) {
    for (const t of targets) {
      const claim = t === "failure" ? propertyFailure(instance, states) : claimOf(t, instance, states);
      if (claim) found.set(nameOf(t), show(claim, states));
    }
  } else if (targets.includes("failure")) {
    const claim = states.length > 0 ? actionFailure(instance, states[states.length - 1]) : initialFailure(instance);
    if (claim) found.set("failure", show(claim, states));
  }
  if (found.size === 0) throw new InternalError(`the solver found a run that shows nothing of ${targets.map(nameOf).join(", ")}`);
  return found;
}

/** What the property is said to show at the end of the run, if it does. */
function claimOf({ kind, name }: Property, instance: Protocol, states: readonly State[]): Claim | undefined {
  if (kind !== "invariant" && kind !== "step" && kind !== "reachable") throw new InternalError(`${name} is nothing that a run shows`);
  const { body } = instance.properties.find((p) => p.kind === kind && p.name === name)!;
  const value = attempt(body, instance, kind, states);
  if (value === undefined || value instanceof Failure || value !== (kind === "reachable")) return undefined;
  if (kind === "reachable" && !instance.properties.every((p) => p.kind !== "constraint" || attempt(p.body, instance, p.kind, states) === true)) return undefined;
  return { kind, name };
}

/** Undefined where there is no step to evaluate it of. */
function attempt(body: Property["body"], instance: Protocol, kind: Property["kind"], states: readonly State[]): boolean | Failure | undefined {
  const last = states[states.length - 1];
  if (kind === "step" && states.length < 2) return undefined;
  try {
    return holds(body, kind === "step" ? envOf(instance, states[states.length - 2], last) : envOf(instance, last));
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function propertyFailure(instance: Protocol, states: readonly State[]): Claim | undefined {
  for (const { kind, name, body } of instance.properties) {
    if (kind === "terminal" || invariantOfAntecedent(name) !== undefined) continue;
    const failure = attempt(body, instance, kind, states);
    if (failure instanceof Failure) return { kind: "failure", span: failure.span, action: null };
  }
  return undefined;
}

function actionFailure(instance: Protocol, state: State): Claim | undefined {
  for (const s of successors(instance, state)) if ("failure" in s) return { kind: "failure", span: s.failure.span, action: s.action.name };
  return undefined;
}

function initialFailure(instance: Protocol): Claim | undefined {
  for (const i of initialStates(instance)) if ("failure" in i) return { kind: "failure", span: i.failure.span, action: null };
  return undefined;
}

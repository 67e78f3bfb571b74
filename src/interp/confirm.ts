/** Confirms what a run is said to show at its end. */
import { assertNever } from "../base/assert-never.ts";
import { sameSpan, type Span, showSpan } from "../base/span.ts";
import type { Action, Property, Protocol } from "../ir/protocol.ts";
import { blameOf } from "./blame.ts";
import type { Claim } from "./claim.ts";
import { bindArgs, whyDisabled } from "./disabled.ts";
import { type Env, envOf, sortsOf } from "./env.ts";
import { holds } from "./eval.ts";
import { Failure } from "./failure.ts";
import { argumentsOf, initialStates, runAction, successors } from "./step.ts";
import { confirmLasso, livenessFailure } from "./lasso.ts";
import { refute } from "./refute.ts";
import type { FailureSource, TraceEnd } from "./trace.ts";
import type { State, Value } from "./value.ts";

/** @throws InternalError where the claim is not true */
export function confirm(protocol: Protocol, states: readonly State[], claim: Claim): TraceEnd {
  switch (claim.kind) {
    case "invariant": case "step": {
      const property = propertyOf(protocol, claim.kind, claim.name);
      const env = environment(protocol, property, states) ?? refute(`no step for ${claim.name}`);
      if (truth(property, env)) refute(`${claim.kind} ${claim.name} holds`);
      return { kind: claim.kind, property: property.name, span: property.span, blame: blameOf(property.body, env) };
    }
    case "reachable": case "stuck": {
      const property = propertyOf(protocol, "reachable", claim.name);
      const env = environment(protocol, property, states) ?? refute(`no state for ${claim.name}`);
      if (truth(property, env) !== (claim.kind === "reachable")) refute(`${claim.name} is not as claimed`);
      return { kind: claim.kind, property: property.name, span: property.span };
    }
    case "eventually": case "leadsTo": return confirmLasso(protocol, states, claim);
    case "deadlock": return confirmDeadlock(protocol, states.at(-1) ?? refute("a deadlock without a state"));
    case "failure": {
      const { failure, source } = findFailure(protocol, states, claim) ?? refute(`nothing fails at ${showSpan(claim.span)}`);
      return { kind: "failure", reason: failure.reason, span: failure.span, message: failure.message, source };
    }
    default: return assertNever(claim);
  }
}


const propertyOf = (protocol: Protocol, kind: Property["kind"], name: string): Property =>
  protocol.properties.find((p) => p.kind === kind && p.name === name) ?? refute(`no ${kind} ${name}`);

/** Where a property is evaluated at the end of a run; undefined where the run is too short for it. */
function environment(protocol: Protocol, property: Property, states: readonly State[]): Env | undefined {
  const last = states.at(-1);
  if (property.kind !== "step") return last && envOf(protocol, last);
  const before = states.at(-2);
  return last && before && envOf(protocol, before, last);
}

function confirmDeadlock(protocol: Protocol, state: State): TraceEnd {
  for (const s of successors(protocol, state)) if ("next" in s) refute(`${s.action.name} is enabled`);
  return {
    kind: "deadlock",
    blocked: protocol.actions.map((a) => whyDisabled(protocol, [state], a.name) ?? { action: a.name, args: [], blame: null }),
  };
}

interface Found { readonly failure: Failure; readonly source: FailureSource }

function findFailure(protocol: Protocol, states: readonly State[], claim: Extract<Claim, { kind: "failure" }>): Found | undefined {
  const state = states.at(-1);
  if (state === undefined) return initialFailure(protocol, claim.span);
  if (claim.action !== null) {
    const action = protocol.actions.find((a) => a.name === claim.action) ?? refute(`no action ${claim.action}`);
    return actionFailure(protocol, state, action, claim.span);
  }
  for (const property of protocol.properties) {
    const env = environment(protocol, property, states);
    const failure = env && failureOf(property, env);
    if (failure && sameSpan(failure.span, claim.span)) {
      return { failure, source: { kind: "property", property: property.name, propertyKind: property.kind, span: property.span } };
    }
  }
  for (const property of protocol.liveness) {
    const failure = livenessFailure(protocol, property, state);
    if (failure && sameSpan(failure.span, claim.span)) {
      return { failure, source: { kind: "property", property: property.name, propertyKind: property.kind, span: property.span } };
    }
  }
  return undefined;
}

function initialFailure(protocol: Protocol, span: Span): Found | undefined {
  for (const i of initialStates(protocol)) {
    if ("failure" in i && sameSpan(i.failure.span, span)) return { failure: i.failure, source: { kind: "initial" } };
  }
  return undefined;
}

function actionFailure(protocol: Protocol, state: State, action: Action, span: Span): Found | undefined {
  for (const args of argumentsOf(action, sortsOf(protocol))) {
    const outcome = runAction(protocol, state, action, args);
    if (outcome.kind !== "failed" || !sameSpan(outcome.failure.span, span)) continue;
    const guards = guardsPassed(protocol, state, action, args);
    return { failure: outcome.failure, source: { kind: "action", action: action.name, args: bindArgs(action, args), span: action.span, guards } };
  }
  return undefined;
}

function truth(property: Property, env: Env): boolean {
  const failure = failureOf(property, env);
  return failure ? refute(`${property.name} fails: ${failure.message}`) : holds(property.body, env);
}

function failureOf(property: Property, env: Env): Failure | undefined {
  try {
    holds(property.body, env);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The `require` statements that hold when an instance runs, each once. */
export function guardsPassed(protocol: Protocol, state: State, action: Action, args: readonly Value[]): readonly Span[] {
  const guards: Span[] = [];
  runAction(protocol, state, action, args, {
    passed: (span) => void (guards.some((g) => sameSpan(g, span)) || guards.push(span)),
  });
  return guards;
}

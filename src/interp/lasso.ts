/** Confirms that a run which repeats its end for ever is fair, and never does what a liveness property asks. */
import type { Action, Liveness, Protocol } from "../ir/protocol.ts";
import { predicatesOf } from "../ir/visit.ts";
import { blameOf } from "./blame.ts";
import type { Claim } from "./claim.ts";
import { bindArgs } from "./disabled.ts";
import { type Env, envOf, sortsOf } from "./env.ts";
import { holds } from "./eval.ts";
import { Failure } from "./failure.ts";
import { refute } from "./refute.ts";
import { argumentsOf, runAction } from "./step.ts";
import type { FairInstance, LassoEnd } from "./trace.ts";
import { sameState, type State, type Value } from "./value.ts";

/** @throws InternalError where the claim is not true */
export function confirmLasso(protocol: Protocol, states: readonly State[], { kind, name, choice, loop }: Extract<Claim, { kind: Liveness["kind"] }>): LassoEnd {
  const property = protocol.liveness.find((l) => l.kind === kind && l.name === name) ?? refute(`no ${kind} ${name}`);
  const args = nth(choicesOf(protocol, property), choice) ?? refute(`no choice ${choice} for ${name}`);
  const last = states.at(-1), begin = states[loop];
  if (last === undefined || begin === undefined || !sameState(last, begin)) return refute("no loop");
  const environments = states.map((s) => environment(protocol, property, args, s));
  const since = owedSince(property, environments);
  const fair = protocol.actions.flatMap((a) => (a.fair ? fairInstances(protocol, a, a.fair, states.slice(loop), loop) : []));
  return { kind, property: name, span: property.span, args: bindArgs(property, args), blame: blameOf(property.to, environments[states.length - 1]), since, loop, steps: states.length - 1, fair };
}

const choicesOf = (protocol: Protocol, { params }: Liveness): Iterable<readonly Value[]> => argumentsOf({ params }, sortsOf(protocol));

function nth<T>(items: Iterable<T>, n: number): T | undefined {
  let at = 0;
  for (const item of items) if (at++ === n) return item;
  return undefined;
}

function environment(protocol: Protocol, { params }: Liveness, args: readonly Value[], state: State): Env {
  const env = envOf(protocol, state);
  params.forEach((p, i) => env.locals.set(p.name, args[i]));
  return env;
}

/** The first failure of its predicates in a state, for any choice of its parameters. */
export function livenessFailure(protocol: Protocol, property: Liveness, state: State): Failure | undefined {
  try {
    for (const args of choicesOf(protocol, property)) for (const e of predicatesOf(property)) holds(e, environment(protocol, property, args, state));
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The place from which on the goal is owed, and does not hold. */
function owedSince({ name, from, to }: Liveness, environments: readonly Env[]): number {
  const reached = environments.map((env) => holds(to, env)).lastIndexOf(true);
  if (from === null) return reached < 0 ? 0 : refute(`${name} holds after step ${reached}`);
  const since = environments.findIndex((env, i) => i > reached && holds(from, env));
  return since >= 0 ? since : refute(`nothing is owed to ${name}`);
}

/** Of those that are enabled in some state of the loop. A loop of one state is one in which nothing happens. */
function fairInstances(protocol: Protocol, action: Action, fairness: NonNullable<Action["fair"]>, states: readonly State[], first: number): FairInstance[] {
  const places = states.slice(0, Math.max(1, states.length - 1));
  return [...argumentsOf(action, sortsOf(protocol))].flatMap((args): FairInstance[] => {
    const next = places.map((s) => successor(protocol, s, action, args));
    if (next.every((n) => n === undefined)) return [];
    const own = { action: action.name, args: bindArgs(action, args), span: action.span, fairness };
    const taken = next.findIndex((n, i) => n !== undefined && i + 1 < states.length && sameState(n, states[i + 1]));
    if (taken >= 0) return [{ ...own, why: "taken", step: first + taken + 1 }];
    const disabled = next.findIndex((n) => n === undefined);
    if (fairness === "strong" || disabled < 0) return refute(`${action.name} is fair, enabled and never taken`);
    return [{ ...own, why: "disabled", step: first + disabled }];
  });
}

/** Undefined where the instance is not enabled, or changes nothing. */
function successor(protocol: Protocol, state: State, action: Action, args: readonly Value[]): State | undefined {
  const outcome = runAction(protocol, state, action, args);
  if (outcome.kind === "failed") return refute(`${action.name} fails`);
  return outcome.kind === "step" && !sameState(outcome.next, state) ? outcome.next : undefined;
}

/** Initial states and single steps of an instantiated protocol. */
import type { Action, Protocol } from "../ir/protocol.ts";
import type { Place } from "../ir/expr.ts";
import { walkStmts } from "../ir/visit.ts";
import { cardinality, tuples, valuesOf } from "./domain.ts";
import { envOf, type Observer, type Sorts, sortsOf } from "./env.ts";
import { evaluate, holds } from "./eval.ts";
import { execute } from "./exec.ts";
import { Failure } from "./failure.ts";
import { sameValue, type State, type Value } from "./value.ts";
import { digits, valueAt } from "./value-at.ts";

export type Outcome =
  | { readonly kind: "step"; readonly next: State }
  | { readonly kind: "blocked" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Runs one action instance in a state. */
export function runAction(protocol: Protocol, state: State, action: Action, args: readonly Value[], observer?: Observer): Outcome {
  const env = envOf(protocol, state, null, observer);
  action.params.forEach((p, i) => env.locals.set(p.name, args[i]));
  try {
    const done = execute(action.body, env, evaluate);
    return done.kind === "blocked" ? { kind: "blocked" } : { kind: "step", next: env.state };
  } catch (error) {
    if (error instanceof Failure) return { kind: "failed", failure: error };
    throw error;
  }
}

/** All arguments of an action, the first parameter the most significant. */
export function argumentsOf({ params }: Pick<Action, "params">, sorts: Sorts): Iterable<readonly Value[]> {
  return tuples(params.map((p) => ({ [Symbol.iterator]: () => valuesOf(p.type, sorts) })));
}

/** The arguments at a place in that order, for actions with fewer instances than 2^53. */
export function argumentsAt(action: Action, place: number, sorts: Sorts): readonly Value[] {
  const places = digits(place, action.params.map((p) => cardinality(p.type, sorts)));
  return action.params.map(({ type }, i) => valueAt(type, places[i], sorts));
}

/** An enabled or failing action instance. */
export type Successor =
  | { readonly action: Action; readonly args: readonly Value[]; readonly next: State }
  | { readonly action: Action; readonly args: readonly Value[]; readonly failure: Failure };

/** By action in declaration order, then by arguments in enumeration order. */
export function* successors(protocol: Protocol, state: State): Generator<Successor, void, undefined> {
  const sorts = sortsOf(protocol);
  for (const action of protocol.actions) {
    for (const args of argumentsOf(action, sorts)) {
      const outcome = runAction(protocol, state, action, args);
      if (outcome.kind === "step") yield { action, args, next: outcome.next };
      else if (outcome.kind === "failed") yield { action, args, failure: outcome.failure };
    }
  }
}

export type Initial = { readonly state: State } | { readonly failure: Failure };

/**
 * Every initial state, those beyond a constraint and duplicates included.
 * @param target where given, only initial states that may be equal to it are of interest, and others may be left out
 */
export function* initialStates(protocol: Protocol, target?: State): Generator<Initial, void, undefined> {
  const changed = fieldsWritten(protocol.inits);
  const wanted = target && protocol.state.map((f, i) => (changed.has(f.name) ? undefined : target[i]));
  for (const start of fieldValues(protocol, [], wanted)) {
    if ("failure" in start) yield start;
    else yield* assumed(protocol, start.state);
  }
}

/** Each field its initial value, or every value of its type. */
function* fieldValues(protocol: Protocol, before: State, wanted: readonly (Value | undefined)[] | undefined): Generator<Initial, void, undefined> {
  const field = protocol.state[before.length];
  if (!field) {
    yield { state: before };
    return;
  }
  const only = wanted?.[before.length];
  if (field.initial === null) {
    for (const value of valuesOf(field.type, sortsOf(protocol))) {
      if (only === undefined || sameValue(value, only)) yield* fieldValues(protocol, [...before, value], wanted);
    }
    return;
  }
  let value: Value;
  try {
    value = evaluate(field.initial, envOf(protocol, before));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { failure: error };
    return;
  }
  if (only === undefined || sameValue(value, only)) yield* fieldValues(protocol, [...before, value], wanted);
}

function* assumed(protocol: Protocol, state: State): Generator<Initial, void, undefined> {
  try {
    if (!protocol.assumptions.every((a) => holds(a.body, envOf(protocol, state)))) return;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { failure: error };
    return;
  }
  yield* initialised(protocol, state, 0);
}

/** Runs the inits from the given one on, for every choice. */
function* initialised(protocol: Protocol, state: State, from: number): Generator<Initial, void, undefined> {
  const init = protocol.inits[from];
  if (!init) {
    yield { state };
    return;
  }
  for (const args of argumentsOf(init, sortsOf(protocol))) {
    const outcome = runAction(protocol, state, init, args);
    if (outcome.kind === "step") yield* initialised(protocol, outcome.next, from + 1);
    else if (outcome.kind === "failed") yield { failure: outcome.failure };
  }
}

/** The state fields that some statement of these actions may assign. */
export function fieldsWritten(actions: readonly Action[]): ReadonlySet<string> {
  const found = new Set<string>();
  const place = ({ root }: Place): void => void (root.kind === "state" && found.add(root.name));
  for (const action of actions) walkStmts(action.body, { place });
  return found;
}

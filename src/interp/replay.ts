/**
 * Finds the run behind a list of states and confirms what it is said to show, so that no counterexample of any engine
 * is shown that the oracle does not agree with.
 */
import { InternalError } from "../base/assert-never.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Claim } from "./claim.ts";
import { confirm, guardsPassed } from "./confirm.ts";
import { sortsOf } from "./env.ts";
import { bindArgs } from "./disabled.ts";
import { showValue } from "./show-value.ts";
import { argumentsOf, fieldsWritten, initialStates, runAction } from "./step.ts";
import type { Trace, TraceStep } from "./trace.ts";
import { sameState, sameValue, type State } from "./value.ts";

/**
 * @param states see `Run`
 * @param hints by step, the name of the action that is likely to have made it; only a matter of speed
 * @throws InternalError where the states are no run of the protocol, or do not show what is claimed: an engine is wrong
 */
export function replay(protocol: Protocol, states: readonly State[], claim: Claim, hints: readonly (string | undefined)[] = []): Trace {
  const initial = states.at(0) ?? null;
  if (initial !== null) checkInitial(protocol, initial);
  return replayPath(protocol, states, claim, hints);
}

/** The same for a path that may start anywhere. */
export function replayPath(protocol: Protocol, states: readonly State[], claim: Claim, hints: readonly (string | undefined)[] = []): Trace {
  const steps = states.slice(1).map((to, i) => findStep(protocol, states[i], to, i + 1, hints[i]));
  return { initial: states.at(0) ?? null, steps, end: confirm(protocol, states, claim) };
}

function checkInitial(protocol: Protocol, state: State): void {
  for (const candidate of initialStates(protocol, state)) {
    if ("state" in candidate && sameState(candidate.state, state)) return;
  }
  throw new InternalError(`replay: the first state is no initial state: ${difference(protocol, [], state)}`);
}

function findStep(protocol: Protocol, from: State, to: State, number: number, hint: string | undefined): TraceStep {
  const changed = protocol.state.filter((_, i) => !sameValue(from[i], to[i])).map((f) => f.name);
  const candidates = protocol.actions.filter((a) => {
    const written = fieldsWritten([a]);
    return changed.every((name) => written.has(name));
  });
  for (const action of candidates.toSorted((a, b) => Number(b.name === hint) - Number(a.name === hint))) {
    for (const args of argumentsOf(action, sortsOf(protocol))) {
      const outcome = runAction(protocol, from, action, args);
      if (outcome.kind === "step" && sameState(outcome.next, to)) {
        return { action: action.name, args: bindArgs(action, args), span: action.span, guards: guardsPassed(protocol, from, action, args), state: to };
      }
    }
  }
  throw new InternalError(`replay: no action makes step ${number}: ${difference(protocol, from, to)}`);
}

function difference(protocol: Protocol, from: State, to: State): string {
  const sorts = sortsOf(protocol);
  return protocol.state
    .flatMap((f, i) => (i < from.length && sameValue(from[i], to[i]) ? [] : [`${f.name} = ${showValue(to[i], f.type, sorts)}`]))
    .join(", ");
}

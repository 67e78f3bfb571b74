/** What spec and function each make of one input, as the interpreter has it: nothing is shown that it does not confirm. */
import { envOf } from "../../interp/env.ts";
import { evaluate } from "../../interp/eval.ts";
import { execute } from "../../interp/exec.ts";
import { Failure } from "../../interp/failure.ts";
import { bindArgs, whyBlocked } from "../../interp/disabled.ts";
import { runAction } from "../../interp/step.ts";
import { sameValue, type State, type Value } from "../../interp/value.ts";
import { InternalError } from "../../base/assert-never.ts";
import type { Action, Protocol } from "../../ir/protocol.ts";
import type { Binding } from "./binding.ts";
import type { Probe } from "./probes.ts";
import type { Difference } from "./report.ts";

/** What the function returns: null where it refuses. */
type Answer = { readonly kind: "value"; readonly value: Value } | { readonly kind: "failed"; readonly failure: Failure };

/** Whether the spec itself has nothing to say about an input. */
export function specFails(instance: Protocol, { bound }: Probe, before: State, args: readonly Value[]): boolean {
  return runAction(instance, before, ownAction(instance, bound.action.name), args).kind === "failed";
}

const ownAction = (instance: Protocol, name: string): Action => instance.actions.find((a) => a.name === name)!;

/**
 * Undefined where they agree, or where the spec has nothing to say because its action fails.
 * @param instance of the protocol with the probes, nothing simplified
 */
export function differenceAt(instance: Protocol, binding: Binding, probe: Probe, before: State, args: readonly Value[]): Difference | undefined {
  const action = ownAction(instance, probe.bound.action.name);
  const outcome = runAction(instance, before, action, args);
  if (outcome.kind === "failed") return undefined;
  const shown = withoutNotes(instance, binding);
  const base = { instance: shown, before: before.slice(0, shown.state.length), args: bindArgs(action, args), fields: [] };
  const possible = outcome.kind === "step";
  // What it need not refuse is no difference.
  if (!possible && !(probe.refusal !== undefined && isKnownBlocked(instance, probe, before, args))) return undefined;
  const answer = answerOf(instance, probe, before, args);
  if (answer.kind === "failed") {
    const { reason, message, span } = answer.failure;
    return { ...base, kind: "failed", failure: { reason, message, span } };
  }
  const given = answer.value;
  const index = (name: string): number => instance.state.findIndex((f) => f.name === name);
  if (possible && given === null) return { ...base, kind: "refused", fields: [] };
  if (!possible && given === null) return undefined;
  const expected = possible ? outcome.next : before;
  const fields = binding.fields.flatMap(({ field, path }) => {
    const i = index(field.name);
    const value = path.reduce<Value>(part, given);
    return sameValue(expected[i], value) ? [] : [{ name: field.name, type: instance.state[i].type, before: before[i], spec: expected[i], function: value }];
  });
  if (possible) return fields.length === 0 ? undefined : { ...base, kind: "state", fields };
  if (!binding.refuses && fields.length === 0) return undefined;
  const blame = whyBlocked(instance, before, action, args)?.blame;
  return { ...base, kind: "accepted", fields, ...(blame && { blame }) };
}

const part = (value: Value, name: string): Value => {
  const found = typeof value === "object" && value?.kind === "record" ? value.fields.find((f) => f.name === name) : undefined;
  if (!found) throw new InternalError(`the function's state has no ${name}`);
  return found.value;
};

/** The protocol as its reader knows it. What was added stands at the end. */
export function withoutNotes(instance: Protocol, binding: Binding): Protocol {
  const added = new Set(binding.actions.flatMap((b) => [`${b.action.name}: done`, `${b.action.name}: refusal`]));
  return { ...instance, state: instance.state.filter((f) => !f.name.includes(" ")), actions: instance.actions.filter((a) => !added.has(a.name)), properties: instance.properties.filter((p) => !p.name.includes(": ")) };
}

/** The probe for a refusal starts with finding that out, up to its own `require`. */
function isKnownBlocked(instance: Protocol, { refusal }: Probe, before: State, args: readonly Value[]): boolean {
  const action = instance.actions.find((a) => a.name === refusal)!;
  const end = action.body.findLastIndex((s) => s.kind === "require" && s.cond.kind === "local");
  const outcome = runAction(instance, before, { ...action, body: action.body.slice(0, end + 1) }, args);
  return outcome.kind === "step";
}

function answerOf(instance: Protocol, { done }: Probe, before: State, args: readonly Value[]): Answer {
  const action = instance.actions.find((a) => a.name === done)!;
  const lets = action.body.filter((s) => s.kind === "let");
  const env = envOf(instance, before);
  action.params.forEach((p, i) => env.locals.set(p.name, args[i]));
  try {
    execute(lets, env, evaluate);
  } catch (error) {
    if (error instanceof Failure) return { kind: "failed", failure: error };
    throw error;
  }
  return { kind: "value", value: env.locals.get(lets[lets.length - 1].name)! };
}

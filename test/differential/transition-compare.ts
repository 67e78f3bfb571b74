/**
 * Transition functions against the interpreter, on one random protocol. The function is derived from the protocol itself, or from one with a
 * mistake, so the interpreter knows without any function in which states the two differ: where a step of the one is none of the other.
 */
import { bindFunction } from "../../src/conform/transition/binding.ts";
import { outcomesOf } from "../../src/conform/transition/goals.ts";
import { probesOf } from "../../src/conform/transition/probes.ts";
import { searchInstance } from "../../src/conform/transition/search.ts";
import { explore } from "../../src/interp/explore.ts";
import { sortsOf } from "../../src/interp/env.ts";
import { argumentsOf, runAction } from "../../src/interp/step.ts";
import { sameState } from "../../src/interp/value.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { instantiate } from "../../src/passes/instantiate.ts";
import { choicesOf } from "../../src/pipeline/find-violations.ts";
import type { Ask } from "../../src/pipeline/induction.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import { derivedFunction } from "../property/derived-function.ts";

export const newCounts = () => ({ functions: 0, proved: 0, differences: 0, unknown: 0, complete: 0, settled: 0, found: 0, states: 0 });
export type Counts = ReturnType<typeof newCounts>;

/** Whether what is compared can be an instance of these. */
export const fits = (protocol: Protocol, other: Protocol): boolean =>
  [protocol, other].every((p) => p.actions.length > 0 && p.state.every((f) => !f.name.includes("."))) &&
  JSON.stringify(protocol.state.map((f) => [f.name, f.type])) === JSON.stringify(other.state.map((f) => [f.name, f.type])) &&
  JSON.stringify(protocol.actions.map((a) => [a.name, a.params.map((p) => [p.name, p.type])])) === JSON.stringify(other.actions.map((a) => [a.name, a.params.map((p) => [p.name, p.type])]));

/** @param other what the function is derived from */
export async function compareTransition({ protocol: given, choice }: RandomProtocol, other: Protocol, ask: Ask | undefined, counts: Counts, mostStates: number): Promise<void> {
  const protocol = { ...given, properties: [] };
  const fn = derivedFunction(other);
  const binding = bindFunction(protocol, fn);
  counts.functions++;
  const proved = new Set<string>();
  if (ask) {
    const probes = probesOf(protocol, binding, fn, false);
    // Each difference is confirmed by the interpreter on its way here.
    for (const [probe, outcome] of await outcomesOf({ probes, binding, fn, kept: new Set() }, ask)) {
      if (outcome.proved) proved.add(probe.bound.action.name);
      if (given === other && outcome.difference) throw new Error(`${probe.bound.action.name} is said to differ from itself`);
      counts[outcome.proved ? "proved" : outcome.difference ? "differences" : "unknown"]++;
    }
  }
  const sizes = Object.fromEntries(Object.entries(choice.sizes).filter(([name]) => name !== "bound" || JSON.stringify(protocol).includes('"max":"bound"')));
  const instance = instantiate(protocol, { sizes, options: {} }), changed = instantiate({ ...protocol, actions: other.actions }, { sizes, options: {} });
  if (choicesOf(instance) > 2000) return;
  const explored = explore(instance, { maxStates: mostStates, deadlock: "ignore" });
  const differing = new Set<string>();
  const sorts = sortsOf(instance);
  for (const state of explored.states) {
    counts.states++;
    for (const action of instance.actions) {
      const its = changed.actions.find((a) => a.name === action.name)!;
      for (const args of argumentsOf(action, sorts)) {
        const spec = runAction(instance, state, action, args), answer = runAction(changed, state, its, args);
        if (spec.kind === "failed") continue;
        const same = spec.kind === answer.kind && (spec.kind !== "step" || answer.kind !== "step" || sameState(spec.next, answer.next));
        if (same) continue;
        // A guard that is false is all that a refusal says; what fails on the way to it does so in an instance only.
        if (answer.kind !== "failed" && proved.has(action.name)) throw new Error(`${action.name} was proved, and differs in ${JSON.stringify(state)} with ${JSON.stringify(args)}`);
        differing.add(action.name);
      }
    }
  }
  if (explored.end !== "complete") return;
  counts.complete++;
  const searched = await searchInstance(protocol, binding, fn, { scope: sizes });
  if (!searched.instance?.complete) throw new Error("a search of the same states did not end");
  for (const { name } of instance.actions) {
    if (searched.found.has(name) !== differing.has(name)) throw new Error(`${name} ${differing.has(name) ? "differs, and the search did not see it" : "was found to differ, and does not"}`);
    if (searched.settled.has(name) && differing.has(name)) throw new Error(`${name} was settled, and differs`);
    if (searched.settled.has(name)) counts.settled++;
    if (searched.found.has(name)) counts.found++;
  }
}


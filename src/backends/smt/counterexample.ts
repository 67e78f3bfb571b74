/** What a model of a goal's query means, and whether the interpreter agrees: every counterexample is replayed before anyone sees it. */
import { InternalError } from "../../base/assert-never.ts";
import { envOf } from "../../interp/env.ts";
import { evaluate, holds } from "../../interp/eval.ts";
import { Failure } from "../../interp/failure.ts";
import { runAction } from "../../interp/step.ts";
import type { State, Value } from "../../interp/value.ts";
import type { Action, Property, Protocol } from "../../ir/protocol.ts";
import { conjunctName, conjuncts } from "./conjuncts.ts";
import { Decoder } from "./decode.ts";
import type { Goal, Query } from "./goal.ts";
import { lasting } from "./lasting.ts";
import { parameterRoot } from "./machine.ts";
import { root } from "./term.ts";

export interface Counterexample {
  /** The protocol at the sizes of the sorts in the model; bounds that have a name are without effect. */
  readonly instance: Protocol;
  /** Null for goals about initial states. */
  readonly before: State | null;
  /** Arguments of the goal's action. */
  readonly args: readonly Value[];
  /** After the step, or the initial state; null where there is none, because evaluation fails. */
  readonly after: State | null;
  /**
   * - `yes`: the interpreter comes to the same end.
   * - `abstract-majority`: it does only with the model's quorums, which intersect, in place of the majorities of its few values.
   * - `may-not-fail`: evaluation was said to fail somewhere, and stops before it gets there, or fails in the model of another goal.
   */
  readonly confirmed: "yes" | "abstract-majority" | "may-not-fail";
}

/**
 * @throws Unshowable where the model has no values of the language
 * @throws InternalError where the interpreter disagrees: a defect of the encoding or of the solver
 */
export function counterexample(protocol: Protocol, goal: Goal, query: Query, model: string): Counterexample {
  const decoder = new Decoder(protocol, query, model);
  const { instance } = decoder;
  const action = instance.actions.find((a) => a.name === goal.action?.name);
  const initial = goal.kind === "initiation" || (goal.kind === "no-failure" && !goal.action && !goal.property) || goal.kind === "consistency";
  const args = (a: Action): Value[] => a.params.map((p) => decoder.read(parameterRoot(a, p.name), p.type));
  const replayed = (of: Protocol): Pick<Shown, "before" | "args"> & Replayed => {
    const shown = initial ? initialState(of, goal.kind === "consistency" ? [] : of.inits, decoder, args) : {
      before: of.state.map((f) => decoder.read(root(f.name), f.type)), args: action ? args(action) : [],
    };
    return { before: shown.before, args: shown.args, ...replay(of, goal, action, shown, said(query)) };
  };
  const { before, args: given, after, problem, failed } = replayed(instance);
  const known = { instance, before, args: given, after };
  if (problem === undefined) return { ...known, confirmed: "yes" };
  if (failed || goal.kind === "no-failure") return { ...known, confirmed: "may-not-fail" };
  const abstract = replayed(decoder.withQuorums);
  if (abstract.problem === undefined || abstract.failed) return { ...known, confirmed: "abstract-majority" };
  throw new InternalError(`the counterexample to "${goal.name}" is none: ${problem}`);
}

interface Shown { readonly before: State | null; readonly args: readonly Value[]; readonly initial?: State; readonly failed?: Failure; readonly problem?: string }

function initialState(instance: Protocol, inits: readonly Action[], decoder: Decoder, args: (init: Action) => Value[]): Shown {
  try {
    let state: State = [];
    for (const f of instance.state) state = [...state, f.initial ? evaluate(f.initial, envOf(instance, state)) : decoder.read(root(f.name), f.type)];
    const broken = instance.assumptions.find((a) => !holds(a.body, envOf(instance, state)));
    if (broken) return { before: null, args: [], problem: `the assumption ${broken.name} is false` };
    for (const init of inits) {
      const outcome = runAction(instance, state, init, args(init));
      if (outcome.kind === "failed") return { before: null, args: [], failed: outcome.failure };
      if (outcome.kind === "blocked") return { before: null, args: [], problem: `${init.name} is not enabled` };
      state = outcome.next;
    }
    return { before: null, args: [], initial: state };
  } catch (error) {
    if (error instanceof Failure) return { before: null, args: [], failed: error };
    throw error;
  }
}

interface Replayed { readonly after: State | null; readonly problem?: string; readonly failed?: boolean }

function replay(instance: Protocol, goal: Goal, action: Action | undefined, shown: Shown, said: (p: Property) => boolean): Replayed {
  const named = (p: Property): Property => [...instance.properties, ...instance.assumptions].find((q) => q.kind === p.kind && q.name === p.name)!;
  try {
    const { before } = shown;
    if (before === null) {
      if (shown.failed) return { after: null, failed: true, ...(goal.kind !== "no-failure" && { problem: "evaluation fails" }) };
      if (shown.problem !== undefined) return { after: null, problem: shown.problem };
      const after = shown.initial!;
      if (goal.kind === "consistency") return { after };
      if (!goal.property) return { after, problem: "nothing fails" };
      return holds(named(goal.property).body, envOf(instance, after)) ? { after, problem: `${goal.property.name} is true` } : { after };
    }
    const assumed = assumedOf(instance).find((p) => said(p) && !holds(p.body, envOf(instance, before)));
    if (assumed) return { after: null, problem: `${assumed.name} is false before` };
    if (!action) {
      if (goal.property) holds(named(goal.property).body, envOf(instance, before));
      return { after: null, problem: "nothing fails" };
    }
    const outcome = runAction(instance, before, action, shown.args);
    if (outcome.kind === "failed") return { after: null, failed: true, ...(goal.kind !== "no-failure" && { problem: "the action fails" }) };
    if (outcome.kind === "blocked") return { after: null, problem: `${action.name} is not enabled` };
    const after = outcome.next;
    if (!goal.property) return { after, problem: "nothing fails" };
    const env = goal.property.kind === "step" ? envOf(instance, before, after) : envOf(instance, after);
    const value = holds(named(goal.property).body, env);
    if (goal.kind === "no-failure") return { after, problem: "nothing fails" };
    return value ? { after, problem: `${goal.property.name} is true after` } : { after };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { after: null, failed: true, ...(goal.kind !== "no-failure" && { problem: "evaluation fails" }) };
  }
}

/** What a goal assumes of the state before. */
export function assumedOf(protocol: Protocol): Property[] {
  return [...lasting(protocol), ...protocol.properties.filter((p) => p.kind === "invariant" || p.kind === "lemma")];
}

/** Whether a query has all of a property among its hypotheses: some cannot be said in logic. */
function said(query: Query): (p: Property) => boolean {
  const names = new Set(query.hypotheses.map((h) => h.name));
  return (p) => conjuncts(p.body).every((_, i, all) => names.has(conjunctName(p, i, all.length)));
}

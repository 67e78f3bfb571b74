/** Goals as questions to a solver, and models as answers for readers. */
import { InternalError } from "../base/assert-never.ts";
import { counterexample } from "../backends/smt/counterexample.ts";
import type { Goal, Query } from "../backends/smt/goal.ts";
import { solverQuery } from "../backends/smt/query-text.ts";
import { Unshowable } from "../backends/smt/unshowable.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import { blameOf } from "../interp/blame.ts";
import { envOf } from "../interp/env.ts";
import { type Relevant, relevantParts } from "../interp/relevant.ts";
import { Failure } from "../interp/failure.ts";
import { holds } from "../interp/eval.ts";
import { type Outcome, runAction } from "../interp/step.ts";
import type { Blame } from "../interp/trace.ts";
import type { State, Value } from "../interp/value.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { PoolResult, PoolTask } from "../../verifier/smt/pool.ts";
import type { Counterexample } from "./prove-report.ts";

/** Values of each sort in the models that are looked for, small ones first. */
const smallSizes = [1, 2, 3, 4];

export interface TaskOptions {
  /** Whether a small model is wanted where the goal does not hold. */
  readonly small: boolean;
  /** Whether to say what was needed where it holds. */
  readonly core: boolean;
}

export function taskOf(goal: Goal, query: Query, { small, core }: TaskOptions): PoolTask {
  return {
    name: goal.name,
    query: solverQuery(query, { wants: core ? { core } : {} }),
    ...(small && { probes: smallSizes.map((atMost) => solverQuery(query, { wants: { model: true }, atMost })) }),
  };
}

/**
 * What a model shows; undefined where there is none that can be shown.
 * @param protocol what was assumed when the goal was asked
 * @throws InternalError where the interpreter disagrees
 */
export function exampleOf(protocol: Protocol, goal: Goal, { answer, probe }: PoolResult): Counterexample | undefined {
  if (answer.kind !== "sat" || probe === undefined || goal.query instanceof Unsupported) return undefined;
  try {
    const { instance, before, args, after, confirmed } = counterexample(protocol, goal, goal.query, answer.model);
    const scope = Object.fromEntries(instance.sorts.map((s) => [s.name, s.size ?? 1]));
    const action = goal.action && instance.actions.find((a) => a.name === goal.action?.name);
    const step = action ? { action: action.name, args: action.params.map(({ name, type }, i) => ({ name, type, value: args[i] })), span: action.span } : null;
    const few = step?.args.some(({ type, value }) => type.kind === "majority" && !isMajority(value, scope[type.of.name])) ?? false;
    const matters = before && action && confirmed === "yes" ? relevant(instance, goal, before, (state) => runAction(instance, state, action, args)) : undefined;
    return {
      instance: { ...instance, scope }, before, step, after, confirmed: few ? "abstract-majority" : confirmed,
      blame: confirmed === "yes" && after ? blame(instance, goal, before, after) : null,
      ...(matters && { matters }),
    };
  } catch (error) {
    if (error instanceof Unshowable) return undefined;
    throw error;
  }
}

const isMajority = (value: Value, of: number): boolean => typeof value === "object" && value?.kind === "set" && 2 * value.items.length > of;

/** What of a state matters for the step from it to break the goal. */
function relevant(instance: Protocol, { property, kind }: Goal, before: State, step: (state: State) => Outcome): Relevant {
  const body = instance.properties.find((p) => p.name === property?.name)?.body;
  return relevantParts(instance, before, (state) => {
    const outcome = step(state);
    if (kind === "no-failure" || outcome.kind !== "step") return kind === "no-failure" && outcome.kind === "failed";
    try {
      return body !== undefined && !holds(body, property?.kind === "step" ? envOf(instance, state, outcome.next) : envOf(instance, outcome.next));
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  });
}

function blame(instance: Protocol, { property, kind }: Goal, before: State | null, after: State): Blame | null {
  if (!property || kind === "no-failure") return null;
  const body = instance.properties.find((p) => p.name === property.name)?.body;
  if (!body) throw new InternalError(`the instance lacks ${property.name}`);
  return blameOf(body, property.kind === "step" && before ? envOf(instance, before, after) : envOf(instance, after));
}

/** What a model of a comparison is about: values of both versions, on which the interpreter can say what is true. */
import { InternalError } from "../../base/assert-never.ts";
import { noSpan } from "../../base/span.ts";
import { tuples, valuesOf } from "../../interp/domain.ts";
import { checkFit } from "../../interp/fit.ts";
import { envOf, sortsOf } from "../../interp/env.ts";
import { holds } from "../../interp/eval.ts";
import { Failure } from "../../interp/failure.ts";
import { runAction } from "../../interp/step.ts";
import type { State, Value } from "../../interp/value.ts";
import type { Type } from "../../ir/type.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { type Comparison, nextName, parameterName } from "./comparison.ts";
import { Decoder } from "./decode.ts";
import type { Query } from "./goal.ts";
import { root } from "./term.ts";
import type { Version, VersionName } from "./version.ts";

/** One version at the sizes of the model, and what it reads there. Fields that do not matter are null. */
export interface Seen {
  readonly instance: Protocol;
  readonly state: State;
  readonly next: State;
  readonly args: readonly Value[];
  /** Parameters that only the later version has: their arguments are null. */
  readonly free: ReadonlySet<string>;
  /** The fields that matter, and by `nextName` those after the step. */
  readonly matters: ReadonlySet<string>;
}

export type Situation = Readonly<Record<VersionName, Seen>>;

const claimName = "claim";

/**
 * In order: with majorities as they are, and, where the model has others, with those of the model.
 * @throws Unshowable where the model has no values of the language
 */
export function situations(comparison: Comparison, of: Readonly<Record<VersionName, Version>>, query: Query, model: string): Situation[] {
  const both = new Decoder(comparison.merged, query, model);
  const values = new Map(comparison.merged.state.map((f) => [f.name, both.read(root(f.name), f.type)]));
  const seen = (version: Version, withQuorums: boolean): Seen => {
    const decoder = new Decoder(asked(version), query, model);
    const { protocol, action, params } = version;
    return {
      instance: withQuorums ? decoder.withQuorums : decoder.instance,
      state: protocol.state.map((f) => values.get(f.name) ?? null), next: protocol.state.map((f) => values.get(nextName(f.name)) ?? null),
      args: action?.params.map((p) => values.get(parameterName(params?.get(p.name) ?? p.name)) ?? null) ?? [],
      free: new Set(action?.params.flatMap((p) => (params?.has(p.name) ? [] : [p.name]))),
      matters: new Set(values.keys()),
    };
  };
  return [false, true].map((quorums) => ({ base: seen(of.base, quorums), head: seen(of.head, quorums) }));
}

/** The version with nothing but what is compared, so that it is built at the sizes of the model. */
function asked({ protocol, claim, given = [], action }: Version): Protocol {
  const property = (name: string, body: NonNullable<typeof claim>) => ({ kind: "invariant" as const, name, doc: "", body, span: body.span });
  return {
    ...protocol, state: protocol.state.map((f) => ({ ...f, initial: null })), inits: [], liveness: [], metrics: [], designs: [],
    properties: claim ? [property(claimName, claim)] : [], assumptions: given.map((g, i) => ({ ...property(`given ${i}`, g), kind: "assume" as const })),
    actions: action ? [action] : [],
  };
}

/** Undefined where evaluation fails. */
export function claimIn({ instance, state, next }: Seen): boolean | undefined {
  const body = instance.properties.find((p) => p.name === claimName)?.body;
  if (!body) throw new InternalError("nothing is claimed");
  return truth(() => holds(body, envOf(instance, state, next)));
}

/** Whether what was taken to be true is. */
export const givenIn = ({ instance, state, next }: Seen): boolean => instance.assumptions.every((g) => truth(() => holds(g.body, envOf(instance, state, next))) === true);

/** Whether the action happens, for some values of the parameters that only it has. */
export function happensIn({ instance, state, args, free }: Seen): boolean {
  const [action] = instance.actions;
  if (!action.params.every((p, i) => free.has(p.name) || fits(args[i], p.type))) return false;
  const values = action.params.map((p, i) => (free.has(p.name) ? { [Symbol.iterator]: () => valuesOf(p.type, sortsOf(instance)) } : [args[i]]));
  for (const choice of tuples(values)) if (runAction(instance, state, action, choice).kind === "step") return true;
  return false;
}

/** Whether a value, of a parameter that may have had a larger type, is one of this type. */
function fits(value: Value, type: Type): boolean {
  try {
    checkFit(value, type, { kind: "literal", value: null, type, span: noSpan });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function truth(evaluate: () => boolean): boolean | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

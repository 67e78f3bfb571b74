/** All states of an instance and its steps by kind, and runs of them as the oracle confirms them. */
import { Codec } from "../backends/explicit/codec.ts";
import { emitModel } from "../backends/explicit/emit-model.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import { type Code } from "../base/codes.ts";
import { DiagnosticsError } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Claim } from "../interp/claim.ts";
import { replay } from "../interp/replay.ts";
import type { Trace } from "../interp/trace.ts";
import type { State } from "../interp/value.ts";
import type { Action, Protocol } from "../ir/protocol.ts";
import { restore } from "../pipeline/evidence.ts";
import { noInitialState } from "../pipeline/initial.ts";
import { withMemory } from "../pipeline/search-report.ts";
import type { GraphRun } from "../../verifier/explicit/graph-best.ts";
import { GraphValues, NoValue } from "../../verifier/explicit/graph-values.ts";
import { type Graph, graphOf } from "../../verifier/explicit/graph.ts";
import type { Explored, ExploreOptions } from "./report.ts";

export interface Steps {
  readonly graph: Graph;
  readonly values: GraphValues;
  /** By `reachable`, the states in which it holds. */
  readonly holds: readonly Uint8Array[];
  /** A run as its states, and the trace of it. @throws InternalError where the oracle does not agree */
  trace(run: GraphRun, claim: Claim, hints?: readonly (string | undefined)[]): Trace;
  /** What is thrown where a metric has no value. */
  located<T>(evaluate: () => T): T;
}

/**
 * @param instance what the interpreter replays, and `model` the same in fewer words
 * @param kindOf the kind of an action's steps, from 0 on
 * @throws DiagnosticsError where a property has no value in some state, or there is no initial state
 */
export async function stepsOf(
  { instance, model }: { readonly instance: Protocol; readonly model: Protocol }, kinds: number, kindOf: (action: Action) => number, { limits = {}, signal }: ExploreOptions,
): Promise<{ readonly explored: Explored; readonly steps?: Steps }> {
  const emitted = Array.from({ length: kinds }, (_, kind) => emitModel({
    ...model, actions: model.actions.filter((a) => kindOf(a) === kind), ...(kind > 0 && { properties: [], metrics: [] }),
  }));
  const [{ layout, failureSites }] = emitted;
  const modules = emitted.map((e) => instantiateModule(e.source));
  const { graph, ...explored } = await graphOf(modules, withMemory(limits), { interrupted: () => signal?.aborted ?? false });
  if (!graph) return { explored: { ...explored, instance } };
  if (graph.count === 0) throw noInitialState(instance);
  const codec = new Codec(model, layout);
  const located = <T>(evaluate: () => T): T => {
    try {
      return evaluate();
    } catch (error) {
      if (error instanceof NoValue) throw refused("T6016", "this has no value in some state that is reachable without faults", "Test for it first, as in a property: implies(…, …), x ?? 0.", failureSites[error.site].span);
      throw error;
    }
  };
  const values = new GraphValues(modules[0], graph);
  const stateAt = (state: number): State => restore(codec.decode(graph.states.read(state)), model, instance);
  return {
    explored: { ...explored, instance },
    steps: {
      graph, values, located,
      holds: located(() => values.holds()),
      trace: (run, claim, hints) => replay(instance, run.states.map(stateAt), claim, hints),
    },
  };
}

/** States beyond a constraint are not seen, so that nothing can be said of all of them. */
export const isConstrained = (protocol: Protocol): boolean => protocol.properties.some((p) => p.kind === "constraint");

/** @param end `complete` where there is nothing to ask */
export const notExplored = (instance: Protocol, end: "complete" | "constraint"): Explored => ({ end, states: 0, transitions: 0, seconds: 0, instance });

export const refused = (code: Code, message: string, help: string, span: Span): DiagnosticsError =>
  new DiagnosticsError([{ code, severity: "error", message, help, span }]);

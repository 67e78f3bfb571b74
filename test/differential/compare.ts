/** Runs one random protocol through the interpreter and through the generated checker, and tells whatever differs. */
import { isDeepStrictEqual } from "node:util";
import { Codec } from "../../src/backends/explicit/codec.ts";
import { type EmittedModel, emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { showSpan } from "../../src/base/span.ts";
import { type Exploration, explore, type ExploreLimits } from "../../src/interp/explore.ts";
import { type State, stateKey } from "../../src/interp/value.ts";
import type { Protocol } from "../../src/ir/protocol.ts";
import { evidenceOf, propertiesOf } from "../../src/pipeline/evidence.ts";
import { type Prepared, prepareCompiled } from "../../src/pipeline/prepare.ts";
import type { Model, ModelModule } from "../../verifier/contract/model.ts";
import type { Finding, SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";

/** What both must agree on, in plain data. */
export interface Outcome {
  readonly end: string;
  readonly distinctStates: number;
  readonly transitions: number;
  readonly depth: number;
  /** Enabled instances by action. */
  readonly enabled: Readonly<Record<string, number>>;
  /** States of the trace of every property that was decided and of every failure. */
  readonly findings: Readonly<Record<string, number>>;
  /** The kept states, in order of their text. */
  readonly states: readonly string[];
}

export interface Comparison {
  readonly interpreted: Outcome;
  /** By the inner loop in JavaScript, and by that in WebAssembly, which is not asked for its states. */
  readonly generated: Outcome;
  readonly assembled: Omit<Outcome, "states">;
}

/** Most states kept; a larger protocol is searched to a depth at which it has fewer. */
const mostStates = 300;

/** @returns undefined where the protocol has too many initial states to be compared */
export async function compare(random: RandomProtocol): Promise<Comparison | undefined> {
  const asked = askInterpreter(random);
  return asked && { interpreted: asked.outcome, ...(await runGenerated(asked.prepared, asked.request)) };
}

/** What the interpreter says of a protocol, and the request that asks a checker for the same. */
export interface Asked {
  readonly prepared: Prepared;
  readonly request: SearchRequest;
  readonly outcome: Outcome;
}

export function askInterpreter(random: RandomProtocol): Asked | undefined {
  const prepared = prepareCompiled({ protocol: random.protocol, warnings: [] }, { scope: random.choice.sizes, options: random.choice.options });
  const deadlock = prepared.instance.properties.length % 2 === 0 ? "error" : "terminal";
  const bounds: ExploreLimits = { deadlock, maxStates: mostStates };
  let limits = bounds;
  let explored = explore(prepared.instance, bounds);
  if (explored.end === "max-states") {
    if (explored.depth === 0) return undefined;
    // Engines may stop at different states of one depth, never at different depths.
    limits = { deadlock, maxDepth: explored.depth - 1 };
    explored = explore(prepared.instance, limits);
  }
  const request: SearchRequest = {
    limits: limits.maxDepth === undefined ? {} : { maxDepth: limits.maxDepth }, deadlock, keepGoing: true, visited: "exact",
  };
  return { prepared, request, outcome: outcomeOf(explored, prepared) };
}

export const agrees = ({ interpreted, generated, assembled }: Comparison): boolean =>
  isDeepStrictEqual(interpreted, generated) && isDeepStrictEqual(interpreted, { ...assembled, states: interpreted.states });

function outcomeOf(explored: Exploration, { instance, model }: Prepared): Outcome {
  // The model lacks what does not change.
  const shown = instance.state.flatMap((f, i) => (model.state.some((m) => m.name === f.name) ? [i] : []));
  const findings = explored.findings.map(({ claim, failure, states }): [string, number] => {
    const key = claim.kind === "failure" ? `failure of ${claim.action ?? "a predicate"}: ${failure!.reason} at ${showSpan(claim.span)}`
      : claim.kind === "deadlock" ? "deadlock" : `${claim.kind} ${claim.name}`;
    return [key, states.length];
  });
  return {
    end: explored.end, distinctStates: explored.distinctStates, transitions: explored.transitions, depth: explored.depth,
    enabled: Object.fromEntries(explored.enabled), findings: Object.fromEntries(findings),
    states: explored.states.map((s) => stateKey(shown.map((i) => s[i]))).toSorted(),
  };
}

async function runGenerated(prepared: Prepared, request: SearchRequest): Promise<Omit<Comparison, "interpreted">> {
  const { model } = prepared;
  const emitted = emitModel(model);
  const codec = new Codec(model, emitted.layout);
  const states = new Set<string>();
  const note = (state: State): void => void states.add(stateKey(state));
  const module = instantiateModule(emitted.source, emitted.wasm);
  const watching = await search(watched(module, (packed) => note(codec.decode(packed))), request);
  const assembled = await search(module, request);
  if (assembled.stats.innerLoop !== "webassembly") throw new Error("not searched in WebAssembly");
  return {
    generated: { ...outcomeOfSearch(watching, prepared, emitted, codec), states: [...states].toSorted() },
    assembled: outcomeOfSearch(assembled, prepared, emitted, codec),
  };
}

/** Everything but the states. */
export function outcomeOfSearch(result: SearchResult, prepared: Prepared, { failureSites }: EmittedModel, codec: Codec): Omit<Outcome, "states"> {
  const { model } = prepared;
  const reader = { unpack: (packed: Uint32Array): State => codec.decode(packed), failureSites };
  const findings = result.findings.map((f): [string, number] => {
    // The oracle must accept every trace.
    evidenceOf(f, prepared, reader);
    return [findingKey(f, model, failureSites), f.path.length];
  });
  return {
    end: result.end === "violation" ? "complete" : result.end,
    distinctStates: result.stats.distinctStates, transitions: result.stats.transitions, depth: result.stats.depth,
    enabled: Object.fromEntries(prepared.instance.actions.map(({ name }) => {
      const i = model.actions.findIndex((a) => a.name === name);
      return [name, i < 0 ? 0 : result.stats.enabled[i]];
    })),
    findings: Object.fromEntries(findings),
  };
}

function findingKey({ what }: Finding, model: Protocol, sites: ReturnType<typeof emitModel>["failureSites"]): string {
  switch (what.kind) {
    case "deadlock": return "deadlock";
    case "failure": {
      const { reason, span } = sites[what.site];
      return `failure of ${what.action < 0 ? "a predicate" : model.actions[what.action].name}: ${reason} at ${showSpan(span)}`;
    }
    default: return `${what.kind} ${propertiesOf(model, what.kind)[what.index].name}`;
  }
}

/** The same module; `see` is told every kept state, which are those that the engine has looked at. */
function watched(module: ModelModule, see: (packed: Uint32Array) => void): ModelModule {
  return {
    words: module.words,
    createModel(sink) {
      const model = module.createModel(sink);
      const look = (states: Uint32Array, offset: number): void => see(states.slice(offset, offset + model.words));
      return new Proxy<Model>(model, {
        get(target, name) {
          if (name === "check") {
            return (...args: Parameters<Model["check"]>) => {
              look(args[0], args[1]);
              return target.check(...args);
            };
          }
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
    },
  };
}

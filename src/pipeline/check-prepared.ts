/** Checks one instance with the explicit-state engine, and has the oracle confirm whatever it finds. */
import { Codec } from "../backends/explicit/codec.ts";
import { emitModel } from "../backends/explicit/emit-model.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { SearchLimits, SearchListener, SearchProgress, SearchRequest } from "../../verifier/contract/search.ts";
import { faultsOf } from "../passes/faults.ts";
import { livenessOf } from "./liveness.ts";
import { requireInitial } from "./initial.ts";
import { insightOf, tallyOf } from "./insight.ts";
import { shownOptions } from "./options.ts";
import type { InstanceOptions, Prepared } from "./prepare.ts";
import { propertyReports } from "./properties.ts";
import { type Asked, type OutsideMemory, outsideMemory } from "./outside-memory.ts";
import { type ReductionMode, searchReduced } from "./reduction.ts";
import type { CheckReport } from "./report.ts";
import { settle, weakest } from "./verdict.ts";
import { searchReport, visitedOf, withMemory } from "./search-report.ts";
import { type Searched, searchInstance, type SymmetryChoice } from "./symmetry.ts";
import { requireReachable } from "./witness.ts";
import { warningsOf } from "./warnings.ts";
import { crewOf, type WorkersChoice, whyOneWorker } from "./workers.ts";

export interface CheckOptions extends InstanceOptions, OutsideMemory {
  /** Without one on memory, three quarters of what the machine has. */
  readonly limits?: SearchLimits;
  /** `hashed` saves memory and may miss states; the verdict says so. `exact` by default. */
  readonly visited?: "exact" | "hashed";
  /** Whether states that differ only by a permutation of interchangeable values count as one. `check` takes `auto` by default. */
  readonly symmetry?: SymmetryChoice;
  /** How many threads search together, where there are many states: at most 64, one by default. `check` takes `auto` by default. The result is the same for any. */
  readonly workers?: WorkersChoice;
  /** Report every state without a step. Otherwise only where the spec's terminal predicate is false, if it has one. */
  readonly deadlock?: boolean;
  /** Go on after a violation and find one for every property. */
  readonly keepGoing?: boolean;
  /** Count what tells why there are so many states, and whether properties are vacuous. Takes one thread, in JavaScript. */
  readonly insight?: boolean;
  /** Look for what never happens, and say why it does not; by default. */
  readonly warn?: boolean;
  /** Partial-order reduction: `auto` where it pays. Without it, none. What is said of properties is the same, and runs may be longer. */
  readonly reduction?: ReductionMode;
  /** The name of a `reachable` whose witness is wanted; refused before the search if there is none of that name. */
  readonly witness?: string;
  /** Ends the search early; what was learnt until then is reported. */
  readonly signal?: AbortSignal;
  readonly listener?: CheckListener;
}

export interface CheckListener {
  /** The spec is compiled and the search begins. */
  searching?(): void;
  /** A few times a second. */
  progress?(progress: SearchProgress): void;
}

export interface CheckPreparedOptions extends Omit<CheckOptions, keyof InstanceOptions> {
  /** What led to the instance, for a checkpoint to keep. */
  readonly asked?: Omit<Asked, "spec">;
}

/** @throws DiagnosticsError where there is nothing to check; CheckpointRefused; InternalError where engines disagree */
export async function checkPrepared(spec: string, prepared: Prepared, options: CheckPreparedOptions = {}): Promise<CheckReport> {
  const { instance, model } = prepared;
  if (options.witness !== undefined) requireReachable(instance, options.witness);
  const emit = options.insight ? { labels: true } : {};
  const emitted = emitModel({ ...model, liveness: [] }, emit);
  const { workers = 1 } = options;
  const deadlock = options.deadlock ? "error" : hasTerminal(instance) ? "terminal" : "ignore";
  const tally = options.insight ? tallyOf(model, emitted.layout) : undefined;
  const request = {
    limits: withMemory(options.limits ?? {}), deadlock, keepGoing: options.keepGoing ?? false, visited: options.visited ?? "exact", ...(tally && { observer: tally }),
    ...crewOf(workers),
  } as const;
  const outside = outsideMemory(options, { ...request, asked: { ...options.asked, spec }, instance, source: emitted.source, observed: tally !== undefined });

  options.listener?.searching?.();
  const listener = listenerOf(options);
  const run = (alone: readonly number[], within: SearchRequest): Promise<Searched> =>
    searchInstance({ model: { ...model, liveness: [] }, emitted, emit: { ...emit, reduction: alone } }, within, choiceOf(options), listener);
  const { result, symmetry, reduction } = await searchReduced({ model, mode: options.reduction ?? "off", wantsShortest: options.witness !== undefined, run }, { ...request, ...outside });
  requireInitial(result, instance);

  const constraints = instance.properties.filter((p) => p.kind === "constraint").map((p) => p.name);
  const visited = visitedOf(result, request);
  const grounds = {
    end: result.end, completeDepth: result.completeDepth, visited, constrained: constraints.length > 0,
    findings: result.findings, reduced: reduction?.used ?? false, ...(request.limits.maxDepth === undefined ? {} : { maxDepth: request.limits.maxDepth }),
  };
  const oneWorker = whyOneWorker(workers, result, request);
  const codec = new Codec(model, emitted.layout);
  const reader = { unpack: (packed: Uint32Array) => codec.decode(packed), failureSites: emitted.failureSites };
  const liveness = await livenessOf(prepared, remaining(request.limits, result.stats.seconds), grounds, listener);
  const properties = propertyReports(result, prepared, { grounds, reader, deadlock: deadlock !== "ignore", liveness });
  // The search itself counts as a property that holds of every state, so that a spec without properties gets no better verdict.
  const overall = weakest([settle("invariant", false, grounds), ...properties]);
  return {
    protocol: instance.name,
    spec,
    scope: instance.scope,
    options: shownOptions(instance),
    faults: faultsOf(instance),
    verdict: overall.verdict,
    because: overall.because,
    ...(overall.depth === undefined ? {} : { depth: overall.depth }),
    properties,
    warnings: [...prepared.warnings, ...(options.warn === false ? [] : [...warningsOf(result, prepared, grounds), ...liveness.warnings])],
    search: searchReport(result, { ...(options.checkpoint && { folder: options.checkpoint.folder }), limits: request.limits, visited, constraints, ...(symmetry && { symmetry }), ...(reduction && { reduction }), ...(oneWorker && { oneWorker }), ...(liveness.search && { liveness: liveness.search }) }),
    ...(tally && { insight: insightOf(tally, result, prepared, emitted.layout) }),
    instance,
  };
}

/** What is left of the time. */
const remaining = (limits: SearchLimits, seconds: number): SearchLimits => (limits.timeoutMs === undefined ? limits : { ...limits, timeoutMs: Math.max(0, limits.timeoutMs - seconds * 1000) });

/** What is tallied is one search from its start. */
const choiceOf = ({ symmetry = "off", insight }: Pick<CheckOptions, "symmetry" | "insight">): SymmetryChoice => (insight && symmetry === "auto" ? "off" : symmetry);

const hasTerminal = (protocol: Protocol): boolean => protocol.properties.some((p) => p.kind === "terminal");

function listenerOf({ signal, listener }: Pick<CheckOptions, "signal" | "listener">): SearchListener {
  return {
    progress: (progress) => listener?.progress?.(progress),
    interrupted: () => signal?.aborted ?? false,
  };
}

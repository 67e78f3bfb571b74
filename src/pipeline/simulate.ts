/** Samples runs of one instance at random, makes what it finds short, and has the oracle confirm it. */
import { setImmediate } from "node:timers/promises";
import { Codec } from "../backends/explicit/codec.ts";
import { emitModel } from "../backends/explicit/emit-model.ts";
import { type Layout, maskOf } from "../backends/explicit/layout.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import type { Protocol } from "../ir/protocol.ts";
import { faultsOf } from "../passes/faults.ts";
import type { ModelModule } from "../../verifier/contract/model.ts";
import type { Scheduling, WalkFinding, WalkProgress, WalkRequest } from "../../verifier/contract/walk.ts";
import { shorten } from "../../verifier/explicit/shorten.ts";
import { walk } from "../../verifier/explicit/walk.ts";
import { type Evidence, evidenceOf, propertiesOf } from "./evidence.ts";
import { noInitialState } from "./initial.ts";
import { shownOptions } from "./options.ts";
import type { InstanceOptions, Prepared } from "./prepare.ts";
import { prepareSpec } from "./prepare-spec.ts";
import { type Processes, processesOf } from "./processes.ts";
import { isHidden, withEvidence } from "./properties.ts";
import type { CheckedKind } from "./report.ts";
import type { SampledProperty, SchedulerName, SimulateReport } from "./simulate-report.ts";
import { requireReachable } from "./witness.ts";

export interface SimulateOptions extends InstanceOptions {
  /** Walks: 10,000 by default, and where only `timeoutMs` is given as many as the time allows. */
  readonly runs?: number;
  /** Steps of a walk at most, 100 by default. */
  readonly steps?: number;
  /** 1 by default. Walk `i` is the first one of seed `seed + i`, except with `coverage`. */
  readonly seed?: number;
  readonly timeoutMs?: number;
  /** `uniform` by default. */
  readonly scheduler?: SchedulerName;
  /** With `pct`: steps whose order brings a violation about, 3 by default. */
  readonly depth?: number;
  /** As for `check`. */
  readonly deadlock?: boolean;
  /** Go on after a violation and find one for every property. */
  readonly keepGoing?: boolean;
  /** The name of a `reachable` whose witness is wanted. */
  readonly witness?: string;
  /** Ends it early; what was seen until then is reported. */
  readonly signal?: AbortSignal;
  readonly listener?: SimulateListener;
}

export interface SimulateListener {
  /** The spec is compiled and the walks begin. */
  searching?(): void;
  /** A few times a second. */
  progress?(progress: WalkProgress): void;
}

export const simulateDefaults = { runs: 10_000, steps: 100, seed: 1, depth: 3 } as const;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its scope or an option is wrong, or there is no initial state; InternalError where engines disagree
 */
export async function simulate(spec: string, options: SimulateOptions = {}): Promise<SimulateReport> {
  const prepared = prepareSpec(spec, options);
  const { instance, model } = prepared;
  if (options.witness !== undefined) requireReachable(instance, options.witness);
  const emitted = emitModel(model, { labels: true, instances: true });
  const module = instantiateModule(emitted.source);
  const processes = processesOf(model);
  const { request, timed } = requestOf(options, prepared, processes, emitted.layout);

  options.listener?.searching?.();
  const result = await walk(module, request, {
    progress: (p) => options.listener?.progress?.(p),
    interrupted: () => options.signal?.aborted ?? false,
  });
  if (result.stats.initialStates === 0 && result.findings.length === 0) throw noInitialState(instance);

  const shown = await shortened(result.findings.filter((f) => !isHidden(f, prepared)), module, { request, prepared, processes, options });
  const codec = new Codec(model, emitted.layout);
  const reader = { unpack: (packed: Uint32Array) => codec.decode(packed), failureSites: emitted.failureSites };
  const scheduler = options.scheduler ?? "uniform";
  const settled = (kind: CheckedKind, { found }: Partial<ShownEvidence> = {}): Pick<SampledProperty, "verdict" | "found"> => ({
    verdict: found && kind !== "reachable" ? "violated" : "sampled",
    ...(found && { found: {
      walk: found.walk, steps: found.walked,
      ...(found.shortest !== undefined && { shortest: found.shortest }),
      // What a walk does that is guided by what was seen depends on those before it.
      replay: scheduler === "coverage" ? { seed: request.seed, runs: found.walk + 1 } : { seed: request.seed + found.walk, runs: 1 },
    } }),
  });
  const evidence = shown.map((found): ShownEvidence => ({ found, ...evidenceOf(found, prepared, reader) }));
  const properties = withEvidence<ShownEvidence, SampledProperty>(prepared, evidence, { deadlock: request.deadlock !== "ignore", others: notSampled(instance) }, settled)
    .map(({ trace, ...p }) => ({ ...p, ...(trace && p.found?.shortest !== undefined && { trace }) }));
  const { ambiguous, ...stats } = result.stats;
  return {
    protocol: instance.name,
    spec,
    scope: instance.scope,
    options: shownOptions(instance),
    faults: faultsOf(instance),
    verdict: properties.some((p) => p.verdict === "violated") ? "violated" : "sampled",
    properties,
    warnings: prepared.warnings,
    sample: {
      ...stats, end: timed && result.end === "timeout" ? "complete" : result.end, scheduler, seed: request.seed, maxSteps: request.steps,
      ...(!timed && { runs: request.walks }),
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
      ...(request.scheduling.kind === "pct" && { priorities: {
        depth: request.scheduling.depth, sort: processes.sort, processes: processes.count,
        probability: 1 / (processes.count * request.steps ** (request.scheduling.depth - 1)), ambiguous,
      } }),
    },
    instance,
  };
}

const notSampled = ({ liveness }: Protocol): SampledProperty[] => liveness.map(({ name, kind, doc, span }) => ({ name, kind, doc, span, verdict: "unknown" }));

/** `timed`: as many walks as the time allows. */
function requestOf(options: SimulateOptions, { instance }: Prepared, processes: Processes, layout: Layout): { readonly request: WalkRequest; readonly timed: boolean } {
  const { steps, seed } = { ...simulateDefaults, ...defined(options) };
  const timed = options.runs === undefined && options.timeoutMs !== undefined;
  const hasTerminal = instance.properties.some((p) => p.kind === "terminal");
  return {
    timed,
    request: {
      walks: timed ? Infinity : options.runs ?? simulateDefaults.runs, steps, seed,
      ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }),
      deadlock: options.deadlock ? "error" : hasTerminal ? "terminal" : "ignore",
      keepGoing: options.keepGoing ?? false,
      scheduling: schedulingOf(options, processes, layout),
    },
  };
}

function schedulingOf({ scheduler = "uniform", depth = simulateDefaults.depth }: SimulateOptions, processes: Processes, layout: Layout): Scheduling {
  switch (scheduler) {
    case "uniform": return { kind: "uniform" };
    case "pct": return { kind: "pct", depth, processes: processes.numbers, processOf: processes.of };
    case "coverage": return { kind: "coverage", views: viewsOf(layout) };
  }
}

interface Shown extends WalkFinding {
  /** Steps of the walk. */
  readonly walked: number;
  /** Where the path was made short: whether no run is shorter. */
  readonly shortest?: boolean;
}

interface ShownEvidence extends Evidence { readonly found: Shown }

interface Shortening {
  readonly request: WalkRequest;
  readonly prepared: Prepared;
  readonly processes: Processes;
  readonly options: SimulateOptions;
}

/** Runs that nobody asked for are confirmed as they are. */
async function shortened(findings: readonly WalkFinding[], module: ModelModule, { request, prepared, processes, options }: Shortening): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const found of findings) {
    const walked = Math.max(0, found.path.length - 1);
    const wanted = found.what.kind !== "reachable" || propertiesOf(prepared.model, "reachable")[found.what.index].name === options.witness;
    shown.push({ ...found, walked, ...(wanted && shorten(module, found, { deadlock: request.deadlock, processOf: processes.of })) });
    // Each takes a moment.
    await setImmediate();
  }
  return shown;
}

/** Most parts of a state that are looked at by themselves. */
const mostViews = 16;

/** Each field, then pairs of fields; of very many fields, several together. */
export function viewsOf({ fields, slots, words }: Layout): Uint32Array[] {
  const views = Array.from({ length: Math.min(mostViews, fields.length) }, () => new Uint32Array(words));
  for (const [i, { offset, slots: n }] of fields.entries()) {
    for (const { word, shift, bits } of slots.slice(offset, offset + n)) if (bits > 0) views[i % views.length][word] |= maskOf(bits) << shift;
  }
  const pairs = views.flatMap((a, i) => views.slice(i + 1).map((b) => a.map((mask, w) => mask | b[w])));
  return [...views, ...pairs.slice(0, mostViews - views.length)];
}

/** Without the options that are undefined. */
const defined = (options: SimulateOptions): SimulateOptions => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

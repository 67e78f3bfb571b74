/** Makes the table of trade-offs of a protocol. */
import { availableParallelism } from "node:os";
import { compileSpec } from "../frontend/protocol.ts";
import type { Protocol } from "../ir/protocol.ts";
import { measured } from "../passes/measured.ts";
import type { FaultBudget } from "../passes/faults.ts";
import { readOptions, withOptions } from "../pipeline/options.ts";
import { type InstanceOptions, prepareCompiled } from "../pipeline/prepare.ts";
import { withMemory } from "../pipeline/search-report.ts";
import type { SearchLimits } from "../../verifier/contract/search.ts";
import { openCache } from "./cache.ts";
import type { CellResult } from "./cell-search.ts";
import { cellsOf, reachedOf } from "./cells.ts";
import { columnsOf } from "./columns.ts";
import { chosenDesigns } from "./designs.ts";
import type { Measure } from "./report.ts";
import { dominators } from "./dominance.ts";
import { rowsOf } from "./rows.ts";
import { newSearcher } from "./searcher.ts";
import { sweep } from "./sweep.ts";
import type { Run, Tradeoffs } from "./table.ts";

export interface TradeoffsOptions extends Omit<InstanceOptions, "design"> {
  /** Of the designs that the spec names, only these. */
  readonly designs?: readonly string[];
  /** The faults to look at, by the options that are their budgets; by default those of which the spec says how many it allows. */
  readonly faults?: readonly string[];
  /** The budgets that are tried of each fault. */
  readonly budgets?: readonly FaultBudget[];
  /** Of each search. */
  readonly limits?: SearchLimits;
  /** Searches at a time; as many as there are processors by default. */
  readonly jobs?: number;
  /** The folder that keeps what was searched; none by default. */
  readonly cache?: string;
  /** Ends all searches early; what was learnt until then is in the table. */
  readonly signal?: AbortSignal;
  readonly listener?: TradeoffsListener;
}

export interface TradeoffsListener {
  /** The spec is compiled and the searches begin. */
  searching?(): void;
  progress?(progress: TradeoffsProgress): void;
}

export interface TradeoffsProgress {
  /** Designs under one kind of fault. */
  readonly done: number;
  readonly of: number;
  readonly states: number;
}

export const defaultBudgets: readonly FaultBudget[] = [1, 2, "unlimited"];

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its scope or an option is wrong; InternalError where engines disagree
 */
export async function tradeoffs(spec: string, options: TradeoffsOptions = {}): Promise<Tradeoffs> {
  const start = performance.now();
  const compiled = compileSpec(spec, options.protocol === undefined ? {} : { protocol: options.protocol });
  const { protocol } = compiled;
  const { scope = {}, limits = {}, jobs = availableParallelism(), signal = new AbortController().signal, listener } = options;
  const given = readOptions(protocol, options.options ?? {});
  const { columns, budgets, ...others } = columnsOf(withOptions(protocol, given), options.budgets ?? defaultBudgets, options.faults ?? []);
  const designs = chosenDesigns(protocol, given, budgets, options.designs ?? []);
  const { instance } = prepareCompiled(compiled, { scope, options: designs[0].options });
  const rows = rowsOf(protocol);

  listener?.searching?.();
  const figures = { searches: 0, cached: 0, states: 0, done: 0 };
  const tell = (): void => listener?.progress?.({ done: figures.done, of: designs.length * columns.length, states: figures.states });
  const cache = options.cache === undefined ? undefined : openCache(options.cache, { spec, protocol });
  const searcher = newSearcher({ spec, protocol }, jobs, signal);
  try {
    const shared = withMemory(limits);
    const each = { ...limits, memoryBytes: limits.memoryBytes ?? Math.floor(shared.memoryBytes! / jobs) };
    const results = await Promise.all(designs.map((design) => sweep(design, columns, budgets, async (chosen, budget): Promise<CellResult> => {
      const task = { scope, options: chosen, limits, costs: budget === 0 };
      const known = cache?.read(task);
      const result = known ?? await searcher.search({ ...task, limits: each });
      if (known) figures.cached++;
      else cache?.write(task, result);
      figures.searches++;
      figures.states += result.states;
      tell();
      return result;
    }, () => {
      figures.done++;
      tell();
    })));
    const reachables = protocol.properties.filter((p) => p.kind === "reachable").map(({ name, doc }) => ({ name, doc }));
    const costs = alike(results.map((r) => r.get("none")![0].result.costs));
    const compared = designs.map((design, i) => ({
      ...design,
      cells: rows.map((row) => cellsOf(row, columns, results[i])),
      reached: reachables.map(({ name }) => reachedOf(name, columns, results[i])),
      costs: costs[i],
      withoutFaults: results[i].get("none")![0].options,
    }));
    const dominated = dominators(compared);
    return {
      protocol: protocol.name, doc: protocol.doc, spec, scope: instance.scope, columns, rows, reachables,
      unmentioned: others.unmentioned, always: others.always,
      designs: compared.map((design, i) => ({ ...design, dominatedBy: dominated[i] })),
      limits, warnings: compiled.warnings, interrupted: signal.aborted, compiled,
      figures: { searches: figures.searches, cached: figures.cached, states: figures.states, seconds: (performance.now() - start) / 1000 },
    };
  } finally {
    await searcher.close();
  }
}

/** The same costs for every design, unknown where they were not counted any more. */
function alike(costs: readonly (readonly Measure[])[]): Measure[][] {
  const all = costs.reduce((a, b) => (b.length > a.length ? b : a), []);
  return costs.map((own) => all.map(({ cost, doc, unit, milestone }) =>
    own.find((m) => m.cost === cost && m.milestone === milestone) ?? { cost, doc, unit, milestone, best: "unknown", worst: "unknown" }));
}

/** The instance that a run of the table is of, for those that show values. */
export function instanceOf({ compiled, scope }: Pick<Tradeoffs, "compiled" | "scope">, { options, counted }: Pick<Run, "options" | "counted">): Protocol {
  const { instance } = prepareCompiled(compiled, { scope, options });
  return counted ? measured(instance).instance : instance;
}

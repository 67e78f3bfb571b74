/** Searches one random protocol with and without partial-order reduction, and tells what differs in what is said of it. */
import { emitModel } from "../../src/backends/explicit/emit-model.ts";
import { instantiateModule } from "../../src/backends/explicit/module.ts";
import { planReduction } from "../../src/passes/reduction/plan.ts";
import { type Prepared, prepareCompiled } from "../../src/pipeline/prepare.ts";
import type { SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";

/** What must be the same. */
export interface Said {
  /** Properties violated or reached, deadlocks, places and actions that fail. */
  readonly findings: readonly string[];
  /** Actions that are never enabled. */
  readonly idle: readonly string[];
}

export interface Compared {
  readonly full: Said;
  readonly reduced: Said;
  readonly fullStates: number;
  readonly reducedStates: number;
}

/** Larger protocols are left out: what ends early has seen other states. */
const mostStates = 20_000;

/** @returns undefined where there is nothing to reduce, or too much to search */
export async function compareReduced(random: RandomProtocol): Promise<Compared | undefined> {
  const prepared = prepareCompiled({ protocol: random.protocol, warnings: [] }, { scope: random.choice.sizes, options: random.choice.options });
  const { alone } = planReduction(prepared.model);
  if (alone.length === 0) return undefined;
  const full = await run(prepared, []);
  if (full.end !== "complete") return undefined;
  const reduced = await run(prepared, alone);
  return { full: said(full, prepared), reduced: said(reduced, prepared), fullStates: full.stats.distinctStates, reducedStates: reduced.stats.distinctStates };
}

function run({ model, instance }: Prepared, reduction: readonly number[]): Promise<SearchResult> {
  const emitted = emitModel(model, { reduction });
  const deadlock = instance.properties.some((p) => p.kind === "terminal") ? "terminal" : "error";
  const request: SearchRequest = { limits: { maxStates: mostStates }, deadlock, keepGoing: true, visited: "exact" };
  return search(instantiateModule(emitted.source, emitted.wasm), request);
}

const said = ({ findings, stats }: SearchResult, { model }: Prepared): Said => ({
  findings: findings.map((f) => JSON.stringify(f.what)).toSorted(),
  idle: model.actions.filter((_, i) => stats.enabled[i] === 0).map((a) => a.name),
});

/** When a search takes fewer steps than there are, and what that leaves to be said (docs/reduction.md). */
import type { Protocol } from "../ir/protocol.ts";
import { planReduction, type ReductionPlan } from "../passes/reduction/plan.ts";
import type { SearchLimits, SearchRequest, SearchResult } from "../../verifier/contract/search.ts";

/** `auto`: where the search is large, and it shows that it pays. */
export type ReductionMode = "auto" | "on" | "off";

/** Actions that were taken alone, or why none were. */
export type ReductionReport = { readonly used: true; readonly actions: readonly string[] } | { readonly used: false; readonly reason: string };

interface Searched { readonly result: SearchResult }

/** Where a reduction was asked for, or used. */
type Told<S> = S & { readonly reduction?: ReductionReport };

export interface Reducible<S extends Searched> {
  readonly model: Protocol;
  readonly mode: ReductionMode;
  /** Whether the shortest run to some state is wanted. */
  readonly wantsShortest: boolean;
  /** Searches a model that takes steps of these actions alone. */
  readonly run: (alone: readonly number[], request: SearchRequest) => Promise<S>;
}

/** Searches of fewer states need no reduction, and have shorter runs without. */
export const smallSearch = 100_000;

export async function searchReduced<S extends Searched>({ model, mode, wantsShortest, run }: Reducible<S>, request: SearchRequest): Promise<Told<S>> {
  if (mode === "off") return run([], request);
  const plan = planReduction(model);
  const reason = reasonAgainst(model, plan, request, wantsShortest);
  if (reason !== undefined) return { ...await run([], request), ...(mode === "on" && { reduction: { used: false, reason } as const }) };

  const search = new TimedSearch(run, request);
  if (mode === "auto") {
    const full = await search.of([], smallSearch);
    if (full.result.end !== "max-states" || isSmall(request.limits)) return full;
    const reduced = await search.of(plan.alone, smallSearch);
    if (reduced.result.end === "max-states" && stepsOf(reduced) > 0.9 * stepsOf(full)) return search.of([]);
  }
  const used = { used: true, actions: plan.alone.map((i) => model.actions[i].name) } as const;
  const found = await search.of(plan.alone);
  if (!isViolated(found)) return { ...found, reduction: used };
  const shortest = await search.of([]);
  return isViolated(shortest)
    ? { ...shortest, reduction: { used: false, reason: "a violation was found with it, and its shortest run was looked for without" } }
    : { ...found, reduction: used };
}

const isSmall = ({ maxStates }: SearchLimits): boolean => maxStates !== undefined && maxStates <= smallSearch;
const stepsOf = ({ result: { stats } }: Searched): number => stats.transitions / stats.distinctStates;
const isViolated = ({ result: { findings } }: Searched): boolean => findings.some(({ what }) => what.kind !== "reachable");

function reasonAgainst({ liveness }: Protocol, plan: ReductionPlan, { limits, checkpoint, observer }: SearchRequest, wantsShortest: boolean): string | undefined {
  if (limits.maxDepth !== undefined) return "all runs of a length are asked for, and some become longer";
  if (wantsShortest) return "the shortest run is asked for";
  if (observer) return "all steps are to be counted";
  if (checkpoint) return "the search is kept in a checkpoint";
  if (liveness.length > 0) return "liveness properties need all steps";
  if (plan.stuttering !== undefined) return `the step property ${plan.stuttering} may be broken by steps that change nothing it reads`;
  if (plan.alone.length > 0) return undefined;
  const [first, ...more] = [...plan.obstacles].map(([action, o]) =>
    (o.kind === "visible" ? `${o.property} can tell whether ${action} has come` : o.kind === "dependent" ? `${action} depends on ${o.action}` : `${action} may go on for ever`));
  return first === undefined ? "there are no actions" : `no action can be taken alone: ${first}${more.length > 0 ? `, and so on (${more.length} more)` : ""}`;
}

/** Several searches, one after the other, within the limits of one. */
class TimedSearch<S extends Searched> {
  private seconds = 0;

  constructor(private readonly run: Reducible<S>["run"], private readonly request: SearchRequest) {}

  async of(alone: readonly number[], most = Infinity): Promise<S> {
    const { limits } = this.request;
    const maxStates = Math.min(most, limits.maxStates ?? Infinity);
    const searched = await this.run(alone, {
      ...this.request,
      limits: {
        ...limits, ...(Number.isFinite(maxStates) && { maxStates }),
        ...(limits.timeoutMs !== undefined && { timeoutMs: Math.max(1, limits.timeoutMs - this.seconds * 1000) }),
      },
    });
    const { result } = searched;
    this.seconds += result.stats.seconds;
    return { ...searched, result: { ...result, stats: { ...result.stats, seconds: this.seconds } } };
  }
}

/** What one instance has to say to the table: one design, with so many faults of each kind. */
import { InternalError } from "../base/assert-never.ts";
import type { Sizes } from "../passes/scope.ts";
import type { Options, Protocol } from "../ir/protocol.ts";
import { checkPrepared } from "../pipeline/check-prepared.ts";
import { prepareCompiled } from "../pipeline/prepare.ts";
import type { CheckReport, PropertyReport } from "../pipeline/report.ts";
import type { SearchEnd, SearchLimits } from "../../verifier/contract/search.ts";
import { measure } from "./measure.ts";
import { progress } from "./progress.ts";
import type { ExploreEnd, Measure, ProgressReport } from "./report.ts";
import { keyOf, rowsOf } from "./rows.ts";
import type { Finding, Reached } from "./table.ts";

export interface CellTask {
  readonly scope: Sizes;
  readonly options: Options;
  /** Of each search. */
  readonly limits: SearchLimits;
  /** Whether costs are asked for. */
  readonly costs: boolean;
}

export interface CellResult {
  /** By `keyOf`. */
  readonly findings: Readonly<Record<string, Finding>>;
  /** By the name of the `reachable`. */
  readonly reached: Readonly<Record<string, Exclude<Reached, "absent">>>;
  /** Faults that no run of this instance can have. */
  readonly absent: readonly string[];
  /** Whether all searches ended, so that another one would say the same. */
  readonly complete: boolean;
  readonly states: number;
  /** Where they were asked for, and the spec has milestones. */
  readonly costs: readonly Measure[];
}

/** @throws DiagnosticsError where the scope or an option is wrong, a cost has no value, or there is no initial state */
export async function searchCell(spec: string, protocol: Protocol, { scope, options, limits, costs }: CellTask, signal: AbortSignal): Promise<CellResult> {
  if (signal.aborted) return notSearched(protocol);
  const prepared = prepareCompiled({ protocol: { ...protocol, liveness: [] }, warnings: [] }, { scope, options });
  const report = await checkPrepared(spec, prepared, { limits, keepGoing: true, warn: false, signal });
  const happens = new Set(prepared.model.actions.map((a) => a.name));
  const hasMilestones = protocol.metrics.some((m) => m.kind === "milestone");
  const measured = hasMilestones && costs ? await measure(prepared, { limits, signal }) : undefined;
  const possible = hasMilestones ? await progress(prepared, { limits, signal }) : undefined;
  return {
    findings: { ...findingsOf(report), ...possibleOf(possible) },
    reached: Object.fromEntries(report.properties.filter((p) => p.kind === "reachable").map((p) => [p.name, reachedOf(p)])),
    absent: report.faults.map((f) => f.fault).filter((fault) => !happens.has(fault)),
    complete: [report.search.end, measured?.end, possible?.end].every((end) => end === undefined || ended.has(end)),
    states: report.search.distinctStates + (measured?.states ?? 0) + (possible?.states ?? 0),
    costs: measured?.measures ?? [],
  };
}

/** By themselves, so that the same would be found again. */
const ended: ReadonlySet<ExploreEnd | SearchEnd> = new Set(["complete", "constraint", "failure"]);

function possibleOf(report: ProgressReport | undefined): Record<string, Finding> {
  return Object.fromEntries((report?.milestones ?? []).map(({ milestone, verdict, run, afterRepair }): [string, Finding] => [keyOf("progress", milestone),
    verdict === "violated" && run ? { verdict, trace: run, ...(afterRepair && { recovery: afterRepair }) }
    : verdict === "holds" ? { verdict } : { verdict: "unknown", because: report && report.end !== "complete" ? [report.end] : [] }]));
}

/** There was no time. */
const notSearched = (protocol: Protocol): CellResult => ({
  findings: Object.fromEntries(rowsOf(protocol).map(({ kind, name }) => [keyOf(kind, name), { verdict: "unknown", because: ["interrupted"] }])),
  reached: Object.fromEntries(protocol.properties.filter((p) => p.kind === "reachable").map((p) => [p.name, "unknown"])),
  absent: [], complete: false, states: 0, costs: [],
});

function findingsOf({ properties }: CheckReport): Record<string, Finding> {
  const found: Record<string, Finding> = {};
  for (const p of properties) {
    if (p.kind === "reachable") continue;
    // Failures at several places are one row; the first is the one with the shortest run.
    const key = keyOf(p.kind, p.kind === "failure" ? "no failure" : p.name);
    if (found[key] === undefined) found[key] = findingOf(p);
  }
  return found;
}

function findingOf({ verdict, because, trace, name }: PropertyReport): Finding {
  if (verdict === "exhaustive") return { verdict: "holds" };
  if (verdict === "violated") {
    if (!trace) throw new InternalError(`${name} is violated without a trace`);
    return { verdict, trace };
  }
  // Where the spec bounds its own search, and nothing else does, this is all there is to see.
  return { verdict: because.every((b) => b === "constraint") ? "bounded" : "unknown", because };
}

const reachedOf = ({ trace, verdict }: PropertyReport): CellResult["reached"][string] => (trace ? "reached" : verdict === "violated" ? "never" : "unknown");

/** What holds in single instances, where there is no proof for all. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import { showExpr } from "../interp/show-expr.ts";
import type { Expr } from "../ir/expr.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import type { Ask } from "../pipeline/bounded.ts";
import type { InstanceProperty } from "../pipeline/instance-report.ts";
import { lemmasAsInvariants } from "../passes/lemmas-as-invariants.ts";
import { searchedInstance } from "../pipeline/find-violations.ts";
import { prepareCompiled } from "../pipeline/prepare.ts";
import { provePrepared } from "../pipeline/prove-instance.ts";
import type { CheckReport } from "../pipeline/report.ts";
import type { FiniteLemmas } from "./embedded/search.ts";
import type { BoundedInstance } from "./report.ts";

/** Steps of paths for induction. */
const longest = 2;

/**
 * First the instances that were searched. Where that did not come to an end, and where lemmas were found for an instance, induction
 * over paths may know more.
 * @param protocol with the lemmas that are accepted
 */
export async function boundedInstances(protocol: Protocol, reports: readonly CheckReport[], finite: FiniteLemmas | undefined, ask: Ask, signal: AbortSignal): Promise<BoundedInstance[]> {
  const instances: BoundedInstance[] = [];
  for (const report of reports) {
    const searched = fromSearch(protocol, report);
    const shown = searched.properties.every((p) => p.verdict === "exhaustive") ? undefined : await byInduction(protocol, report.scope, [], ask, signal);
    instances.push(shown ? { ...searched, properties: searched.properties.map((p) => stronger(p, shown.properties.find((o) => o.name === p.name))) } : searched);
  }
  if (finite && finite.lemmas.length > 0) {
    const shown = await byInduction(protocol, finite.sizes, finite.lemmas, ask, signal);
    if (shown && shown.lemmas.length > 0) instances.push(shown);
  }
  return instances;
}

function fromSearch(protocol: Protocol, report: CheckReport): BoundedInstance {
  const known = new Map(protocol.properties.map((p) => [p.name, p]));
  return {
    ...searchedInstance(report), instance: report.instance, lemmas: [],
    properties: report.properties.flatMap(({ name, kind, doc, span, verdict, depth }): InstanceProperty[] => {
      if (kind === "reachable" || kind === "eventually" || kind === "leadsTo" || kind === "deadlock" || (kind !== "failure" && !known.has(name))) return [];
      return [{ name, kind: known.get(name)?.kind === "lemma" ? "lemma" : kind, doc, ...(span && { span }), verdict, limits: [], ...(depth !== undefined && { depth }) }];
    }),
  };
}

/** Undefined where the instance cannot be said. Whatever lemma is not shown is not told. */
async function byInduction(protocol: Protocol, scope: Readonly<Record<string, number>>, lemmas: readonly Expr[], ask: Ask, signal: AbortSignal): Promise<BoundedInstance | undefined> {
  if (signal.aborted) return undefined;
  const named = new Map(lemmas.map((body, i): [string, Property] => [`lemma ${i}`, { kind: "invariant", name: `lemma ${i}`, doc: "", body, span: body.span }]));
  const own = new Map(protocol.properties.map((p) => [p.name, p.kind]));
  try {
    const claimed = lemmasAsInvariants(protocol);
    const prepared = prepareCompiled({ protocol: { ...claimed, properties: [...claimed.properties.filter((p) => p.kind !== "reachable"), ...named.values()] }, warnings: [] }, { scope });
    const shown = await provePrepared(prepared, { method: { kind: "induction", k: longest }, signal }, ask);
    return {
      scope: prepared.instance.scope, instance: prepared.instance, complete: false,
      properties: shown.filter((p) => !named.has(p.name)).map((p) => (own.get(p.name) === "lemma" ? { ...p, kind: "lemma" as const } : p)),
      lemmas: shown.flatMap((p) => (named.has(p.name) && p.verdict === "exhaustive" ? [showExpr(named.get(p.name)!.body)] : [])),
    };
  } catch (error) {
    if (error instanceof DiagnosticsError) return undefined;
    throw error;
  }
}

const stronger = (searched: InstanceProperty, shown: InstanceProperty | undefined): InstanceProperty =>
  (searched.verdict !== "exhaustive" && shown?.verdict === "exhaustive" ? { ...searched, ...shown } : searched);

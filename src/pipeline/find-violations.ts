/** What could not be proved may be false: small instances are searched for a run that shows it. */
import { DiagnosticsError } from "../base/diagnostic.ts";
import { cardinality } from "../interp/domain.ts";
import { sortsOf } from "../interp/env.ts";
import type { Trace } from "../interp/trace.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Type } from "../ir/type.ts";
import { lemmasAsInvariants } from "../passes/lemmas-as-invariants.ts";
import { typeUses } from "../passes/type-uses.ts";
import { walkType } from "../ir/visit-type.ts";
import { checkPrepared } from "./check-prepared.ts";
import { prepareCompiled } from "./prepare.ts";
import type { CheckReport, PropertyReport } from "./report.ts";
import type { SearchedInstance } from "./prove-report.ts";

/** So that the question is answered within seconds, and always in the same way. */
const mostStates = 200_000;
/** What is gone through for one state, or to find the initial ones, even where few of them count. */
export const mostChoices = 2 ** 18;
/** Where each state takes long, after all. */
const timeoutMs = 30_000;
/** What the spec gives no size. */
const defaultSize = 2;

export interface Violations {
  /** By name of the property; failures under `no failure`. */
  readonly found: ReadonlyMap<string, { readonly trace: Trace; readonly instance: Protocol }>;
  readonly searched: readonly SearchedInstance[];
}

/**
 * @param protocol without a scope; its options are settled
 * @param maxStates of each instance, at most
 */
export async function findViolations(
  protocol: Protocol, scopes: readonly Readonly<Record<string, number>>[], signal: AbortSignal | undefined, maxStates = mostStates,
): Promise<Violations> {
  const found = new Map<string, { trace: Trace; instance: Protocol }>();
  const searched: SearchedInstance[] = [];
  const all = { ...lemmasAsInvariants(protocol), liveness: [] };
  for (const scope of distinct(scopes.map((s) => ({ ...defaults(protocol), ...s })))) {
    const prepared = attempt(() => prepareCompiled({ protocol: all, warnings: [] }, { scope }));
    if (!prepared || choicesOf(prepared.instance) > mostChoices) continue;
    const report = await checkPrepared("", prepared, { limits: { maxStates, timeoutMs }, keepGoing: true, ...(signal && { signal }) });
    searched.push(searchedInstance(report));
    for (const p of report.properties) {
      const name = nameOf(p);
      if (p.verdict === "violated" && p.trace && !found.has(name)) found.set(name, { trace: p.trace, instance: report.instance });
    }
  }
  return { found, searched };
}

export const searchedInstance = ({ scope, search }: CheckReport): SearchedInstance =>
  ({ scope, distinctStates: search.distinctStates, complete: search.end === "complete" && search.constraints.length === 0 });

/** Undefined where the instance cannot be searched: some range has no end. */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof DiagnosticsError) return undefined;
    throw error;
  }
}

/** How many candidates there are for an initial state, or instances of an action, whichever is more. */
export function choicesOf(instance: Protocol): number {
  const sorts = sortsOf(instance);
  const product = (typed: readonly { readonly type: Type }[]): number => typed.reduce((n, { type }) => n * cardinality(type, sorts), 1);
  const initial = product([...instance.state.filter((f) => f.initial === null), ...instance.inits.flatMap((i) => i.params)]);
  return Math.max(initial, ...instance.actions.map((a) => product(a.params)));
}

const nameOf = (p: PropertyReport): string => (p.kind === "failure" ? "no failure" : p.name);

const distinct = <T>(values: readonly T[]): T[] => [...new Map(values.map((v) => [JSON.stringify(v), v])).values()];

/** A size for everything that needs one, those of the spec first. */
export function defaults(protocol: Protocol): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const use of typeUses(protocol)) {
    walkType(use.type, (t) => {
      if (t.kind === "sort") sizes[t.name] = defaultSize;
      else if ((t.kind === "seq" || t.kind === "bag") && typeof t.max === "string") sizes[t.max] = defaultSize;
    });
  }
  return { ...sizes, ...protocol.scope };
}

/** In one instance: function and spec are compared in every state that is reached, for all arguments. */
import { DiagnosticsError } from "../../base/diagnostic.ts";
import type { Trace } from "../../interp/trace.ts";
import type { State, Value } from "../../interp/value.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { checkPrepared } from "../../pipeline/check-prepared.ts";
import { choicesOf, defaults, mostChoices, searchedInstance } from "../../pipeline/find-violations.ts";
import { prepareCompiled, type Prepared } from "../../pipeline/prepare.ts";
import type { SearchedInstance } from "../../pipeline/prove-report.ts";
import type { Sizes } from "../../passes/scope.ts";
import { InternalError } from "../../base/assert-never.ts";
import type { SearchLimits } from "../../../verifier/contract/search.ts";
import type { Binding } from "./binding.ts";
import type { TransitionFunction } from "./function.ts";
import { differenceAt, specFails } from "./judge.ts";
import { type Probe, probesOf } from "./probes.ts";
import type { Difference } from "./report.ts";

export interface Searched {
  /** Absent where no instance could be searched. */
  readonly instance?: SearchedInstance;
  /** By action, the first difference, with its run. */
  readonly found: ReadonlyMap<string, Difference>;
  /** Actions with which the function agrees in every state of the instance. */
  readonly settled: ReadonlySet<string>;
  /** Why not all of them. */
  readonly end: string;
}

/** So that it takes seconds, and the same states each time. */
const defaultLimits: SearchLimits = { maxStates: 200_000, timeoutMs: 60_000 };

interface SearchOptions { readonly scope?: Sizes; readonly limits?: SearchLimits; readonly signal?: AbortSignal }

/**
 * @param protocol its options are settled
 * @throws InternalError where engines disagree
 */
export async function searchInstance(protocol: Protocol, binding: Binding, fn: TransitionFunction, { scope, limits, signal }: SearchOptions): Promise<Searched> {
  const probes = probesOf(protocol, binding, fn, true);
  const notes = new Set(probes.actions.flatMap((p) => p.notes.map((n) => n.invariant)));
  const asked = { ...probes.protocol, liveness: [], metrics: [], properties: probes.protocol.properties.filter((p) => p.kind === "constraint" || notes.has(p.name)) };
  const none = (end: string): Searched => ({ found: new Map(), settled: new Set(), end });
  const prepared = prepare(asked, { ...defaults(protocol), ...scope }, scope !== undefined);
  if (!prepared || choicesOf(prepared.instance) > mostChoices) return none("no instance is small enough to be searched");
  const report = await checkPrepared("", prepared, { limits: { ...defaultLimits, ...limits }, keepGoing: true, warn: false, ...(signal && { signal }) });
  const found = new Map<string, Difference>();
  let fails = false;
  for (const p of report.properties) {
    const difference = p.trace && shownBy(p.trace, report.instance, binding, probes.actions);
    fails ||= p.trace !== undefined && !difference;
    if (difference && !found.has(difference.action)) found.set(difference.action, difference.shown);
  }
  const exhaustive = new Set(report.properties.filter((p) => p.verdict === "exhaustive").map((p) => p.name));
  const settled = probes.actions.filter((p) => p.notes.every((n) => exhaustive.has(n.invariant))).map((p) => p.bound.action.name);
  return { instance: searchedInstance(report), found, settled: new Set(settled), end: fails ? ends.failure : endOf(report.because) };
}

/** Undefined where some range has no end; a scope that somebody has chosen is an error then. */
function prepare(protocol: Protocol, scope: Sizes, chosen: boolean): Prepared | undefined {
  try {
    return prepareCompiled({ protocol, warnings: [] }, { scope });
  } catch (error) {
    if (error instanceof DiagnosticsError && !chosen) return undefined;
    throw error;
  }
}

const ends: Readonly<Record<string, string>> = {
  "max-states": "the instance has too many states to see all of them", timeout: "the search of an instance ran out of time", memory: "the search of an instance ran out of memory",
  constraint: "a constraint leaves states out", failure: "the spec itself fails in the instance", interrupted: "it was interrupted", violation: "the search ended at a violation",
};

const endOf = (because: readonly string[]): string => because.map((b) => ends[b] ?? b).join("; ") || "the instance was not searched to its end";

function shownBy(trace: Trace, instance: Protocol, binding: Binding, probes: readonly Probe[]): { readonly action: string; readonly shown: Difference } | undefined {
  const { initial, steps, end } = trace;
  if (initial === null) return undefined;
  const failed = end.kind === "failure" && end.source.kind === "action" ? end.source : undefined;
  const last = failed ?? steps.at(-1);
  const probe = probes.find((p) => last && (p.done === last.action || p.refusal === last.action));
  if (!last || !probe) return undefined;
  const before = failed ? steps : steps.slice(0, -1);
  const state = before.at(-1)?.state ?? initial;
  const args: readonly Value[] = last.args.map((a) => a.value);
  const difference = differenceAt(instance, binding, probe, state, args);
  if (!difference) {
    if (failed || specFails(instance, probe, state, args)) return undefined;
    throw new InternalError(`${probe.bound.action.name} was said to differ, and spec and function agree`);
  }
  const cut = (s: State): State => s.slice(0, difference.instance.state.length);
  return { action: probe.bound.action.name, shown: { ...difference, run: { initial: cut(initial), steps: before.map((s) => ({ ...s, state: cut(s.state) })) } } };
}

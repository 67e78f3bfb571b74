/** Shows that a transition function does what the actions of its spec say, whatever the size; or on which input it does not. */
import { InternalError } from "../../base/assert-never.ts";
import type { Span } from "../../base/span.ts";
import { compileFunction } from "../../frontend/functions.ts";
import type { ProofText } from "../../frontend/program.ts";
import { Snapshot } from "../../frontend/snapshot.ts";
import { compileSpec } from "../../frontend/protocol.ts";
import { DiagnosticsError } from "../../base/diagnostic.ts";
import { showExpr } from "../../interp/show-expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import { faultsOf } from "../../passes/faults.ts";
import { reduced } from "../../passes/reduced.ts";
import type { Sizes } from "../../passes/scope.ts";
import { induction, isInductive } from "../../pipeline/induction.ts";
import { shownOptions, withOptions } from "../../pipeline/options.ts";
import { consistency } from "../../pipeline/proof-consistency.ts";
import { lockBeside, ProofLock } from "../../pipeline/proof-lock.ts";
import { Session, type SessionListener, type SessionOptions } from "../../pipeline/proof-session.ts";
import { proofBeside, sectionOf } from "../../pipeline/prove.ts";
import type { SearchLimits } from "../../../verifier/contract/search.ts";
import { unlikeJavaScript } from "./as-javascript.ts";
import { bindFunction } from "./binding.ts";
import type { TransitionFunction } from "./function.ts";
import { type Outcome, outcomesOf } from "./goals.ts";
import { type Probe, probesOf } from "./probes.ts";
import type { TransitionAction, TransitionReport, TransitionVerdict } from "./report.ts";
import { type Searched, searchInstance } from "./search.ts";

export interface TransitionOptions extends Pick<SessionOptions, "timeoutMs" | "seed" | "parallel" | "makeSolver" | "signal"> {
  /** The name of the function; `transition` by default. */
  readonly function?: string;
  /** A file with lemmas. By default the proof.ts beside spec.ts, if there is one. */
  readonly proof?: string;
  /** The class to take, where the spec has several. */
  readonly protocol?: string;
  /** Values of the protocol's options by name; text is read as a value of the option's type. */
  readonly options?: Readonly<Record<string, string>>;
  /** Of the instance that is searched where something is not proved; it overrides the spec's own. */
  readonly scope?: Sizes;
  readonly limits?: SearchLimits;
  /** Whether what `tenet prove` has written to `proof.lock.json` counts; by default it does. */
  readonly lock?: boolean;
  readonly listener?: TransitionListener;
}

export interface TransitionListener extends SessionListener {
  /** Everything is compiled and the proof begins. */
  proving?(): void;
}

/**
 * @param spec a file, or a folder with a spec.ts
 * @param file with the function, which is read and never run
 * @throws DiagnosticsError where the spec, the function or an option is wrong; InternalError where engines disagree
 */
export async function proveTransition(spec: string, file: string, options: TransitionOptions = {}): Promise<TransitionReport> {
  const snapshot = new Snapshot();
  const proof = options.proof ?? proofBeside(spec);
  const choice = { ...(options.protocol !== undefined && { protocol: options.protocol }), snapshot };
  const compiled = compileSpec(spec, { ...choice, ...(proof !== undefined && { proof }) });
  const plain = proof === undefined ? compiled : compileSpec(spec, choice);
  const settle = (p: Protocol): Protocol => withOptions(p, options.options ?? {});
  const fn = readFunction(spec, file, options.function, snapshot);
  return compareFunction({ spec, file, proof: proof ?? null, protocol: settle(compiled.protocol), plain: settle(plain.protocol), fn, warnings: compiled.warnings }, options);
}

/** @throws DiagnosticsError */
export function readFunction(spec: string, file: string | ProofText, name = "transition", snapshot = new Snapshot()): TransitionFunction {
  const { params: [state, event], ...fn } = compileFunction(spec, file, name, snapshot);
  const problems = unlikeJavaScript(fn.result);
  if (problems.length > 0) throw new DiagnosticsError(problems);
  return { ...fn, state, event };
}

export interface Comparison extends Pick<TransitionReport, "spec" | "file" | "proof" | "warnings"> {
  /** With the lemmas of the proof; its options are settled. */
  readonly protocol: Protocol;
  /** Without. */
  readonly plain: Protocol;
  readonly fn: TransitionFunction;
}

/** @throws as above */
export async function compareFunction({ spec, file, proof, protocol, plain, fn, warnings }: Comparison, options: TransitionOptions = {}): Promise<TransitionReport> {
  const start = performance.now();
  const binding = bindFunction(protocol, fn);
  options.listener?.proving?.();
  const lock = options.lock === false ? undefined : await ProofLock.open(lockBeside(spec), sectionOf(protocol), false);
  const session = new Session(options, lock);
  try {
    const ask = session.ask.bind(session);
    const model = reduced(protocol);
    const consistent = await consistency(model, ask);
    const { kept } = await induction(model, ask);
    const probes = probesOf(protocol, binding, fn, false);
    const outcomes = await outcomesOf({ probes, binding, fn, kept }, ask);
    const open = probes.actions.some((p) => !outcomes.get(p)!.proved);
    const searched = open && !options.signal?.aborted ? await searchInstance(plain, bindFunction(plain, fn), fn, options) : undefined;
    const actions = probes.actions.map((p) => judged(p, outcomes.get(p)!, searched));
    return {
      protocol: protocol.name, spec, file, name: fn.name, span: fn.span, proof,
      sorts: protocol.sorts.map((s) => s.name), options: shownOptions(protocol), faults: faultsOf(protocol),
      verdict: weakest([...actions.map((a) => a.verdict), ...binding.foreign.map(() => "unknown" as const)]),
      actions,
      unbound: binding.unbound.map(({ name, role, span }) => ({ name, role: role ?? "action", span })),
      foreign: binding.foreign,
      fields: binding.fields.map((b) => b.field.name), hidden: binding.hidden,
      refusesBy: binding.refuses ? "undefined" : "same state",
      notAssumed: model.properties.filter((p) => isInductive(p) && !kept.has(p.name)).map((p) => p.name),
      ...(searched?.instance && { searched: searched.instance }),
      interrupted: options.signal?.aborted ?? false,
      warnings: [...warnings, ...consistent.warnings, ...(lock?.warnings ?? [])],
      solver: { ...session.figures, seconds: (performance.now() - start) / 1000 },
    };
  } finally {
    await session.close();
  }
}

function judged({ bound: { action, span, untold }, guard, refusal }: Probe, outcome: Outcome, searched: Searched | undefined): TransitionAction {
  const reached = searched?.found.get(action.name);
  // What an instance can hold of a sequence or an integer is no concern of a proof.
  if (outcome.proved && reached && reached.kind !== "failed") throw new InternalError(`${action.name} was proved, and differs in an instance`);
  const found = outcome.proved ? undefined : reached;
  const verdict: TransitionVerdict = found ? "violated" : outcome.proved ? "proved" : searched?.settled.has(action.name) ? "exhaustive" : "unknown";
  const difference = found ?? outcome.difference;
  return {
    name: action.name, verdict, event: span, span: action.span, untold, never: outcome.never, goals: outcome.goals,
    assumed: guard.assumed.map((e): { text: string; span: Span } => ({ text: showExpr(e), span: e.span })),
    refusals: guard.undecided ? "hidden" : refusal === undefined ? "nothing" : "compared",
    because: [...outcome.because, ...(verdict === "unknown" && searched ? [searched.end] : [])],
    ...(difference && { difference }),
  };
}

const strength: Readonly<Record<TransitionVerdict, number>> = { violated: 0, unknown: 1, exhaustive: 2, proved: 3 };
const weakest = (verdicts: readonly TransitionVerdict[]): TransitionVerdict => verdicts.reduce((a, b) => (strength[a] < strength[b] ? a : b), "proved");

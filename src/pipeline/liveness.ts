/** Checks what fair runs of an instance do, and has the oracle confirm the runs that do not. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { Codec } from "../backends/explicit/codec.ts";
import { emitModel } from "../backends/explicit/emit-model.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import { replay } from "../interp/replay.ts";
import type { State } from "../interp/value.ts";
import type { Lasso, LivenessResult } from "../../verifier/contract/liveness.ts";
import type { SearchLimits, SearchListener } from "../../verifier/contract/search.ts";
import { checkLiveness } from "../../verifier/explicit/liveness.ts";
import { type Evidence, restore } from "./evidence.ts";
import type { Prepared } from "./prepare.ts";
import type { Because, PropertyReport, SearchReport } from "./report.ts";
import { cuts, type Grounds, settleLiveness } from "./verdict.ts";

export interface CheckedLiveness {
  /** In the order of the spec. */
  readonly reports: readonly PropertyReport[];
  /** Predicates that fail to evaluate. */
  readonly failures: readonly Evidence[];
  readonly warnings: readonly Diagnostic[];
  readonly search?: NonNullable<SearchReport["liveness"]>;
}

/**
 * All states are explored once more, with their steps, each as it is: whatever made the search before this one smaller (symmetry,
 * reduction) is not sound for runs that go on for ever.
 * @param grounds of the search for all else: where it has not seen every state, nothing is said of liveness
 * @throws InternalError where the oracle does not agree with the engine
 */
export async function livenessOf(prepared: Prepared, limits: SearchLimits, grounds: Grounds, listener: SearchListener): Promise<CheckedLiveness> {
  const { instance, model } = prepared;
  if (instance.liveness.length === 0) return { reports: [], failures: [], warnings: [] };
  const because = cuts("eventually", grounds);
  if (because.length > 0) return { reports: reportsOf(prepared, because, [], []), failures: [], warnings: [] };
  const emitted = emitModel({ ...model, properties: [] }, { labels: true, instances: true, liveness: true });
  const request = { limits, fair: model.actions.map((a) => a.fair ?? null), properties: model.liveness.map((l) => l.kind) };
  const result = await checkLiveness(instantiateModule(emitted.source), request, listener);
  const codec = new Codec(model, emitted.layout);
  const states = (path: readonly Uint32Array[]): State[] => path.map((packed) => restore(codec.decode(packed), model, instance));
  const lassos = result.lassos.map((lasso) => evidenceOf(prepared, lasso, states(lasso.path)));
  const ended: Because[] = result.end === "complete" ? [] : [result.end];
  const { end, transitions, seconds } = result;
  return {
    reports: reportsOf(prepared, ended, result.holds, lassos), failures: failuresOf(prepared, result, states, emitted.failureSites),
    warnings: vacuous(prepared, result), search: { end, states: result.states, transitions, seconds },
  };
}

function evidenceOf({ instance, model }: Prepared, { property, choice, loop }: Lasso, states: readonly State[]): Evidence {
  const { kind, name } = model.liveness[property];
  const claim = { kind, name, choice, loop };
  return { claim, trace: replay(instance, states, claim) };
}

function reportsOf({ instance }: Prepared, because: readonly Because[], holds: readonly boolean[], lassos: readonly Evidence[]): PropertyReport[] {
  return instance.liveness.map(({ name, kind, doc, span }, i): PropertyReport => {
    const lasso = lassos.find(({ claim }) => claim.kind === kind && claim.name === name);
    const found = lasso ? "lasso" : holds[i] ? "holds" : "nothing";
    return { name, kind, doc, span, ...settleLiveness(found, because), ...(lasso && { trace: lasso.trace }) };
  });
}

function failuresOf({ instance }: Prepared, { failure }: LivenessResult, states: (path: readonly Uint32Array[]) => State[], sites: ReturnType<typeof emitModel>["failureSites"]): Evidence[] {
  if (!failure) return [];
  const claim = { kind: "failure", span: sites[failure.site].span, action: null } as const;
  return [{ claim, trace: replay(instance, states(failure.path), claim) }];
}

function vacuous({ instance }: Prepared, result: LivenessResult): Diagnostic[] {
  return instance.liveness.flatMap((l, i): Diagnostic[] => (l.from && result.vacuous[i] ? [{
    code: "T7001", severity: "warning", message: `${l.name} holds vacuously: this condition is true in no reachable state`, span: l.from.span,
    help: "Ask with a @reachable for what should become true here, or look for the step that is missing.",
  }] : []));
}

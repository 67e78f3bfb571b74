/** Searches an instance up to symmetry where that pays, and tells what was done. */
import { type EmittedModel, emitModel } from "../backends/explicit/emit-model.ts";
import type { EmitOptions } from "../backends/explicit/program.ts";
import { instantiateModule } from "../backends/explicit/module.ts";
import { type Distinction, interchangeable } from "../passes/interchangeable.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Symmetry } from "../backends/explicit/symmetry/form.ts";
import { symmetryOf } from "../backends/explicit/symmetry/plan.ts";
import type { ModelModule } from "../../verifier/contract/model.ts";
import type { SearchListener, SearchRequest, SearchResult } from "../../verifier/contract/search.ts";
import { search } from "../../verifier/explicit/search.ts";
import { realRun } from "./real-run.ts";

/**
 * - `auto`: where an instance has more states than are quickly seen one by one.
 * - `on`: from the start, as far as sorts are interchangeable.
 */
export type SymmetryChoice = "auto" | "on" | "off";

export interface SymmetryReport {
  /** The sorts whose values were taken for interchangeable: states that differ by a permutation of them counted as one. */
  readonly sorts: readonly string[];
  /** Why other sorts were not. */
  readonly apart: readonly Distinction[];
}

/** What is searched. */
export interface Subject {
  readonly model: Protocol;
  /** The model with all its steps, as emitted with `emit` but for its reduction. */
  readonly emitted: EmittedModel;
  readonly emit: EmitOptions;
}

export interface Searched {
  readonly result: SearchResult;
  /** Absent where states were told apart. */
  readonly symmetry?: SymmetryReport;
}

/** States that are looked at one by one before symmetry is used: there counts stay what they are, and it takes a moment. */
const fewStates = 100_000;

export async function searchInstance({ model, emitted, emit }: Subject, request: SearchRequest, choice: SymmetryChoice, listener: SearchListener): Promise<Searched> {
  const whole = moduleOf(emitted, emit);
  const plain = emit.reduction?.length ? moduleOf(emitModel(model, emit), emit) : whole;
  const { sorts, distinctions } = choice === "off" ? { sorts: [], distinctions: [] } : interchangeable(model, emitted.isSafe);
  const symmetry = symmetryOf(emitted.layout, sorts);
  const asked = identified(request, symmetry);
  if (symmetry.slices.length === 0) {
    return { result: await search(plain, asked, listener), ...(choice === "on" && { symmetry: reportOf(symmetry, distinctions) }) };
  }
  // What is kept for another run is of one search from its start.
  const first = choice === "auto" && !request.checkpoint ? await firstStates(plain, request, listener) : undefined;
  if (first?.decided) return { result: first.result };
  const canonical = moduleOf(emitModel(model, { ...emit, symmetry }), emit);
  const left = { ...asked, limits: { ...request.limits, ...timeLeft(request, first?.result) } };
  const result = await search(canonical, left, listener);
  return {
    result: {
      ...result,
      findings: result.findings.map((f) => realRun(f, whole, canonical)),
      stats: { ...result.stats, seconds: result.stats.seconds + (first?.result.stats.seconds ?? 0) },
    },
    symmetry: reportOf(symmetry, distinctions),
  };
}

/** A checkpoint says what its states are. */
function identified(request: SearchRequest, { slices }: Symmetry): SearchRequest {
  const { checkpoint } = request;
  const symmetry = slices.map((s) => s.sort).join(", ") || "none";
  return checkpoint ? { ...request, checkpoint: { ...checkpoint, identity: { ...checkpoint.identity, symmetry } } } : request;
}

/** Labels are told in JavaScript only. */
const moduleOf = ({ source, wasm }: EmittedModel, { labels }: EmitOptions): ModelModule => instantiateModule(source, labels ? undefined : wasm);

function reportOf({ slices, left }: Symmetry, apart: readonly Distinction[]): SymmetryReport {
  const related = left.map(({ sort, field }): Distinction => ({ sort, reason: `${field.name} relates its values with others`, span: field.span }));
  return { sorts: slices.map((s) => s.sort), apart: [...apart, ...related] };
}

/** A search of few states; decided where it did not end because of that. */
async function firstStates(plain: ModelModule, request: SearchRequest, listener: SearchListener): Promise<{ result: SearchResult; decided: boolean }> {
  const { maxStates = Infinity } = request.limits;
  const result = await search(plain, { ...request, limits: { ...request.limits, maxStates: Math.min(maxStates, fewStates) } }, listener);
  return { result, decided: result.end !== "max-states" || maxStates <= fewStates };
}

function timeLeft({ limits }: SearchRequest, before: SearchResult | undefined): { readonly timeoutMs?: number } {
  return limits.timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, limits.timeoutMs - 1000 * (before?.stats.seconds ?? 0)) };
}

/** What is asked of the check of liveness properties, and what comes back. States are packed: see `model.ts`. */
import type { SearchEnd, SearchLimits } from "./search.ts";

/** Of a model that was emitted with labels, instances and liveness. */
export interface LivenessRequest {
  readonly limits: Omit<SearchLimits, "maxDepth">;
  /** By action. A fair action owes something to each of its instances: a weak one that stays enabled is taken at last, a strong one that is enabled again and again. */
  readonly fair: readonly ("weak" | "strong" | null)[];
  /** In the order of the model's predicates: `leadsTo` has two of them, what it begins with first. */
  readonly properties: readonly ("eventually" | "leadsTo")[];
}

/** A fair run on which a property does not hold. */
export interface Lasso {
  readonly property: number;
  /** The choice of the property's parameters, by number. */
  readonly choice: number;
  /** From an initial state. Its last state is that at `loop` again, from which on it repeats itself; where that is the last itself, the run stays there. */
  readonly path: readonly Uint32Array[];
  readonly loop: number;
}

export interface LivenessResult {
  /** `failure`: something failed to evaluate, so that steps are missing. */
  readonly end: Exclude<SearchEnd, "violation" | "max-depth"> | "failure";
  readonly states: number;
  readonly transitions: number;
  readonly seconds: number;
  /** By property: whether it is known to hold. Where it does not, there is a lasso. */
  readonly holds: readonly boolean[];
  /** By property, at most one. */
  readonly lassos: readonly Lasso[];
  /** By property: what a `leadsTo` begins with is true in no state, for no choice. Only of those that hold. */
  readonly vacuous: readonly boolean[];
  /** A predicate failed to evaluate, in the last state of the path. */
  readonly failure?: { readonly site: number; readonly path: readonly Uint32Array[] };
}

import type { Span } from "../base/span.ts";
import type { State } from "./value.ts";

/** What a run is said to show, at its end. */
export type Claim =
  /** The property of that kind and name: false (of the last step, for `step`), or true for a `reachable`. */
  | { readonly kind: "invariant" | "step" | "reachable"; readonly name: string }
  | { readonly kind: "deadlock" }
  /** The `reachable` of that name is false, and stays so: which the last state alone does not show. */
  | { readonly kind: "stuck"; readonly name: string }
  /**
   * The states from place `loop` on are visited again and again, the last being the same as that one, or the run stays in the last. That is
   * fair, and yet the property does not hold with the values of its parameters at place `choice` of their enumeration.
   */
  | { readonly kind: "eventually" | "leadsTo"; readonly name: string; readonly choice: number; readonly loop: number }
  /** `action` is the name of the one that failed, or null where a property, an initial value or an init did. */
  | { readonly kind: "failure"; readonly span: Span; readonly action: string | null };

/**
 * States from an initial one on, each a step from the one before. Empty for a failure in the initial states themselves.
 * A failure of an action ends in the state where the action was tried; that of a property in the state where it was
 * evaluated, which for a step property is the state after the step.
 */
export interface Run {
  readonly claim: Claim;
  readonly states: readonly State[];
}

/** Why an instance has so many states, and whether its properties say anything: plain data. */
import type { Span } from "../base/span.ts";

export interface ActionInsight {
  readonly name: string;
  /** Instances that were enabled, over all expanded states. */
  readonly enabled: number;
  /** Those of them that led from a state to another one, within the constraints. */
  readonly fired: number;
  /** States that were found first by one of those. */
  readonly found: number;
}

export interface PropertyInsight {
  readonly name: string;
  readonly kind: "invariant" | "step" | "reachable";
  /** What has to be true for the property to say something: the left side of each implication in it; of a reachable, itself. */
  readonly conditions: readonly { readonly span: Span; readonly states: number }[];
}

export interface VariableInsight {
  readonly name: string;
  /** In a packed state. */
  readonly bits: number;
  /** Different values, or a number that they are more than. */
  readonly values: number;
  readonly exact: boolean;
}

export interface Insight {
  /** States that all this was counted over. */
  readonly states: number;
  /** Those of them whose steps were counted. */
  readonly expanded: number;
  readonly bits: number;
  readonly actions: readonly ActionInsight[];
  readonly properties: readonly PropertyInsight[];
  /** The widest first. */
  readonly variables: readonly VariableInsight[];
  /** Fields that never change, and take no bits. */
  readonly constants: readonly string[];
  /** By depth, the states that are so many steps from an initial one. */
  readonly levels: readonly number[];
  readonly branching: {
    /** Enabled instances per expanded state. */
    readonly average: number;
    readonly most: number;
    /** Expanded states without any. */
    readonly withoutSteps: number;
  };
}

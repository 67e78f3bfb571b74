/** What somebody says that has happened. */
import type { Action } from "../../ir/protocol.ts";
import type { Value } from "../../interp/value.ts";
import type { Observation } from "./observation.ts";

/** Instances of an action: an argument that is not known may be any value of its type. */
export interface Candidate {
  readonly action: Action;
  readonly args: readonly (Value | undefined)[];
}

export interface HistoryEvent {
  /**
   * - `done`: a step, of one of the candidates.
   * - `refused`: one of the candidates was asked for, and was not enabled; nothing has changed.
   * - `look`: no step; somebody has looked at the state.
   */
  readonly kind: "done" | "refused" | "look";
  /** None for a look. */
  readonly candidates: readonly Candidate[];
  /** Seen of the state right before. */
  readonly before: Observation;
  /** Seen of the state right after. */
  readonly after: Observation;
}

/** An event among others of which not all are ordered. What is in one lane happened in its order. */
export interface Placed<E extends HistoryEvent = HistoryEvent> {
  readonly event: E;
  /** By lane, how many events there happened before this one. None where that follows from the lane. */
  readonly needs: readonly number[];
  /** It may not have happened at all. */
  readonly optional: boolean;
  /** Of two that are both possible, the one with the lesser rank is tried first. */
  readonly rank: number;
}

export type Lanes<E extends HistoryEvent = HistoryEvent> = readonly (readonly Placed<E>[])[];

import type { Sighting } from "./findings.ts";

/**
 * A point that a search can go on from, as if it had never stopped: all that was found from the states below `next` is among the
 * first `states`, those were looked at, and nothing else has happened.
 */
export interface Cut {
  readonly states: number;
  /** The first that is not expanded. */
  readonly next: number;
  /** Of the states being expanded. */
  readonly depth: number;
  /** By depth, where its states begin, up to the depth after that one. */
  readonly starts: readonly number[];
  readonly transitions: number;
  readonly enabled: readonly number[];
  readonly sightings: readonly Sighting[];
  /** That the search took until then. */
  readonly milliseconds: number;
}

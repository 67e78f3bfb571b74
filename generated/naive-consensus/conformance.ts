/** What an adapter of NaiveConsensus is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Value = `value${number}`;
export type Vote = { node: Node; value: Value };
export type Counted = { quorum: ReadonlySet<Node>; value: Value };

/**
 * Consensus in three steps, each by whoever likes: votes are cast, counted, and the result is learned (an example of Ivy's).
 * Naive, as nothing is decided when the votes are split.
 */
export interface NaiveConsensusModel {
  actions: {
    cast: { node: Node; value: Value };
    countVotes: { quorum: ReadonlySet<Node>; value: Value };
    learn: { tally: Counted };
  };
  faults: never;
  state: {
    votes: ReadonlySet<Vote>;
    counted: ReadonlySet<Counted>;
    decided: ReadonlySet<Value>;
  };
}

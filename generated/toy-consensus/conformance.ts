/** What an adapter of ToyConsensus is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Value = `value${number}`;

/** Consensus by one round of votes: a value that a majority voted for is decided (an example of Ivy's). */
export interface ToyConsensusModel {
  actions: {
    cast: { node: Node; value: Value };
    decide: { value: Value; quorum: ReadonlySet<Node> };
  };
  faults: never;
  state: {
    vote: Readonly<Record<Node, Value | undefined>>;
    decided: ReadonlySet<Value>;
  };
}

/** What an adapter of ConsensusForall is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Value = `value${number}`;
export type Sent =
  | { kind: "request"; candidate: Node; voter: Node }
  | { kind: "vote"; candidate: Node; voter: Node };
export type Vote = { candidate: Node; voter: Node };
export type Decided = { node: Node; value: Value };

/**
 * Consensus by an elected leader: whoever has the votes of a quorum leads, and decides (an example of mypyvy's).
 * The quorum by which a leader was elected is part of the state, where it would be enough that there is one. This is what
 * the name is about: invariants are then about *that* quorum, and need no `exists`.
 */
export interface ConsensusForallModel {
  actions: {
    requestVote: { candidate: Node; voter: Node };
    vote: { voter: Node; candidate: Node };
    receiveVote: { m: Sent };
    chooseQuorum: { candidate: Node; quorum: ReadonlySet<Node> };
    lead: { candidate: Node };
    decide: { node: Node; value: Value };
  };
  faults: never;
  state: {
    sent: ReadonlySet<Sent>;
    voted: Readonly<Record<Node, boolean>>;
    votes: ReadonlySet<Vote>;
    quorum: ReadonlySet<Node>;
    leader: Readonly<Record<Node, boolean>>;
    decided: ReadonlySet<Decided>;
  };
}

/** What an adapter of QuorumLeaderElection is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Vote = { candidate: Node; voter: Node };

/** Election of a leader by a majority of votes (an example of Ivy's). */
export interface QuorumLeaderElectionModel {
  actions: {
    vote: { voter: Node; candidate: Node };
    win: { candidate: Node; quorum: ReadonlySet<Node> };
  };
  faults: never;
  state: {
    votes: ReadonlySet<Vote>;
    leaders: ReadonlySet<Node>;
  };
}

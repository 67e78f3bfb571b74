import { action, exists, forall, implies, invariant, reachable, require, type Majority, type Sort } from "tenet";

type Node = Sort<"Node">;

interface Vote {
  voter: Node;
  candidate: Node;
}

/** Election of a leader by a majority of votes (an example of Ivy's). */
export class QuorumLeaderElection {
  static scope = { Node: 3 };

  votes = new Set<Vote>();
  leaders = new Set<Node>();

  @action vote(voter: Node, candidate: Node) {
    require(!exists((other: Node) => this.votes.has({ voter, candidate: other })));
    this.votes.add({ voter, candidate });
  }

  @action win(candidate: Node, quorum: Majority<Node>) {
    require(forall(quorum, (voter) => this.votes.has({ voter, candidate })));
    this.leaders.add(candidate);
  }

  @invariant oneLeader() {
    return forall((a: Node, b: Node) => implies(this.leaders.has(a) && this.leaders.has(b), a === b));
  }

  @reachable someLeader() {
    return exists((node: Node) => this.leaders.has(node));
  }
}

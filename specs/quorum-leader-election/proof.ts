import { exists, forall, implies, lemma, type Majority, type Sort } from "tenet";
import { QuorumLeaderElection } from "./spec.ts";

type Node = Sort<"Node">;

export class QuorumLeaderElectionProof extends QuorumLeaderElection {
  @lemma oneVoteEach() {
    return forall((voter: Node, a: Node, b: Node) =>
      implies(this.votes.has({ voter, candidate: a }) && this.votes.has({ voter, candidate: b }), a === b),
    );
  }

  @lemma leadersWonAMajority() {
    return forall((candidate: Node) =>
      implies(this.leaders.has(candidate), exists((quorum: Majority<Node>) => forall(quorum, (voter) => this.votes.has({ voter, candidate })))),
    );
  }
}

import { forall, implies, lemma, type Sort } from "tenet";
import { ConsensusForall } from "./spec.ts";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

export class ConsensusForallProof extends ConsensusForall {
  @lemma whoSentAVoteHasVoted() {
    return forall((voter: Node, candidate: Node) => implies(this.sent.has({ kind: "vote", voter, candidate }), this.voted[voter]));
  }

  @lemma oneVoteEach() {
    return forall((voter: Node, a: Node, b: Node) =>
      implies(this.sent.has({ kind: "vote", voter, candidate: a }) && this.sent.has({ kind: "vote", voter, candidate: b }), a === b),
    );
  }

  @lemma receivedWasSent() {
    return forall((voter: Node, candidate: Node) =>
      implies(this.votes.has({ candidate, voter }), this.sent.has({ kind: "vote", voter, candidate })),
    );
  }

  /** Also of the quorum as it is now: it changes only to another one that is for the same candidate. */
  @lemma leadersAreBackedByTheQuorum() {
    return forall((node: Node) => implies(this.leader[node], this.isBackedBy(node, this.quorum)));
  }

  @lemma leadersDecide() {
    return forall((node: Node, value: Value) => implies(this.decided.has({ node, value }), this.leader[node]));
  }
}

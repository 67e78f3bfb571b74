import { exists, forall, implies, lemma, type Majority, type Sort } from "tenet";
import { NaiveConsensus } from "./spec.ts";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

export class NaiveConsensusProof extends NaiveConsensus {
  @lemma oneVoteEach() {
    return forall((node: Node, a: Value, b: Value) =>
      implies(this.votes.has({ node, value: a }) && this.votes.has({ node, value: b }), a === b),
    );
  }

  @lemma countedAreVotes() {
    return forall((quorum: Majority<Node>, value: Value) =>
      implies(this.counted.has({ quorum, value }), forall(quorum, (node) => this.votes.has({ node, value }))),
    );
  }

  @lemma decidedWasCounted() {
    return forall((value: Value) =>
      implies(this.decided.has(value), exists((quorum: Majority<Node>) => this.counted.has({ quorum, value }))),
    );
  }
}

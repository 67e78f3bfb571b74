import { exists, forall, implies, lemma, type Majority, type Sort } from "tenet";
import { ToyConsensus } from "./spec.ts";

type Node = Sort<"Node">;
type Value = Sort<"Value">;

export class ToyConsensusProof extends ToyConsensus {
  @lemma decidedByMajority() {
    return forall((value: Value) =>
      implies(this.decided.has(value), exists((quorum: Majority<Node>) => forall(quorum, (node) => this.vote[node] === value))),
    );
  }
}

import { action, ghost, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost ever = new Set<Node>();

  @action override take(node: Node) {
    const other = node; // error T3013: does not begin with the step
    super.take(other);
    this.ever.add(node);
  }

  @action override drop() { // error T3013 `drop`: does not begin with the step
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder);
  }
}

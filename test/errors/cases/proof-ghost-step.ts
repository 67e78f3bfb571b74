import { action, ghost, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost ever = new Set<Node>();

  @action override take(node: Node) {
    this.ever.add(node); // error T3013 `this.ever.add(node);`: does not begin with the step
    super.take(node);
  }

  @action override drop() {
    super.drop();
    super.drop(); // error T3013 `super.drop`: taken once
    this.ever.clear();
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder);
  }
}

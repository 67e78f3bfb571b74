import { action, ghost, init, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

const somebody = (node: Node): Node => node;

export class LockProof extends Lock {
  @ghost ever = new Set<Node>();

  @action override take(node: Node) {
    super.take(somebody(node)); // error T3013 `super.take(somebody(node))`: not taken with the values
    this.ever.add(node);
  }

  @init override drop() { // error T3013 `drop`: drop is no @init of the protocol // error T3005 `drop`
    super.drop();
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder);
  }
}

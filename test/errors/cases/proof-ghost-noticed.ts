import { action, ghost, lemma, require } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost ever = new Set<Node>();
  @ghost last: Node | undefined = undefined;

  @action override take(node: Node) {
    super.take(node);
    require(!this.ever.has(node)); // error T3013: a guard in a proof
    this.ever.add(node);
  }

  @action override drop() {
    super.drop();
    if (this.ever.size === 0) this.holder = undefined; // error T3013: holder belongs to the protocol
    this.last = undefined;
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder) || this.last === undefined;
  }
}

import { action, ghost, type Int, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost ever = new Set<Node>();

  @action override wait(patience: Int<0, 2>) { // error T3013 `patience: Int<0, 2>`: other values than in the protocol
    super.wait(patience);
  }

  @action override free() { // error T3013 `free`: free is no @action of the protocol
    return true;
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder);
  }
}

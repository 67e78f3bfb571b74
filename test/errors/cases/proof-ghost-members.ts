import { action, ghost, lemma } from "tenet";
import { Lock, type Node } from "../proofs/lock.ts";

export class LockProof extends Lock {
  @ghost any!: Node; // error T3015 `any`: starts with any value
  @ghost override holder: Node | undefined = undefined; // error T3013 `override`: would replace
  @ghost other = new Lock(); // error T3013 `new Lock()`: would bring in the steps of another spec // error T3008 `new Lock()`
  @ghost ever = new Set<Node>();

  @action override take(node: Node) {
    super.take(node);
    this.ever.add(node);
  }

  @lemma remembered() {
    return this.holder === undefined || this.ever.has(this.holder) || this.ever.has(this.any) || this.other.free();
  }
}

import { forall, implies, lemma, type Sort } from "tenet";
import { DecentralizedLock } from "./spec.ts";

type Node = Sort<"Node">;

/** The lock is in one place: with a node or in a message. */
export class DecentralizedLockProof extends DecentralizedLock {
  @lemma noHolderWhileOnTheMove() {
    return forall((from: Node, to: Node, holder: Node) => !(this.sent.has({ from, to }) && this.holders.has(holder)));
  }

  @lemma oneMessage() {
    return forall((from: Node, to: Node, from2: Node, to2: Node) =>
      implies(this.sent.has({ from, to }) && this.sent.has({ from: from2, to: to2 }), from === from2 && to === to2),
    );
  }
}

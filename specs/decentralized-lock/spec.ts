import { action, exists, forall, implies, init, invariant, reachable, require, type Sort } from "tenet";

type Node = Sort<"Node">;

/** A message that hands the lock over. */
interface Transfer {
  from: Node;
  to: Node;
}

/** Nodes that send a lock to one another, without a server (simple-decentralized-lock, an example of Ivy's). */
export class DecentralizedLock {
  static scope = { Node: 3 };

  holders = new Set<Node>();
  /** Messages on their way: to receive one takes it away. */
  sent = new Set<Transfer>();

  @init someoneHasIt(node: Node) {
    this.holders.add(node);
  }

  @action send(from: Node, to: Node) {
    require(this.holders.has(from));
    this.holders.delete(from);
    this.sent.add({ from, to });
  }

  @action receive(transfer: Transfer) {
    require(this.sent.has(transfer));
    this.sent.delete(transfer);
    this.holders.add(transfer.to);
  }

  /** No two nodes hold the lock. */
  @invariant exclusive() {
    return forall((a: Node, b: Node) => implies(this.holders.has(a) && this.holders.has(b), a === b));
  }

  @reachable onTheMove() {
    return exists((transfer: Transfer) => this.sent.has(transfer));
  }
}

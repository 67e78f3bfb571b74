import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Node = Sort<"Node">;

interface Packet {
  from: Node;
  to: Node;
}

/** A firewall that lets in only answers: packets from nodes that someone inside has written to (an example of mypyvy's). */
export class Firewall {
  static scope = { Node: 3 };

  readonly inside!: Set<Node>;
  sent = new Set<Packet>();
  /** Those outside that may write to the inside. */
  trusted = new Set<Node>();

  @action sendOut(from: Node, to: Node) {
    require(this.inside.has(from) && !this.inside.has(to));
    this.sent.add({ from, to });
    this.trusted.add(to);
  }

  @action sendIn(from: Node, to: Node) {
    require(!this.inside.has(from) && this.inside.has(to) && this.trusted.has(from));
    this.sent.add({ from, to });
  }

  /** Whether someone inside has written to a node. */
  invited(node: Node) {
    return exists((from: Node) => this.inside.has(from) && this.sent.has({ from, to: node }));
  }

  /** Nothing comes in that was not invited. */
  @invariant onlyInvitedComeIn() {
    return forall((from: Node, to: Node) => implies(this.sent.has({ from, to }) && this.inside.has(to), this.invited(from)));
  }

  @reachable someoneComesIn() {
    return exists((from: Node, to: Node) => this.sent.has({ from, to }) && this.inside.has(to));
  }
}

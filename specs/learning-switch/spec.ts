import { action, exists, filter, forall, implies, invariant, reachable, require, type Sort } from "tenet";

/** A switch, and the machine behind it. */
type Node = Sort<"Node">;

/** Sent by `source`, and now on the link between two switches. */
interface Packet {
  source: Node;
  from: Node;
  to: Node;
}

/** Packets for `target` come from one node to another, as the switches between them pass them on. */
interface Path {
  target: Node;
  from: Node;
  to: Node;
}

/**
 * Switches that learn from the packets that pass where their sources are (learning_switch, an example of Ivy's). Where a
 * packet is bound for does not matter to what is learned, so a switch passes it on to everyone; and packets stay in
 * `sent`, as any of them may arrive late, twice or never.
 */
export class LearningSwitch {
  static scope = { Node: 3 };

  sent = new Set<Packet>();
  /** What the routing tables of all switches amount to. At first, no packet leaves a node. */
  paths: Set<Path> = filter((path: Path) => path.from === path.to);

  @action start(source: Node) {
    this.sent.add({ source, from: source, to: source });
  }

  /** A switch without a route to the source learns that it is where the packet came from. */
  @action forward(packet: Packet) {
    const { source, from, to: here } = packet;
    require(this.sent.has(packet));
    if (here !== source && !this.hasRoute(here, source)) {
      this.paths = this.paths.union(filter((path: Path) =>
        path.target === source &&
        this.paths.has({ target: source, from: path.from, to: here }) &&
        this.paths.has({ target: source, from, to: path.to }),
      ));
    }
    this.sent = this.sent.union(filter((next: Packet) => next.source === source && next.from === here));
  }

  hasRoute(node: Node, target: Node) {
    return exists((to: Node) => to !== node && this.paths.has({ target, from: node, to }));
  }

  @invariant reflexive() {
    return forall((target: Node, a: Node) => this.paths.has({ target, from: a, to: a }));
  }

  @invariant transitive() {
    return forall((target: Node, a: Node, b: Node, c: Node) =>
      implies(this.paths.has({ target, from: a, to: b }) && this.paths.has({ target, from: b, to: c }), this.paths.has({ target, from: a, to: c })),
    );
  }

  /** No packet comes back to where it was. */
  @invariant noLoops() {
    return forall((target: Node, a: Node, b: Node) =>
      implies(this.paths.has({ target, from: a, to: b }) && this.paths.has({ target, from: b, to: a }), a === b),
    );
  }

  /** A packet has one way to go: of two nodes that it comes to, one is on the way to the other. */
  @invariant noForks() {
    return forall((target: Node, a: Node, b: Node, c: Node) =>
      implies(
        this.paths.has({ target, from: a, to: b }) && this.paths.has({ target, from: a, to: c }),
        this.paths.has({ target, from: b, to: c }) || this.paths.has({ target, from: c, to: b }),
      ),
    );
  }

  @reachable everyoneKnowsTheWay() {
    return forall((node: Node, target: Node) => this.paths.has({ target, from: node, to: target }));
  }
}

import { action, exists, fill, first, forall, implies, init, invariant, reachable, require, type Order, type Sort } from "tenet";

type Node = Sort<"Node">;
type Epoch = Order<"Epoch">;

type Message = { kind: "transfer"; to: Node; epoch: Epoch } | { kind: "locked"; by: Node; epoch: Epoch };

/** A lock that is handed from node to node, with a new epoch each time (the example of IronFleet, Hawblitzel et al., 2015). */
export class EpochLock {
  static scope = { Node: 3, Epoch: 3 };

  held: Record<Node, boolean> = fill(false);
  epoch: Record<Node, Epoch> = fill(first<Epoch>());
  network = new Set<Message>();

  @init oneHolder(node: Node) {
    this.held[node] = true;
  }

  @action grant(from: Node, to: Node, epoch: Epoch) {
    require(this.held[from] && this.epoch[from] < epoch);
    this.held[from] = false;
    this.network.add({ kind: "transfer", to, epoch });
  }

  @action accept(node: Node, message: Message) {
    require(this.network.has(message) && message.kind === "transfer" && message.to === node && this.epoch[node] < message.epoch);
    this.held[node] = true;
    this.epoch[node] = message.epoch;
    this.network.add({ kind: "locked", by: node, epoch: message.epoch });
  }

  /** Nobody else can have the lock in the same epoch. */
  @invariant oneOwnerPerEpoch() {
    return forall((a: Node, b: Node, epoch: Epoch) =>
      implies(this.network.has({ kind: "locked", by: a, epoch }) && this.network.has({ kind: "locked", by: b, epoch }), a === b));
  }

  @reachable twoEpochs() {
    return exists((a: Node, b: Node, c: Epoch, d: Epoch) =>
      a !== b && c !== d && this.network.has({ kind: "locked", by: a, epoch: c }) && this.network.has({ kind: "locked", by: b, epoch: d }));
  }
}

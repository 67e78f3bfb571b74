import { action, assume, fill, filter, first, forall, implies, invariant, reachable, require, tabulate, terminal, type Int, type Order } from "tenet";

/** Ordered only so that the first can be the initiator: any other would do. */
type Node = Order<"Node">;

interface Message {
  kind: "wave" | "child";
  from: Node;
}

/** A spanning tree of a network, by the echo algorithm (Chang, "Echo Algorithms: Depth Parallel Operations on General Graphs", 1982). */
export class Echo {
  static scope = { Node: 3 };

  readonly initiator: Node = first<Node>();
  /** Here everyone is linked to everyone. */
  readonly neighbours: Record<Node, Set<Node>> = tabulate((node: Node) => filter((other: Node) => other !== node));

  inbox: Record<Node, Set<Message>> = fill(new Set<Message>());
  parent: Record<Node, Node | undefined> = fill(undefined);
  children: Record<Node, Set<Node>> = fill(new Set<Node>());
  /** How many messages a node has taken in. */
  received: Record<Node, Int<0, 7>> = fill(0);
  phase: Record<Node, "start" | "listen" | "answer" | "done"> = fill("start");

  @assume linksGoBothWays() {
    return forall((a: Node, b: Node) => implies(this.neighbours[a].has(b), a !== b && this.neighbours[b].has(a)));
  }

  /** The initiator sends the first wave. */
  @action start(node: Node) {
    require(this.phase[node] === "start");
    if (node === this.initiator) this.send(node, "wave", this.neighbours[node]);
    this.phase[node] = "listen";
  }

  /** The first wave to arrive makes its sender the parent, and is passed on to all other neighbours. */
  @action receive(node: Node, message: Message) {
    require(this.phase[node] === "listen" && this.received[node] < this.neighbours[node].size);
    require(this.inbox[node].has(message));
    this.inbox[node].delete(message);
    if (node !== this.initiator && this.received[node] === 0) {
      this.parent[node] = message.from;
      this.send(node, "wave", filter(this.neighbours[node], (other) => other !== message.from));
    }
    if (message.kind === "child") this.children[node].add(message.from);
    this.received[node] += 1;
  }

  @action heardFromAll(node: Node) {
    require(this.phase[node] === "listen" && this.received[node] === this.neighbours[node].size);
    this.phase[node] = "answer";
  }

  /** A node whose part of the network is done tells its parent. */
  @action answer(node: Node) {
    require(this.phase[node] === "answer");
    const parent = this.parent[node];
    if (parent !== undefined) this.send(node, "child", new Set([parent]));
    this.phase[node] = "done";
  }

  send(from: Node, kind: Message["kind"], to: ReadonlySet<Node>) {
    for (const node of to) this.inbox[node].add({ kind, from });
  }

  /** The nodes whose chain of parents ends at the initiator. */
  tree() {
    let tree = new Set<Node>([this.initiator]);
    for (const _round of this.everyone()) {
      tree = filter((node: Node) => {
        const parent = this.parent[node];
        return tree.has(node) || (parent !== undefined && tree.has(parent));
      });
    }
    return tree;
  }

  everyone() {
    return filter((_node: Node) => true);
  }

  @invariant initiatorIsTheRoot() {
    return this.parent[this.initiator] === undefined;
  }

  /** The first message that a node gets is a wave. */
  @invariant wavesComeFirst() {
    return forall((node: Node, from: Node) =>
      implies(node !== this.initiator && this.received[node] === 0, !this.inbox[node].has({ kind: "child", from })),
    );
  }

  @invariant parentsAreNeighbours() {
    return forall((node: Node) => {
      const parent = this.parent[node];
      return parent === undefined || this.neighbours[node].has(parent);
    });
  }

  @invariant childrenKnowTheirParent() {
    return forall((node: Node, child: Node) => implies(this.children[node].has(child), this.parent[child] === node));
  }

  @invariant parentsKnowTheirChildren() {
    return forall((node: Node, child: Node) =>
      implies(this.phase[node] === "done" && this.parent[child] === node, this.children[node].has(child)),
    );
  }

  /** In the end, everyone hangs on the initiator. */
  @invariant spansTheNetwork() {
    return implies(this.allDone(), this.tree().size === this.everyone().size);
  }

  /** The initiator knows when it is over: everyone else has answered. */
  @invariant initiatorIsLast() {
    return implies(
      this.phase[this.initiator] === "done",
      forall((node: Node) => this.phase[node] === "done"),
    );
  }

  @reachable chain() {
    return this.allDone() && this.children[this.initiator].size === 1;
  }

  @reachable star() {
    return this.allDone() && this.children[this.initiator].size === this.everyone().size - 1;
  }

  @terminal allDone() {
    return forall((node: Node) => this.phase[node] === "done");
  }
}

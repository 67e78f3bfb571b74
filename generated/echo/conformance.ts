/** What an adapter of Echo is held to. Generated; do not edit. */

export type Node = number;
export type Inbox = { from: Node; kind: "child" | "wave" };

/** A spanning tree of a network, by the echo algorithm (Chang, "Echo Algorithms: Depth Parallel Operations on General Graphs", 1982). */
export interface EchoModel {
  actions: {
    /** The initiator sends the first wave. */
    start: { node: Node };
    /** The first wave to arrive makes its sender the parent, and is passed on to all other neighbours. */
    receive: { node: Node; message: Inbox };
    heardFromAll: { node: Node };
    /** A node whose part of the network is done tells its parent. */
    answer: { node: Node };
  };
  faults: never;
  state: {
    initiator: Node;
    neighbours: Readonly<Record<Node, ReadonlySet<Node>>>;
    inbox: Readonly<Record<Node, ReadonlySet<Inbox>>>;
    parent: Readonly<Record<Node, Node | undefined>>;
    children: Readonly<Record<Node, ReadonlySet<Node>>>;
    received: Readonly<Record<Node, number>>;
    phase: Readonly<Record<Node, "answer" | "done" | "listen" | "start">>;
  };
}

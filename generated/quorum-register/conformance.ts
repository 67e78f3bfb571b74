/** What an adapter of QuorumRegister is held to. Generated; do not edit. */

export type Node = number;
export type Message =
  | { kind: "answer"; from: Node; to: Node; version?: Node | undefined }
  | { kind: "ask"; from: Node; to: Node }
  | { kind: "store"; from: Node; to: Node; version?: Node | undefined }
  | { kind: "stored"; from: Node; to: Node };

/**
 * A register on several replicas, read and written through quorums (Attiya, Bar-Noy and Dolev, "Sharing Memory Robustly in
 * Message-Passing Systems", 1995; with several writers as in Lynch and Shvartsman, "Robust Emulation of Shared Memory Using
 * Dynamic Quorum-Acknowledged Broadcasts", 1997; sizes of quorums as in Gifford, "Weighted Voting for Replicated Data", 1979).
 */
export interface QuorumRegisterModel {
  actions: {
    "nodes.crash": { node: Node };
    /** A node asks its own replica first. One of several writers asks as well, for the number that it has to exceed. */
    begin: { node: Node };
    answer: { m: Message };
    hear: { m: Message };
    store: { m: Message };
    confirm: { m: Message };
  };
  faults: "nodes.crash";
  state: {
    readQuorum: number;
    writeQuorum: number;
    writeBack: "always" | "never" | "where answers differ";
    writers: "one" | "several";
    "net.messages": ReadonlySet<Message>;
    "nodes.down": ReadonlySet<Node>;
    "nodes.crashed": number;
    replica: Readonly<Record<Node, Node | undefined>>;
    number: Readonly<Record<Node, number>>;
    kind: Readonly<Record<Node, "read" | "write">>;
    phase: Readonly<Record<Node, "asks" | "done" | "idle" | "stores">>;
    heard: Readonly<Record<Node, ReadonlySet<Node>>>;
    newest: Readonly<Record<Node, Node | undefined>>;
    unanimous: Readonly<Record<Node, boolean>>;
    before: Readonly<Record<Node, ReadonlySet<Node>>>;
  };
}

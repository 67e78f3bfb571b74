import {
  action, assume, cost, count, exists, fill, filter, first, forall, implies, invariant, last, milestone, reachable, require, type Int, type Order,
} from "tenet";
import { Network, Nodes } from "tenet/faults";

/** Keeps a replica, and calls one operation. The order breaks ties between writes that were begun from the same state. */
type Node = Order<"Node">;
/** What is stored: the value of whose write; at first, of nobody's. */
type Version = Node | undefined;

type Message =
  | { kind: "ask"; from: Node; to: Node }
  | { kind: "answer"; from: Node; to: Node; version: Version }
  | { kind: "store"; from: Node; to: Node; version: Version }
  | { kind: "stored"; from: Node; to: Node };

/**
 * A register on several replicas, read and written through quorums (Attiya, Bar-Noy and Dolev, "Sharing Memory Robustly in
 * Message-Passing Systems", 1995; with several writers as in Lynch and Shvartsman, "Robust Emulation of Shared Memory Using
 * Dynamic Quorum-Acknowledged Broadcasts", 1997; sizes of quorums as in Gifford, "Weighted Voting for Replicated Data", 1979).
 */
export class QuorumRegister {
  static scope = { Node: 3 };

  static designs = {
    /** Majorities; a read stores what it returns. */
    majority: { readQuorum: 2, writeQuorum: 2, writeBack: "always", writers: "one" },
    /** The same for several writers, who have to ask before they write. */
    "several-writers": { readQuorum: 2, writeQuorum: 2, writeBack: "always", writers: "several" },
    /** A read whose answers are the same returns at once. */
    "write-back-if-needed": { readQuorum: 2, writeQuorum: 2, writeBack: "where answers differ", writers: "one" },
    /** Majorities; a read returns at once. */
    "no-write-back": { readQuorum: 2, writeQuorum: 2, writeBack: "never", writers: "one" },
    /** Reads are local, writes are everywhere. */
    "write-all": { readQuorum: 1, writeQuorum: 3, writeBack: "always", writers: "one" },
    /** Everything is local, and copied later. */
    "one-of-three": { readQuorum: 1, writeQuorum: 1, writeBack: "never", writers: "one" },
  };

  net = new Network<Message>({ loss: 0, partitions: 0 });
  nodes = new Nodes<Node>({ crashes: 1 });

  /** What the replica of a node has. */
  replica: Record<Node, Version> = fill(undefined);
  /** Writes are ordered by numbers, and then by nodes; with its value, the number of a write is wherever its value is. */
  number: Record<Node, Int<0, 3>> = fill(0);

  /** What each node is going to do. */
  readonly kind!: Record<Node, "read" | "write">;
  /** How far it is, who has answered, and the newest version among the answers. */
  phase: Record<Node, "idle" | "asks" | "stores" | "done"> = fill("idle");
  heard: Record<Node, Set<Node>> = fill(new Set<Node>());
  newest: Record<Node, Version> = fill(undefined);
  /** Whether all answers were the same. */
  unanimous: Record<Node, boolean> = fill(true);

  /** History: the operations that were done when that of a node began. */
  before: Record<Node, Set<Node>> = fill(new Set<Node>());

  /**
   * @param readQuorum how many replicas are asked for what they have
   * @param writeQuorum how many replicas store a version before an operation is done
   * @param writeBack whether a read stores what it is going to return, so that later reads find it, too
   * @param writers one writer knows the number of its last write, several have to ask
   */
  constructor(
    readonly readQuorum: Int<1, 5> = 2,
    readonly writeQuorum: Int<1, 5> = 2,
    readonly writeBack: "always" | "where answers differ" | "never" = "always",
    readonly writers: "one" | "several" = "one",
  ) {}

  /** Who reads and who writes; which node does makes no difference. */
  @assume writersComeFirst() {
    return this.kind[first<Node>()] === "write" && this.kind[last<Node>()] === "read" &&
      forall((a: Node, b: Node) => implies(a < b && this.kind[b] === "write", this.writers === "several" && this.kind[a] === "write"));
  }

  /** Whether a version takes the place of another. */
  isNewer(a: Version, b: Version): boolean {
    if (a === undefined) return false;
    return b === undefined || this.number[a] > this.number[b] || (this.number[a] === this.number[b] && a > b);
  }

  /** A node asks its own replica first. One of several writers asks as well, for the number that it has to exceed. */
  @action begin(node: Node) {
    require(this.phase[node] === "idle" && this.nodes.up(node));
    // Nobody can tell readers apart: the first to begin is the first of them.
    require(this.kind[node] === "write" || forall((other: Node) =>
      other >= node || this.kind[other] === "write" || this.phase[other] !== "idle" || !this.nodes.up(other),
    ));
    this.phase[node] = "asks";
    this.before[node] = filter((other: Node) => this.phase[other] === "done");
    this.newest[node] = this.replica[node];
    this.heard[node].add(node);
    if (this.knowsEnough(node)) this.choose(node);
    else for (const to of this.others(node)) this.net.send({ kind: "ask", from: node, to });
  }

  knowsEnough(node: Node) {
    return this.heard[node].size >= this.readQuorum || (this.kind[node] === "write" && this.writers === "one");
  }

  /** Whether a node has any use for what others have. */
  get asksOthers() {
    return this.readQuorum > 1;
  }

  others(node: Node) {
    return filter((other: Node) => other !== node);
  }

  @action answer(m: Message) {
    require(this.asksOthers && m.kind === "ask" && this.nodes.up(m.to));
    this.net.receive(m);
    this.net.send({ kind: "answer", from: m.to, to: m.from, version: this.replica[m.to] });
  }

  @action hear(m: Message) {
    require(this.asksOthers && m.kind === "answer" && this.nodes.up(m.to) && this.phase[m.to] === "asks");
    this.net.receive(m);
    if (m.version !== this.newest[m.to]) this.unanimous[m.to] = false;
    if (this.isNewer(m.version, this.newest[m.to])) this.newest[m.to] = m.version;
    this.heard[m.to].add(m.from);
    if (this.knowsEnough(m.to)) this.choose(m.to);
  }

  choose(node: Node) {
    const unanimous = this.unanimous[node];
    this.forget(node);
    if (this.kind[node] === "write") {
      const newest = this.newest[node];
      this.number[node] = newest === undefined ? 1 : this.number[newest] + 1;
      this.newest[node] = node;
    } else if (this.writeBack === "never" || (this.writeBack === "where answers differ" && unanimous)) {
      this.phase[node] = "done";
      return;
    }
    this.phase[node] = "stores";
    this.keep(node, this.newest[node]);
    this.heard[node].add(node);
    for (const to of this.others(node)) this.net.send({ kind: "store", from: node, to, version: this.newest[node] });
    this.finish(node);
  }

  keep(node: Node, version: Version) {
    if (this.isNewer(version, this.replica[node])) this.replica[node] = version;
  }

  @action store(m: Message) {
    require(m.kind === "store" && this.nodes.up(m.to));
    this.net.receive(m);
    this.keep(m.to, m.version);
    if (this.phase[m.from] === "stores") this.net.send({ kind: "stored", from: m.to, to: m.from });
  }

  @action confirm(m: Message) {
    require(m.kind === "stored" && this.nodes.up(m.to) && this.phase[m.to] === "stores");
    this.net.receive(m);
    this.heard[m.to].add(m.from);
    this.finish(m.to);
  }

  /** Once enough have it. */
  finish(node: Node) {
    if (this.heard[node].size < this.writeQuorum) return;
    this.forget(node);
    this.phase[node] = "done";
  }

  /** Nobody waits for answers to a phase that is over. */
  forget(node: Node) {
    this.heard[node] = new Set<Node>();
    this.unanimous[node] = true;
    this.net.messages = filter(this.net.messages, (m) =>
      m.kind === "ask" ? m.from !== node : m.kind === "store" || m.to !== node,
    );
  }

  isRead(node: Node) {
    return this.kind[node] === "read" && this.phase[node] === "done";
  }

  isWritten(node: Node) {
    return this.kind[node] === "write" && this.phase[node] === "done";
  }

  /** A read returns the last write that was done when it began, or a later one. */
  @invariant readsAreFresh() {
    return forall((read: Node, write: Node) =>
      implies(this.isRead(read) && this.isWritten(write) && this.before[read].has(write), !this.isNewer(write, this.newest[read])),
    );
  }

  /** A read never returns something older than what a read before it has returned. */
  @invariant readsDoNotGoBack() {
    return forall((a: Node, b: Node) =>
      implies(this.isRead(a) && this.isRead(b) && this.before[b].has(a), !this.isNewer(this.newest[a], this.newest[b])),
    );
  }

  /** Operations can be put in an order that keeps who was done before whom, and in which each read returns the last write before it. */
  @invariant linearizable() {
    return exists((at: Record<Node, Node>) =>
      forall((a: Node, b: Node) => implies(a !== b, at[a] !== at[b]) && implies(this.before[b].has(a), at[a] < at[b])) &&
      forall((read: Node) => implies(this.isRead(read), this.newest[read] === this.lastWrite(at, read))),
    );
  }

  /** A write that has no number yet can be put after all reads. */
  lastWrite(at: Record<Node, Node>, read: Node) {
    let latest: Version = undefined;
    for (const write of filter((n: Node) => this.kind[n] === "write" && this.number[n] > 0 && at[n] < at[read])) {
      if (latest === undefined || at[latest] < at[write]) latest = write;
    }
    return latest;
  }

  /** A write is done, or nobody is left to do one. */
  @milestone aWriteIsDone() {
    return exists((node: Node) => this.isWritten(node)) || forall((node: Node) => implies(this.kind[node] === "write", !this.nodes.up(node)));
  }

  /** A read is done, or nobody is left to do one. */
  @milestone aReadIsDone() {
    return exists((node: Node) => this.isRead(node)) || forall((node: Node) => implies(this.kind[node] === "read", !this.nodes.up(node)));
  }

  /** Replicas that have something written. */
  @cost copies() {
    return count((node: Node) => this.replica[node] !== undefined);
  }

  /** How many writes that were done a read has not seen. */
  @cost writesMissed() {
    return count((write: Node) =>
      this.isWritten(write) && exists((read: Node) => this.isRead(read) && this.before[read].has(write) && this.isNewer(write, this.newest[read])),
    );
  }

  @reachable everyoneIsDone() {
    return forall((node: Node) => this.phase[node] === "done");
  }

  @reachable readsSeeWrites() {
    return exists((read: Node, write: Node) => this.isRead(read) && this.newest[read] === write);
  }

  /** A write is done although a node is down that does not have it. */
  @reachable goesOnWithoutANode() {
    return exists((write: Node, node: Node) =>
      this.isWritten(write) && !this.nodes.up(node) && this.replica[node] !== write,
    );
  }
}

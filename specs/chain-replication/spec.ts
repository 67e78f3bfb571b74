import { action, exists, fill, forall, implies, invariant, reachable, require, step, type Order, type Sort } from "tenet";

/** A server by its place in the chain: the first one that is alive is the head, the last one the tail. */
type Server = Order<"Server">;
/** A place in the sequence of updates. */
type Slot = Order<"Slot">;
type Update = Sort<"Update">;

interface Entry {
  slot: Slot;
  update: Update;
}

type Message = { kind: "forward"; to: Server; slot: Slot; update: Update } | { kind: "reply"; slot: Slot; update: Update };

/**
 * Chain replication (van Renesse and Schneider, "Chain Replication for Supporting High Throughput and Availability", 2004).
 * Updates enter at the head and pass down the chain; what the tail has is acknowledged, and is what queries see. Servers
 * fail by stopping, all but one of them, and the others know: then the next in line is head or tail, or takes over the link.
 * Messages are never taken away, so each may be received late, twice or never, also from servers that have failed since.
 */
export class ChainReplication {
  static scope = { Server: 3, Slot: 2, Update: 2 };

  alive: Record<Server, boolean> = fill(true);
  log: Record<Server, Set<Entry>> = fill(new Set<Entry>());
  sent = new Set<Message>();

  /** The head gives the next free slot to an update of a client's. */
  @action submit(head: Server, slot: Slot, update: Update) {
    require(this.isHead(head));
    this.append(head, slot, update);
  }

  /** A server passes an entry on to its successor: at first, or again, if an earlier successor failed. */
  @action forward(from: Server, to: Server, slot: Slot, update: Update) {
    require(this.alive[from] && this.isSuccessor(from, to) && this.log[from].has({ slot, update }));
    this.sent.add({ kind: "forward", to, slot, update });
  }

  /** Entries are taken in the order of their slots, and each once. */
  @action receive(server: Server, slot: Slot, update: Update) {
    require(this.alive[server] && this.sent.has({ kind: "forward", to: server, slot, update }));
    this.append(server, slot, update);
  }

  /** The tail acknowledges an update to its client, or answers a query with it. */
  @action reply(tail: Server, slot: Slot, update: Update) {
    require(this.isTail(tail) && this.log[tail].has({ slot, update }));
    this.sent.add({ kind: "reply", slot, update });
  }

  @action fail(server: Server, survivor: Server) {
    require(this.alive[server] && this.alive[survivor] && server !== survivor);
    this.alive[server] = false;
  }

  isHead(server: Server) {
    return this.alive[server] && forall((other: Server) => implies(this.alive[other], server <= other));
  }

  isTail(server: Server) {
    return this.alive[server] && forall((other: Server) => implies(this.alive[other], other <= server));
  }

  isSuccessor(from: Server, to: Server) {
    return from < to && this.alive[to] && !exists((between: Server) => from < between && between < to && this.alive[between]);
  }

  append(server: Server, slot: Slot, update: Update) {
    require(!this.hasFilled(server, slot) && forall((earlier: Slot) => implies(earlier < slot, this.hasFilled(server, earlier))));
    this.log[server].add({ slot, update });
  }

  hasFilled(server: Server, slot: Slot) {
    return exists((update: Update) => this.log[server].has({ slot, update }));
  }

  /** Whatever a client was told is on every server that is alive, hence on each that may be head or tail one day. */
  @invariant repliesAreOnEveryServer() {
    return forall((entry: Entry, server: Server) =>
      implies(this.sent.has({ kind: "reply", ...entry }) && this.alive[server], this.log[server].has(entry)),
    );
  }

  /** No two clients are told different things about a slot, whichever servers fail in between. */
  @invariant repliesAgree() {
    return forall((slot: Slot, a: Update, b: Update) =>
      implies(this.sent.has({ kind: "reply", slot, update: a }) && this.sent.has({ kind: "reply", slot, update: b }), a === b),
    );
  }

  /** Each server has all that those behind it have (the paper's update propagation invariant). */
  @invariant logsShrinkDownTheChain() {
    return forall((before: Server, behind: Server) =>
      implies(before < behind && this.alive[before] && this.alive[behind], this.log[behind].isSubsetOf(this.log[before])),
    );
  }

  @invariant logsHaveNoGaps() {
    return forall((server: Server, slot: Slot, earlier: Slot) =>
      implies(this.hasFilled(server, slot) && earlier < slot, this.hasFilled(server, earlier)),
    );
  }

  @invariant someoneIsAlive() {
    return exists((server: Server) => this.alive[server]);
  }

  @step logsGrow(next: this) {
    return forall((server: Server) => this.log[server].isSubsetOf(next.log[server]));
  }

  /** The head fails with an update that nobody else has, and the slot goes to another one. */
  @reachable anUpdateIsLost() {
    return exists((failed: Server, slot: Slot, lost: Update, update: Update) =>
      lost !== update && this.log[failed].has({ slot, update: lost }) && this.sent.has({ kind: "reply", slot, update }),
    );
  }
}

/** What an adapter of ChainReplication is held to. Generated; do not edit. */

export type Server = number;
export type Slot = number;
export type Update = `update${number}`;
export type Log = { slot: Slot; update: Update };
export type Sent =
  | { kind: "forward"; slot: Slot; to: Server; update: Update }
  | { kind: "reply"; slot: Slot; update: Update };

/**
 * Chain replication (van Renesse and Schneider, "Chain Replication for Supporting High Throughput and Availability", 2004).
 * Updates enter at the head and pass down the chain; what the tail has is acknowledged, and is what queries see. Servers
 * fail by stopping, all but one of them, and the others know: then the next in line is head or tail, or takes over the link.
 * Messages are never taken away, so each may be received late, twice or never, also from servers that have failed since.
 */
export interface ChainReplicationModel {
  actions: {
    /** The head gives the next free slot to an update of a client's. */
    submit: { head: Server; slot: Slot; update: Update };
    /** A server passes an entry on to its successor: at first, or again, if an earlier successor failed. */
    forward: { from: Server; to: Server; slot: Slot; update: Update };
    /** Entries are taken in the order of their slots, and each once. */
    receive: { server: Server; slot: Slot; update: Update };
    /** The tail acknowledges an update to its client, or answers a query with it. */
    reply: { tail: Server; slot: Slot; update: Update };
    fail: { server: Server; survivor: Server };
  };
  faults: never;
  state: {
    alive: Readonly<Record<Server, boolean>>;
    log: Readonly<Record<Server, ReadonlySet<Log>>>;
    sent: ReadonlySet<Sent>;
  };
}

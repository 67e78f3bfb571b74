/** What an adapter of Outbox is held to. Generated; do not edit. */

export type Purchase = `purchase${number}`;

/**
 * A service writes to its database, and another one has to hear of it: the transactional outbox with an idempotent consumer (Richardson,
 * "Microservices Patterns", 2018; Helland, "Life beyond Distributed Transactions", 2007). The database, the broker and the database of the
 * consumer are durable; what a process has in mind is not. No transaction spans two of them.
 */
export interface OutboxModel {
  actions: {
    "broker.duplicate": { message: Purchase };
    "processes.crash": { node: "consumer" | "relay" | "service" };
    /** A customer buys: one transaction, or the first of two writes. */
    place: { purchase: Purchase };
    /** The relay sends, and then removes what it has sent. After a crash in between it sends again. */
    relay: { purchase: Purchase };
    clear: { purchase: Purchase };
    deliver: { purchase: Purchase };
    /** One transaction of the consumer: it charges, and remembers that it did. */
    charge: {};
    acknowledge: {};
  };
  faults: "broker.duplicate" | "processes.crash";
  state: {
    publishing: "commit-then-send" | "outbox" | "send-then-commit";
    consumer: "deduplicating" | "naive";
    committed: ReadonlySet<Purchase>;
    outbox: ReadonlySet<Purchase>;
    relayed: ReadonlySet<Purchase>;
    "broker.messages": ReadonlySet<Purchase>;
    "broker.copies": ReadonlySet<Purchase>;
    "broker.duplicated": number;
    inHand?: Purchase | undefined;
    hasActed: boolean;
    charges: Readonly<Record<Purchase, number>>;
    "processes.crashed": number;
  };
}

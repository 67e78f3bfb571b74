/** What an adapter of PartitionedLog is held to. Generated; do not edit. */

export type Broker = `broker${number}`;
export type Epoch = number;
export type Message =
  | { kind: "answer"; from: Broker; highWatermark: number; offset: number; record?: Epoch | undefined; to: Broker }
  | { kind: "fetch"; from: Broker; offset: number; to: Broker };
export type Acknowledged = { epoch: Epoch; offset: number };

/**
 * One partition of a log as in Kafka (Kreps, Narkhede and Rao 2011; replication as in KIP-101 and KIP-279): followers fetch
 * from the leader; records below its high watermark are on all in-sync replicas. The controller never fails.
 */
export interface PartitionedLogModel {
  actions: {
    "nodes.crash": { node: Broker };
    "nodes.restart": { node: Broker };
    /** The controller names a leader for the next epoch. Messages of the former one are refused by all, and so taken away. */
    elect: { broker: Broker };
    /** After an election or a restart of its own, a broker follows. */
    follow: { broker: Broker; leader: Broker };
    write: { leader: Broker };
    /** One request at a time. */
    fetch: { from: Broker; to: Broker };
    /** What the leader learns from a request comes too late for the high watermark in the answer to it. */
    answer: { message: Message };
    receive: { message: Message };
    /** A follower lags. */
    shrink: { leader: Broker; broker: Broker };
    /** A follower has caught up: also with what may be committed though the leader does not know it yet (KAFKA-7128). */
    expand: { leader: Broker; broker: Broker };
  };
  faults: "nodes.crash" | "nodes.restart";
  state: {
    truncation: "common-epochs" | "high-watermark" | "leader-epoch";
    unclean: boolean;
    acks: "all" | "leader";
    powerLosses: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    leader?: Broker | undefined;
    epoch: Epoch;
    inSync: ReadonlySet<Broker>;
    log: Readonly<Record<Broker, readonly Epoch[]>>;
    highWatermark: Readonly<Record<Broker, number>>;
    joined: ReadonlySet<Broker>;
    fetched: Readonly<Record<Broker, number>>;
    start: number;
    "net.messages": ReadonlySet<Message>;
    "nodes.down": ReadonlySet<Broker>;
    "nodes.crashed": number;
    acknowledged: ReadonlySet<Acknowledged>;
  };
}

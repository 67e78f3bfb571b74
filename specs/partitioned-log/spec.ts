import { action, cost, count, exists, fault, fill, filter, first, forall, implies, invariant, milestone, next, range, reachable, require, type Int, type Order, type Seq, type Sort } from "tenet";
import { type Budget, Network, Nodes, spend, type Used } from "tenet/faults";

type Broker = Sort<"Broker">;
/** Counts the leaders of the partition. Nobody leads in the first. */
type Epoch = Order<"Epoch">;
type Offset = Int<0, 2>;

/** What the producer was told is written: a record is told by its offset and the epoch of the leader that wrote it there. */
interface Written {
  offset: Offset;
  epoch: Epoch;
}

type Message =
  /** A follower asks for what comes at an offset, and so says that it has all before. */
  | { kind: "fetch"; from: Broker; to: Broker; offset: Offset }
  | { kind: "answer"; from: Broker; to: Broker; offset: Offset; record: Epoch | undefined; highWatermark: Offset };

/**
 * One partition of a log as in Kafka (Kreps, Narkhede and Rao 2011; replication as in KIP-101 and KIP-279): followers fetch
 * from the leader; records below its high watermark are on all in-sync replicas. The controller never fails.
 */
export class PartitionedLog {
  static scope = { Broker: 2, Epoch: 4 };

  static designs = {
    /** As it is since KIP-279. */
    kafka: { truncation: "common-epochs" },
    /** As it was since KIP-101. */
    leaderEpoch: { truncation: "leader-epoch" },
    /** As it was before. */
    highWatermark: { truncation: "high-watermark" },
    uncleanElection: { truncation: "common-epochs", unclean: true },
    acksLeader: { truncation: "common-epochs", acks: "leader" },
  };

  // What the controller knows.
  leader: Broker | undefined = undefined;
  epoch: Epoch = first<Epoch>();
  /** In-sync replicas: those that may be elected. */
  inSync: Set<Broker> = filter((_broker: Broker) => true);

  // What a broker has on disk. A record says the epoch of the leader that wrote it.
  log: Record<Broker, Seq<Epoch, 2>> = fill([]);
  highWatermark: Record<Broker, Offset> = fill(0);

  /** The brokers that lead or follow in the present epoch. Lost in a crash. */
  joined = new Set<Broker>();
  /** Up to where the leader knows a broker to have its log. */
  fetched: Record<Broker, Offset> = fill(0);
  /** How long the leader's log was when it was elected. */
  start: Offset = 0;

  net = new Network<Message>({ loss: 0, partitions: 0 });
  nodes = new Nodes<Broker>({ crashes: 2, restart: "later", onCrash: (broker) => { this.joined.delete(broker); } });
  unflushed: Used = 0;

  /** All that the producer was told is written. No broker reads it. */
  acknowledged = new Set<Written>();

  /**
   * @param truncation what a follower keeps of its log when it joins a leader: all below its high watermark; below the end of its
   *   last epoch in the leader's log; or as far as epochs are the same
   * @param unclean whether a replica that is not in sync is elected if there is no other
   * @param acks who has a record when the producer is told that it is written: all in-sync replicas, or the leader
   * @param powerLosses how often a broker loses its power, and its last record, which was not on disk yet
   */
  constructor(
    readonly truncation: "high-watermark" | "leader-epoch" | "common-epochs" = "common-epochs",
    readonly unclean: boolean = false,
    readonly acks: "all" | "leader" = "all",
    readonly powerLosses: Budget = 0,
  ) {}

  /** The controller names a leader for the next epoch. Messages of the former one are refused by all, and so taken away. */
  @action elect(broker: Broker) {
    require(!exists(this.joined, (other) => other === this.leader) && this.nodes.up(broker));
    require(this.inSync.has(broker) || (this.unclean && forall(this.inSync, (other) => !this.nodes.up(other))));
    const epoch = next(this.epoch);
    require(epoch !== undefined);
    this.epoch = epoch;
    this.leader = broker;
    this.inSync = this.inSync.has(broker) ? filter(this.inSync, (other) => this.nodes.up(other)) : new Set([broker]);
    this.joined = new Set([broker]);
    this.start = this.log[broker].length;
    this.fetched = fill(0);
    this.fetched[broker] = this.start;
    this.net.messages.clear();
  }

  /** After an election or a restart of its own, a broker follows. */
  @action follow(broker: Broker, leader: Broker) {
    require(this.leads(leader) && this.nodes.up(broker) && !this.joined.has(broker));
    this.log[broker] = this.log[broker].slice(0, this.keeps(broker, leader));
    this.highWatermark[broker] = Math.min(this.highWatermark[broker], this.log[broker].length);
    this.joined.add(broker);
  }

  @action write(leader: Broker) {
    require(this.leads(leader) && this.log[leader].length < 2);
    const offset = this.log[leader].length;
    this.log[leader].push(this.epoch);
    this.fetched[leader] = offset + 1;
    if (this.acks === "leader") this.acknowledged.add({ offset, epoch: this.epoch });
    this.advance(leader);
  }

  /** One request at a time. */
  @action fetch(from: Broker, to: Broker) {
    require(this.leads(to) && from !== to && this.joined.has(from));
    require(!exists(this.net.messages, (message) => message.from === from || message.to === from));
    this.net.send({ kind: "fetch", from, to, offset: this.log[from].length });
  }

  /** What the leader learns from a request comes too late for the high watermark in the answer to it. */
  @action answer(message: Message) {
    require(message.kind === "fetch" && this.leads(message.to));
    this.net.receive(message);
    const { from, to, offset } = message;
    this.net.send({ kind: "answer", from: to, to: from, offset, record: this.log[to].at(offset), highWatermark: this.highWatermark[to] });
    this.fetched[from] = offset;
    this.advance(to);
  }

  @action receive(message: Message) {
    require(message.kind === "answer" && this.joined.has(message.to));
    this.net.receive(message);
    const { to, record } = message;
    require(this.log[to].length === message.offset);
    if (record !== undefined) this.log[to].push(record);
    this.highWatermark[to] = Math.min(message.highWatermark, this.log[to].length);
  }

  /** A follower lags. */
  @action shrink(leader: Broker, broker: Broker) {
    require(this.leads(leader) && broker !== leader && this.inSync.has(broker));
    require(!this.joined.has(broker) || this.fetched[broker] < this.log[leader].length);
    this.inSync.delete(broker);
    this.advance(leader);
  }

  /** A follower has caught up: also with what may be committed though the leader does not know it yet (KAFKA-7128). */
  @action expand(leader: Broker, broker: Broker) {
    require(this.leads(leader) && this.joined.has(broker) && !this.inSync.has(broker));
    require(this.fetched[broker] >= Math.max(this.start, this.highWatermark[leader]));
    this.inSync.add(broker);
  }

  /** A crash that takes the last record with it. */
  @fault losePower(broker: Broker) {
    this.unflushed = spend(this.unflushed, this.powerLosses);
    require(this.nodes.up(broker) && this.log[broker].length > 0);
    this.nodes.down.add(broker);
    this.joined.delete(broker);
    this.log[broker].pop();
    this.highWatermark[broker] = Math.min(this.highWatermark[broker], this.log[broker].length);
  }

  leads(broker: Broker) {
    return this.leader === broker && this.joined.has(broker);
  }

  /** What all in-sync replicas have is committed: consumers may read it. */
  advance(leader: Broker) {
    for (const offset of range(this.highWatermark[leader], this.log[leader].length)) {
      if (exists(this.inSync, (broker) => this.fetched[broker] <= offset)) break;
      this.highWatermark[leader] = offset + 1;
      if (this.acks === "all") this.acknowledged.add({ offset, epoch: this.log[leader][offset] });
    }
  }

  /** How much a follower keeps of its log. */
  keeps(broker: Broker, leader: Broker): Offset {
    switch (this.truncation) {
      case "high-watermark":
        return this.highWatermark[broker];
      case "leader-epoch":
        return this.endOfLastEpoch(broker, leader);
      case "common-epochs":
        return this.common(broker, leader);
    }
  }

  /** Where in the leader's log a later epoch begins than the last one of the follower's. */
  endOfLastEpoch(broker: Broker, leader: Broker): Offset {
    const epoch = this.log[broker].at(-1);
    if (epoch === undefined) return 0;
    const later = this.log[leader].findIndex((record) => record > epoch);
    if (later >= 0) return Math.min(later, this.log[broker].length);
    // A leader that knows only earlier epochs cannot tell.
    return this.log[leader].at(-1) === epoch ? Math.min(this.log[leader].length, this.log[broker].length) : this.highWatermark[broker];
  }

  /** How far the logs of two brokers are the same. */
  common(a: Broker, b: Broker): Offset {
    let length = 0;
    for (const record of this.log[a]) {
      if (this.log[b].at(length) !== record) break;
      length += 1;
    }
    return length;
  }

  @invariant acknowledgedIsKept() {
    return forall((leader: Broker) =>
      implies(this.leads(leader), forall(this.acknowledged, (written) => this.log[leader].at(written.offset) === written.epoch)),
    );
  }

  /** Where a follower has a record, the leader has the same. */
  @invariant replicasAgree() {
    return forall((leader: Broker, broker: Broker) =>
      implies(
        this.leads(leader) && this.joined.has(broker),
        this.common(broker, leader) === Math.min(this.log[broker].length, this.log[leader].length),
      ),
    );
  }

  @reachable aRecordOutlivesItsLeader() {
    return exists(this.acknowledged, (written) =>
      written.epoch < this.epoch && exists((leader: Broker) => this.leads(leader) && this.highWatermark[leader] > written.offset),
    );
  }

  @reachable everyoneHasEverything() {
    return forall((broker: Broker) => this.joined.has(broker) && this.highWatermark[broker] === 2);
  }

  @milestone theProducerIsTold() {
    return this.acknowledged.size > 0;
  }

  @cost copies() {
    return count((broker: Broker) => this.log[broker].length > 0);
  }
}

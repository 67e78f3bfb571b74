import { action, exists, fill, filter, first, forall, implies, init, invariant, last, milestone, next, reachable, require, type Order, type Sort } from "tenet";
import { Network } from "tenet/faults";

/** Holds shards, and takes writes to those that it owns. */
export type Node = Sort<"Node">;
/** A shard, or a range of keys, that moves as a whole. */
export type Shard = Sort<"Shard">;
/** What a shard holds. */
export type Value = Sort<"Value">;
/** Counts the moves of a shard. */
export type Epoch = Order<"Epoch">;

export type Message =
  /** Whoever gets this owns the shard. */
  | { kind: "own"; from: Node; to: Node; shard: Shard; epoch: Epoch; value: Value }
  /** The shard has been taken over. */
  | { kind: "owned"; from: Node; to: Node; shard: Shard; epoch: Epoch }
  /** Only the data. */
  | { kind: "copy"; from: Node; to: Node; shard: Shard; value: Value };

/**
 * Shards move between nodes while clients write to them. The owner stops taking writes and hands over data and ownership
 * together, or sends a copy ahead, or afterwards; messages are sent again until they are confirmed, and late ones are told by epochs.
 */
export class ShardMigration {
  static scope = { Node: 2, Shard: 1, Value: 2, Epoch: 3 };
  static designs = {
    fencedHandOver: { transfer: "with ownership", epochs: true, retries: true },
    /** A hand-over that is lost is not sent again. */
    withoutRetries: { transfer: "with ownership", epochs: true, retries: false },
    /** One that is received twice is taken twice. */
    withoutEpochs: { transfer: "with ownership", epochs: false, retries: false },
    /** And a retry is a second one. */
    retriesWithoutEpochs: { transfer: "with ownership", epochs: false, retries: true },
    copyThenSwitch: { transfer: "before ownership", epochs: true, retries: true },
    switchThenCopy: { transfer: "after ownership", epochs: true, retries: true },
  };

  net = new Network<Message>({ loss: 1, duplication: 1 });

  owned: Record<Node, Set<Shard>> = fill(new Set<Shard>());
  /** At first, all is empty. */
  readonly empty!: Value;
  data: Record<Node, Record<Shard, Value>> = fill(fill(this.empty));
  /** The latest move that a node knows of. */
  epoch: Record<Node, Record<Shard, Epoch>> = fill(fill(first<Epoch>()));
  /** To whom a node hands a shard over, until that is confirmed. */
  handingOver: Record<Node, Record<Shard, Node | undefined>> = fill(fill(undefined));
  /** Who has received a copy ahead. */
  prepared: Record<Node, Set<Shard>> = fill(new Set<Shard>());
  /** The last write to a shard that a client was told is stored. */
  acknowledged: Record<Shard, Value> = fill(this.empty);

  /**
   * @param transfer when the data of a shard goes to its new owner
   * @param epochs whether a node turns down a hand-over that is not later than the last one that it knows of
   * @param retries whether a hand-over is sent again as long as it is not confirmed
   */
  constructor(
    readonly transfer: "with ownership" | "before ownership" | "after ownership" = "with ownership",
    readonly epochs: boolean = true,
    readonly retries: boolean = true,
  ) {}

  @init everythingIsAt(home: Node) {
    this.owned[home] = filter((_shard: Shard) => true);
  }

  @action write(node: Node, shard: Shard, value: Value) {
    require(this.owned[node].has(shard));
    this.data[node][shard] = value;
    this.acknowledged[shard] = value;
  }

  sendCopy(from: Node, to: Node, shard: Shard) {
    this.net.send({ kind: "copy", from, to, shard, value: this.data[from][shard] });
  }

  sendOwnership(from: Node, to: Node, shard: Shard) {
    const value = this.transfer === "with ownership" ? this.data[from][shard] : this.empty;
    this.net.send({ kind: "own", from, to, shard, epoch: this.epoch[from][shard], value });
  }

  /** One copy at a time. */
  @action copyAhead(from: Node, to: Node, shard: Shard) {
    require(this.transfer === "before ownership" && from !== to && this.owned[from].has(shard) && !this.prepared[to].has(shard));
    require(!exists((value: Value) => this.net.messages.has({ kind: "copy", from, to, shard, value })));
    this.sendCopy(from, to, shard);
  }

  @action receiveCopy(message: Message) {
    require(this.transfer !== "with ownership" && message.kind === "copy");
    this.net.receive(message);
    this.data[message.to][message.shard] = message.value;
    this.prepared[message.to].add(message.shard);
  }

  /** The owner takes no more writes. */
  @action handOver(from: Node, to: Node, shard: Shard) {
    const epoch = next(this.epoch[from][shard]);
    require(epoch !== undefined && from !== to && this.owned[from].has(shard));
    require(this.transfer !== "before ownership" || this.prepared[to].has(shard));
    this.owned[from].delete(shard);
    this.prepared[to].delete(shard);
    this.epoch[from][shard] = epoch;
    this.handingOver[from][shard] = to;
    this.sendOwnership(from, to, shard);
    if (this.transfer === "after ownership") this.sendCopy(from, to, shard);
  }

  @action retry(from: Node, shard: Shard) {
    const to = this.handingOver[from][shard];
    require(this.retries && to !== undefined);
    this.sendOwnership(from, to, shard);
  }

  @action takeOver(message: Message) {
    require(message.kind === "own");
    this.net.receive(message);
    const { from, to, shard, epoch, value } = message;
    this.net.send({ kind: "owned", from: to, to: from, shard, epoch });
    if (this.epochs && epoch <= this.epoch[to][shard]) return;
    this.owned[to].add(shard);
    this.epoch[to][shard] = epoch;
    this.handingOver[to][shard] = undefined;
    if (this.transfer === "with ownership") this.data[to][shard] = value;
  }

  @action confirm(message: Message) {
    require(message.kind === "owned");
    this.net.receive(message);
    const { to, shard, epoch } = message;
    if (this.epoch[to][shard] === epoch) this.handingOver[to][shard] = undefined;
  }

  @invariant noShardHasTwoOwners() {
    return forall((a: Node, b: Node, shard: Shard) => implies(this.owned[a].has(shard) && this.owned[b].has(shard), a === b));
  }

  @invariant noAcknowledgedWriteIsLost() {
    return forall((node: Node, shard: Shard) => implies(this.owned[node].has(shard), this.data[node][shard] === this.acknowledged[shard]));
  }

  /** A shard has an owner, or one who will see to it. */
  @invariant noShardIsLost() {
    return forall((shard: Shard) =>
      exists((node: Node) => this.owned[node].has(shard) || (this.retries && this.handingOver[node][shard] !== undefined)) ||
      (!this.retries && this.isOnTheWay(shard)),
    );
  }

  isOnTheWay(shard: Shard) {
    return exists((message: Message) => message.kind === "own" && message.shard === shard && this.net.messages.has(message));
  }

  @milestone aShardHasMoved() {
    return exists((node: Node, shard: Shard) => this.owned[node].has(shard) && this.epoch[node][shard] !== first<Epoch>());
  }

  @reachable aShardComesBackWithAWrite() {
    return exists((node: Node, shard: Shard) =>
      this.owned[node].has(shard) && this.epoch[node][shard] === last<Epoch>() && this.acknowledged[shard] !== this.empty,
    );
  }
}

/** What an adapter of ShardMigration is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Shard = `shard${number}`;
export type Epoch = number;
export type Value = `value${number}`;
export type Message =
  | { kind: "copy"; from: Node; shard: Shard; to: Node; value: Value }
  | { kind: "own"; epoch: Epoch; from: Node; shard: Shard; to: Node; value: Value }
  | { kind: "owned"; epoch: Epoch; from: Node; shard: Shard; to: Node };

/**
 * Shards move between nodes while clients write to them. The owner stops taking writes and hands over data and ownership
 * together, or sends a copy ahead, or afterwards; messages are sent again until they are confirmed, and late ones are told by epochs.
 */
export interface ShardMigrationModel {
  actions: {
    "net.lose": { message: Message };
    "net.duplicate": { message: Message };
    write: { node: Node; shard: Shard; value: Value };
    /** The owner takes no more writes. */
    handOver: { from: Node; to: Node; shard: Shard };
    retry: { from: Node; shard: Shard };
    takeOver: { message: Message };
    confirm: { message: Message };
  };
  faults: "net.lose" | "net.duplicate";
  state: {
    transfer: "after ownership" | "before ownership" | "with ownership";
    epochs: boolean;
    retries: boolean;
    "net.messages": ReadonlySet<Message>;
    "net.copies": ReadonlySet<Message>;
    "net.lost": number;
    "net.duplicated": number;
    owned: Readonly<Record<Node, ReadonlySet<Shard>>>;
    empty: Value;
    data: Readonly<Record<Node, Readonly<Record<Shard, Value>>>>;
    epoch: Readonly<Record<Node, Readonly<Record<Shard, Epoch>>>>;
    handingOver: Readonly<Record<Node, Readonly<Record<Shard, Node | undefined>>>>;
    prepared: Readonly<Record<Node, ReadonlySet<Shard>>>;
    acknowledged: Readonly<Record<Shard, Value>>;
  };
}

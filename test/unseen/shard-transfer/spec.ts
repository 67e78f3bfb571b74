import { action, exists, fill, forall, implies, init, invariant, reachable, require, type Int, type Sort } from "tenet";

type Node = Sort<"Node">;
type Shard = Sort<"Shard">;
type Epoch = Int<0, 3>;

type Message = { kind: "handOver"; shard: Shard; to: Node; epoch: Epoch };

/** Shards move from node to node. A message that is delivered twice must not give a shard back (sharded stores with epochs). */
export class ShardTransfer {
  static scope = { Node: 3, Shard: 1 };

  owns: Record<Node, Record<Shard, boolean>> = fill(fill(false));
  /** The highest epoch in which a node has owned a shard. */
  epoch: Record<Node, Record<Shard, Epoch>> = fill(fill(0));
  sent = new Set<Message>();

  @init firstOwner(node: Node) {
    this.owns[node] = fill(true);
  }

  @action handOver(from: Node, to: Node, shard: Shard) {
    require(from !== to && this.owns[from][shard] && this.epoch[from][shard] < 3);
    this.owns[from][shard] = false;
    this.sent.add({ kind: "handOver", shard, to, epoch: this.epoch[from][shard] + 1 });
  }

  @action receive(message: Message) {
    require(this.sent.has(message) && this.epoch[message.to][message.shard] < message.epoch);
    this.owns[message.to][message.shard] = true;
    this.epoch[message.to][message.shard] = message.epoch;
  }

  @invariant oneOwner() {
    return forall((a: Node, b: Node, shard: Shard) => implies(this.owns[a][shard] && this.owns[b][shard], a === b));
  }

  @reachable moved() {
    return exists((node: Node, shard: Shard) => this.owns[node][shard] && this.epoch[node][shard] === 2);
  }
}

import { action, exists, fill, forall, implies, init, invariant, reachable, require, type Sort } from "tenet";

type Node = Sort<"Node">;
type Key = Sort<"Key">;
type Value = Sort<"Value">;

/** A message that hands a key over, with its value. */
interface Transfer {
  to: Node;
  key: Key;
  value: Value;
}

/** A key-value store whose keys move between nodes (sharded_kv, an example of mypyvy's). */
export class ShardedKeyValue {
  static scope = { Node: 2, Key: 2, Value: 2 };

  table: Record<Node, Map<Key, Value>> = fill(new Map<Key, Value>());
  /** Who may write a key. At first, any nodes own any keys, as long as none is owned twice. */
  owned!: Record<Node, Set<Key>>;
  /** Messages on their way: to receive one takes it away. */
  sent = new Set<Transfer>();

  @init noKeyIsOwnedTwice() {
    require(this.ownersAreUnique());
  }

  @action put(node: Node, key: Key, value: Value) {
    require(this.owned[node].has(key));
    this.table[node].set(key, value);
  }

  @action handOver(from: Node, key: Key, to: Node) {
    const value = this.table[from].get(key);
    require(value !== undefined);
    this.table[from].delete(key);
    this.owned[from].delete(key);
    this.sent.add({ to, key, value });
  }

  @action takeOver(transfer: Transfer) {
    require(this.sent.has(transfer));
    this.sent.delete(transfer);
    this.table[transfer.to].set(transfer.key, transfer.value);
    this.owned[transfer.to].add(transfer.key);
  }

  ownersAreUnique() {
    return forall((a: Node, b: Node, key: Key) => implies(this.owned[a].has(key) && this.owned[b].has(key), a === b));
  }

  /** No key has a value at two nodes. */
  @invariant keysAreUnique() {
    return forall((a: Node, b: Node, key: Key) => implies(this.table[a].has(key) && this.table[b].has(key), a === b));
  }

  @reachable onTheMove() {
    return exists((transfer: Transfer) => this.sent.has(transfer));
  }
}

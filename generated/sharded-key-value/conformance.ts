/** What an adapter of ShardedKeyValue is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Key = `key${number}`;
export type Value = `value${number}`;
export type Sent = { key: Key; to: Node; value: Value };

/** A key-value store whose keys move between nodes (sharded_kv, an example of mypyvy's). */
export interface ShardedKeyValueModel {
  actions: {
    put: { node: Node; key: Key; value: Value };
    handOver: { from: Node; key: Key; to: Node };
    takeOver: { transfer: Sent };
  };
  faults: never;
  state: {
    table: Readonly<Record<Node, ReadonlyMap<Key, Value>>>;
    owned: Readonly<Record<Node, ReadonlySet<Key>>>;
    sent: ReadonlySet<Sent>;
  };
}

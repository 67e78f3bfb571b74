import { forall, implies, lemma, type Sort } from "tenet";
import { ShardedKeyValue } from "./spec.ts";

type Node = Sort<"Node">;
type Key = Sort<"Key">;
type Value = Sort<"Value">;

/** A key is in one place: with its owner, or in a message to the next. */
export class ShardedKeyValueProof extends ShardedKeyValue {
  @lemma oneOwner() {
    return this.ownersAreUnique();
  }

  @lemma valuesAreWithTheOwner() {
    return forall((node: Node, key: Key) => implies(this.table[node].has(key), this.owned[node].has(key)));
  }

  @lemma noOwnerWhileOnTheMove() {
    return forall((node: Node, to: Node, key: Key, value: Value) => !(this.sent.has({ to, key, value }) && this.owned[node].has(key)));
  }

  @lemma oneTransferOfAKey() {
    return forall((a: Node, b: Node, key: Key, v: Value, w: Value) =>
      implies(this.sent.has({ to: a, key, value: v }) && this.sent.has({ to: b, key, value: w }), a === b && v === w),
    );
  }
}

import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Replica = Sort<"Replica">;
type Item = Sort<"Item">;
type Snapshot = Sort<"Snapshot">;

/**
 * A set that replicas change without coordination, where what was removed does not come back (the 2P-set of Shapiro, Preguiça,
 * Baquero and Zawirski, 2011). Snapshots of the state travel, late, twice or never.
 */
export class TwoPhaseSet {
  static scope = { Replica: 2, Item: 2, Snapshot: 2 };

  added: Record<Replica, Set<Item>> = fill(new Set<Item>());
  removed: Record<Replica, Set<Item>> = fill(new Set<Item>());
  sent = new Set<Snapshot>();
  sentAdded: Record<Snapshot, Set<Item>> = fill(new Set<Item>());
  sentRemoved: Record<Snapshot, Set<Item>> = fill(new Set<Item>());
  /** All that anybody ever added. Only properties read it. */
  history = new Set<Item>();

  @action add(replica: Replica, item: Item) {
    this.added[replica].add(item);
    this.history.add(item);
  }

  @action remove(replica: Replica, item: Item) {
    require(this.added[replica].has(item));
    this.removed[replica].add(item);
  }

  @action send(replica: Replica, snapshot: Snapshot) {
    require(!this.sent.has(snapshot));
    this.sent.add(snapshot);
    this.sentAdded[snapshot] = this.added[replica];
    this.sentRemoved[snapshot] = this.removed[replica];
  }

  @action merge(replica: Replica, snapshot: Snapshot) {
    require(this.sent.has(snapshot));
    this.added[replica] = this.added[replica].union(this.sentAdded[snapshot]);
    this.removed[replica] = this.removed[replica].union(this.sentRemoved[snapshot]);
  }

  /** Only what is there was added. */
  @invariant nothingIsInvented() {
    return forall((replica: Replica, item: Item) => implies(this.added[replica].has(item), this.history.has(item)));
  }

  /** Nobody removes what it has not seen. */
  @invariant removedWasAdded() {
    return forall((replica: Replica) => this.removed[replica].isSubsetOf(this.added[replica]));
  }

  @reachable removedSomewhere() {
    return exists((a: Replica, b: Replica, item: Item) => this.removed[a].has(item) && this.added[b].has(item) && !this.removed[b].has(item));
  }
}

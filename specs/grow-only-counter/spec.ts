import { action, exists, fill, first, forall, implies, invariant, reachable, require, step, tabulate, type Order, type Sort } from "tenet";

type Replica = Sort<"Replica">;
/** A number of increments: there are no more operations on it than to compare it. */
type Count = Order<"Count">;
/** The identity of a message. */
type Message = Sort<"Message">;

/** The `number`th increment made at a replica. */
interface Increment {
  at: Replica;
  number: Count;
}

/**
 * A grow-only counter, replicated without coordination (Shapiro, Preguiça, Baquero and Zawirski, "Conflict-free Replicated Data
 * Types", 2011): a replica counts its own increments, and keeps the greatest number it has heard from every other one. The
 * value of the counter is their sum, so that replicas with equal vectors have equal values.
 *
 * Messages are snapshots of a vector. They stay, so each may be received late, twice, in any order or never.
 */
export class GrowOnlyCounter {
  static scope = { Replica: 2, Count: 3, Message: 2 };

  counts: Record<Replica, Record<Replica, Count>> = fill(fill(first<Count>()));
  sent = new Set<Message>();
  snapshot: Record<Message, Record<Replica, Count>> = fill(fill(first<Count>()));

  /** The causal history of a replica, or of a snapshot: the increments that it has seen. Only properties read it. */
  seen: Record<Replica, Set<Increment>> = fill(new Set<Increment>());
  seenIn: Record<Message, Set<Increment>> = fill(new Set<Increment>());

  /** @param number the next one: `next(…)`, said so that a proof needs no function from numbers to numbers */
  @action increment(replica: Replica, number: Count) {
    const count = this.counts[replica][replica];
    require(count < number && !exists((between: Count) => count < between && between < number));
    this.counts[replica][replica] = number;
    this.seen[replica].add({ at: replica, number });
  }

  @action send(replica: Replica, message: Message) {
    require(!this.sent.has(message));
    this.sent.add(message);
    this.snapshot[message] = this.counts[replica];
    this.seenIn[message] = this.seen[replica];
  }

  /** Vectors are merged by taking the greater of each two numbers. */
  @action receive(replica: Replica, message: Message) {
    require(this.sent.has(message));
    const mine = this.counts[replica];
    const theirs = this.snapshot[message];
    this.counts[replica] = tabulate((at: Replica) => (mine[at] < theirs[at] ? theirs[at] : mine[at]));
    this.seen[replica] = this.seen[replica].union(this.seenIn[message]);
  }

  /**
   * Strong eventual consistency: replicas that have seen the same increments have the same counts, however they came to see them.
   * It holds for each replica that they count, hence for all of the vector.
   */
  @invariant converges() {
    return forall((a: Replica, b: Replica, at: Replica) =>
      implies(
        forall((number: Count) => this.seen[a].has({ at, number }) === this.seen[b].has({ at, number })),
        this.counts[a][at] === this.counts[b][at],
      ),
    );
  }

  /** Nobody counts more increments of a replica than were made there. */
  @invariant nothingIsInvented() {
    return forall((replica: Replica, at: Replica) => this.counts[replica][at] <= this.counts[at][at]);
  }

  /** No increment that was seen is left out, nor counted before it was seen. */
  @invariant countsWhatWasSeen() {
    return forall((replica: Replica, at: Replica, number: Count) =>
      this.seen[replica].has({ at, number }) === (first<Count>() < number && number <= this.counts[replica][at]),
    );
  }

  @step countsOnlyGrow(after: this) {
    return forall((replica: Replica, at: Replica) => this.counts[replica][at] <= after.counts[replica][at]);
  }

  @reachable allAgreeOnIncrementsOfAll() {
    return forall((replica: Replica, at: Replica) => first<Count>() < this.counts[at][at] && this.counts[replica][at] === this.counts[at][at]);
  }

  @reachable aLateSnapshotArrives() {
    return exists((replica: Replica, message: Message) =>
      this.sent.has(message) && forall((at: Replica) => this.snapshot[message][at] < this.counts[replica][at]),
    );
  }
}

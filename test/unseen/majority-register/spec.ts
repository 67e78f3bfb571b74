import { action, exists, fill, first, forall, invariant, reachable, require, type Majority, type Order, type Sort } from "tenet";

type Replica = Sort<"Replica">;
type Version = Order<"Version">;

interface Ack {
  replica: Replica;
  version: Version;
}

/**
 * The register of Attiya, Bar-Noy and Dolev ("Sharing Memory Robustly in Message-Passing Systems", 1995) with one writer: a
 * write is done when a majority has it, and a read asks a majority.
 */
export class MajorityRegister {
  static scope = { Replica: 3, Version: 3 };

  /** What the writer is at. */
  writing: Version = first<Version>();
  stored: Record<Replica, Version> = fill(first<Version>());
  acks = new Set<Ack>();
  done: Version = first<Version>();

  @action write(version: Version) {
    require(this.writing === this.done && this.writing < version);
    this.writing = version;
  }

  @action store(replica: Replica) {
    require(this.stored[replica] < this.writing);
    this.stored[replica] = this.writing;
    this.acks.add({ replica, version: this.writing });
  }

  @action finish(majority: Majority<Replica>) {
    require(this.done < this.writing && forall(majority, (replica) => this.acks.has({ replica, version: this.writing })));
    this.done = this.writing;
  }

  /** Whichever majority a read asks, the last write that is done is there, or a later one. */
  @invariant readsAreFresh() {
    return forall((majority: Majority<Replica>) => exists(majority, (replica) => this.done <= this.stored[replica]));
  }

  @invariant nothingIsInvented() {
    return forall((replica: Replica) => this.stored[replica] <= this.writing);
  }

  @reachable written() {
    return first<Version>() < this.done && exists((replica: Replica) => this.stored[replica] < this.done);
  }
}

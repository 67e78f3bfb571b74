import { action, assume, exists, forall, implies, invariant, reachable, require, type Order } from "tenet";

/** A process is its identifier; where it stands in the ring is another matter. */
type Process = Order<"Process">;

interface Triple {
  a: Process;
  b: Process;
  c: Process;
}

interface Token {
  id: Process;
  at: Process;
}

/**
 * Leader election in a one-way ring (Chang and Roberts, "An Improved Algorithm for Decentralized Extrema-Finding in Circular
 * Configurations of Processes", 1979). Identifiers travel; only those greater than the process they reach go on.
 */
export class RingLeader {
  static scope = { Process: 2 };

  /** Whoever goes from `a` to `c` passes `b` on the way. */
  readonly between!: Set<Triple>;
  tokens = new Set<Token>();
  leaders = new Set<Process>();

  @assume aRing() {
    return (
      forall((a: Process, b: Process, c: Process) =>
        implies(this.between.has({ a, b, c }), this.between.has({ a: b, b: c, c: a }) && !this.between.has({ a, b: c, c: b }))) &&
      forall((a: Process, b: Process, c: Process, d: Process) =>
        implies(this.between.has({ a, b, c }) && this.between.has({ a, b: c, c: d }), this.between.has({ a, b, c: d }))) &&
      forall((a: Process, b: Process, c: Process) =>
        implies(a !== b && b !== c && a !== c, this.between.has({ a, b, c }) || this.between.has({ a, b: c, c: b }))) &&
      forall((a: Process, b: Process, c: Process) => implies(this.between.has({ a, b, c }), a !== b && b !== c && a !== c))
    );
  }

  isNext(from: Process, to: Process) {
    return from !== to && forall((other: Process) => implies(other !== from && other !== to, this.between.has({ a: from, b: to, c: other })));
  }

  @action start(from: Process, to: Process) {
    require(this.isNext(from, to));
    this.tokens.add({ id: from, at: to });
  }

  @action forward(id: Process, at: Process, to: Process) {
    require(this.isNext(at, to) && this.tokens.has({ id, at }) && at < id);
    this.tokens.delete({ id, at });
    this.tokens.add({ id, at: to });
  }

  @action discard(id: Process, at: Process) {
    require(this.tokens.has({ id, at }) && id < at);
    this.tokens.delete({ id, at });
  }

  @action win(id: Process) {
    require(this.tokens.has({ id, at: id }));
    this.leaders.add(id);
  }

  @invariant oneLeader() {
    return forall((a: Process, b: Process) => implies(this.leaders.has(a) && this.leaders.has(b), a === b));
  }

  @reachable elected() {
    return exists((process: Process) => this.leaders.has(process));
  }
}

import { action, exists, fill, forall, implies, invariant, reachable, require, step, terminal, type Sort } from "tenet";

/** A resource manager. */
type RM = Sort<"RM">;

/**
 * Transaction commit, the problem that two-phase commit solves
 * (Gray and Lamport, "Consensus on Transaction Commit", 2006, section 2): what the resource managers may do, not how.
 */
export class TransactionCommit {
  static scope = { RM: 3 };

  rm: Record<RM, "working" | "prepared" | "committed" | "aborted"> = fill("working");

  @action prepare(rm: RM) {
    require(this.rm[rm] === "working");
    this.rm[rm] = "prepared";
  }

  /** Once everyone is ready, and so no one can abort any more. */
  @action commit(rm: RM) {
    require(this.rm[rm] === "prepared");
    require(forall((other: RM) => this.rm[other] === "prepared" || this.rm[other] === "committed"));
    this.rm[rm] = "committed";
  }

  /** As long as no one has committed. */
  @action abort(rm: RM) {
    require(this.rm[rm] === "working" || this.rm[rm] === "prepared");
    require(!exists((other: RM) => this.rm[other] === "committed"));
    this.rm[rm] = "aborted";
  }

  decided(rm: RM) {
    return this.rm[rm] === "committed" || this.rm[rm] === "aborted";
  }

  /** No two resource managers decide differently. */
  @invariant consistent() {
    return forall((a: RM, b: RM) => !(this.rm[a] === "committed" && this.rm[b] === "aborted"));
  }

  /** A decision is final. */
  @step stable(next: this) {
    return forall((rm: RM) => implies(this.decided(rm), next.rm[rm] === this.rm[rm]));
  }

  @reachable allCommit() {
    return forall((rm: RM) => this.rm[rm] === "committed");
  }

  @reachable allAbort() {
    return forall((rm: RM) => this.rm[rm] === "aborted");
  }

  @terminal allDecided() {
    return forall((rm: RM) => this.decided(rm));
  }
}

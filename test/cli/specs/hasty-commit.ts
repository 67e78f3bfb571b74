import { action, exists, fill, forall, invariant, reachable, require, type Sort } from "tenet";

type RM = Sort<"RM">;

/** Two-phase commit with a mistake: the manager commits as soon as one resource manager is prepared. */
export class HastyCommit {
  static scope = { RM: 2 };

  rm: Record<RM, "working" | "prepared" | "committed" | "aborted"> = fill("working");
  decision: "none" | "commit" | "abort" = "none";

  @action prepare(rm: RM) {
    require(this.rm[rm] === "working");
    this.rm[rm] = "prepared";
  }

  @action giveUp(rm: RM) {
    require(this.rm[rm] === "working");
    this.rm[rm] = "aborted";
  }

  @action decide() {
    require(this.decision === "none");
    require(exists((rm: RM) => this.rm[rm] === "prepared"));
    this.decision = "commit";
  }

  @action obey(rm: RM) {
    require(this.decision === "commit" && this.rm[rm] === "prepared");
    this.rm[rm] = "committed";
  }

  /** No two resource managers decide differently. */
  @invariant consistent() {
    return forall((a: RM, b: RM) => !(this.rm[a] === "committed" && this.rm[b] === "aborted"));
  }

  @reachable allCommit() {
    return forall((rm: RM) => this.rm[rm] === "committed");
  }
}

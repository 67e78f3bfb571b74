import { action, exists, fill, forall, invariant, reachable, require, type Sort } from "tenet";

/** A resource manager. Any number of them take part. */
export type RM = Sort<"RM">;

type Message = { kind: "prepared"; rm: RM } | { kind: "commit" } | { kind: "abort" };

/** Two-phase commit (Gray and Lamport, "Consensus on Transaction Commit", 2006). */
export class TwoPhaseCommit {
  static scope = { RM: 3 };

  rm: Record<RM, "working" | "prepared" | "committed" | "aborted"> = fill("working");
  tm: "init" | "committed" | "aborted" = "init";
  tmPrepared = new Set<RM>();
  sent = new Set<Message>();

  /** A resource manager says that it is ready to commit. */
  @action prepare(rm: RM) {
    require(this.rm[rm] === "working");
    this.rm[rm] = "prepared";
    this.sent.add({ kind: "prepared", rm });
  }

  /** A working resource manager may decide on its own to abort. */
  @action chooseToAbort(rm: RM) {
    require(this.rm[rm] === "working");
    this.rm[rm] = "aborted";
  }

  @action receivePrepared(m: Message) {
    require(this.tm === "init" && this.sent.has(m) && m.kind === "prepared");
    this.tmPrepared.add(m.rm);
  }

  @action commit() {
    require(this.tm === "init" && forall((rm: RM) => this.tmPrepared.has(rm)));
    this.tm = "committed";
    this.sent.add({ kind: "commit" });
  }

  @action abort() {
    require(this.tm === "init");
    this.tm = "aborted";
    this.sent.add({ kind: "abort" });
  }

  @action receiveCommit(rm: RM) {
    require(this.sent.has({ kind: "commit" }));
    this.rm[rm] = "committed";
  }

  @action receiveAbort(rm: RM) {
    require(this.sent.has({ kind: "abort" }));
    this.rm[rm] = "aborted";
  }

  /** No two resource managers decide differently. */
  @invariant consistent() {
    return forall((a: RM, b: RM) => !(this.rm[a] === "committed" && this.rm[b] === "aborted"));
  }

  @reachable someoneCommits() {
    return exists((rm: RM) => this.rm[rm] === "committed");
  }
}

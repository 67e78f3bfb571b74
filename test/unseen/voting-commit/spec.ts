import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Worker = Sort<"Worker">;

type Message = { type: "vote"; worker: Worker; yes: boolean } | { type: "outcome"; commit: boolean };

/** Atomic commitment with a coordinator that keeps the votes in a map (Gray, "Notes on Data Base Operating Systems", 1978). */
export class VotingCommit {
  static scope = { Worker: 3 };

  votes = new Map<Worker, boolean>();
  decision: "commit" | "abort" | undefined = undefined;
  outcome: Record<Worker, "commit" | "abort" | undefined> = fill(undefined);
  voted: Record<Worker, boolean | undefined> = fill(undefined);
  messages = new Set<Message>();

  @action vote(worker: Worker, yes: boolean) {
    require(this.voted[worker] === undefined);
    this.voted[worker] = yes;
    this.messages.add({ type: "vote", worker, yes });
  }

  @action count(message: Message) {
    require(this.messages.has(message) && message.type === "vote" && this.decision === undefined);
    this.votes.set(message.worker, message.yes);
  }

  @action decideCommit() {
    require(this.decision === undefined && forall((worker: Worker) => this.votes.get(worker) === true));
    this.decision = "commit";
    this.messages.add({ type: "outcome", commit: true });
  }

  /** At any time: a worker may have failed. */
  @action decideAbort() {
    require(this.decision === undefined);
    this.decision = "abort";
    this.messages.add({ type: "outcome", commit: false });
  }

  @action learn(worker: Worker, message: Message) {
    require(this.messages.has(message) && message.type === "outcome" && this.outcome[worker] === undefined);
    this.outcome[worker] = message.commit ? "commit" : "abort";
  }

  /** All come to the same outcome. */
  @invariant atomic() {
    return forall((a: Worker, b: Worker) => !(this.outcome[a] === "commit" && this.outcome[b] === "abort"));
  }

  /** Nobody has to commit against its will. */
  @invariant unanimous() {
    return forall((a: Worker, b: Worker) => implies(this.outcome[a] === "commit", this.voted[b] === true));
  }

  @reachable committed() {
    return exists((worker: Worker) => this.outcome[worker] === "commit");
  }
}

import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort, type Order } from "tenet";

type Job = Sort<"Job">;
type Worker = Sort<"Worker">;
type Receipt = Order<"Receipt">;

/**
 * A queue that hides a job from others while a worker has it, and shows it again when the worker takes too long. A job is done
 * only with the last receipt (as in Amazon's simple queue service).
 */
export class JobQueue {
  static scope = { Job: 2, Worker: 2, Receipt: 3 };

  state: Record<Job, "visible" | "claimed" | "done"> = fill("visible");
  receipt: Record<Job, Receipt | undefined> = fill(undefined);
  /** What a worker believes to hold. */
  holds: Record<Worker, { job: Job; receipt: Receipt } | undefined> = fill(undefined);
  doneBy: Record<Job, Set<Worker>> = fill(new Set<Worker>());

  @action claim(worker: Worker, job: Job, receipt: Receipt) {
    const last = this.receipt[job];
    require(this.state[job] === "visible" && (last === undefined || last < receipt));
    this.state[job] = "claimed";
    this.receipt[job] = receipt;
    this.holds[worker] = { job, receipt };
  }

  @action timeOut(job: Job) {
    require(this.state[job] === "claimed");
    this.state[job] = "visible";
  }

  @action complete(worker: Worker) {
    const held = this.holds[worker];
    require(held !== undefined && this.state[held.job] === "claimed" && this.receipt[held.job] === held.receipt);
    this.state[held.job] = "done";
    this.doneBy[held.job].add(worker);
    this.holds[worker] = undefined;
  }

  @invariant doneOnce() {
    return forall((job: Job, a: Worker, b: Worker) => implies(this.doneBy[job].has(a) && this.doneBy[job].has(b), a === b));
  }

  @invariant receiptsAreOfOneWorker() {
    return forall((a: Worker, b: Worker) => implies(this.holds[a] !== undefined && this.holds[a] === this.holds[b], a === b));
  }

  @reachable done() {
    return exists((job: Job) => this.state[job] === "done");
  }
}

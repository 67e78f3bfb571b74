import { action, cost, count, exists, fault, fill, forall, implies, invariant, milestone, reachable, require, sum, terminal, type Int, type Sort } from "tenet";
import { type Budget, Nodes, spend, type Used } from "tenet/faults";

type Job = Sort<"Job">;
type Worker = Sort<"Worker">;
/** Grows with every claim of a job: the receipt of a claim, and a fencing token. Enough for seven crashes and seven timeouts. */
type Token = Int<0, 15>;

interface Claim {
  job: Job;
  token: Token;
}

/**
 * A job queue with visibility timeouts (as Amazon's SQS), and workers that an autoscaler starts and stops, down to none. A job that is claimed
 * is hidden for some time; then it shows again, whether its worker crashed or is only slow, since nobody can tell. Workers do a job, write
 * its result to a storage, and delete it from the queue.
 */
export class JobQueue {
  static scope = { Job: 1, Worker: 2 };

  static designs = {
    /** Jobs are deleted once done, the storage takes one result for each, and the autoscaler looks at the length of the queue. */
    "once": { acknowledge: "when-done", storage: "first-result", wakeUp: "by-length" },
    /** Jobs are deleted when they are claimed: at most once. */
    "at-most-once": { acknowledge: "when-claimed", storage: "first-result", wakeUp: "by-length" },
    /** The storage takes every result: at least once. */
    "at-least-once": { acknowledge: "when-done", storage: "any-result", wakeUp: "by-length" },
    /** The storage turns down results with a token lower than one that it has seen. */
    "fenced": { acknowledge: "when-done", storage: "fenced", wakeUp: "by-length" },
    /** A worker is started for every job that is put in, and for nothing else. */
    "wake-on-put": { acknowledge: "when-done", storage: "first-result", wakeUp: "on-put" },
  };

  /** The queue. */
  job: Record<Job, "new" | "visible" | "hidden" | "deleted"> = fill("new");
  token: Record<Job, Token> = fill(0);
  /** The autoscaler: what has been put in and has not led to a worker, and which workers run. */
  put = new Set<Job>();
  running = new Set<Worker>();
  /** What a worker believes to do, and whether it has written its result. Volatile. */
  claim: Record<Worker, Claim | undefined> = fill(undefined);
  written: Record<Worker, boolean> = fill(false);
  /** The storage: by which claim the result was written, and how many results it took. */
  result: Record<Job, Token> = fill(0);
  results: Record<Job, Int<0, 3>> = fill(0);
  overwritten = false;
  slow: Used = 0;

  workers = new Nodes<Worker>({ crashes: 1, restart: "at once", onCrash: (worker) => this.stop(worker) });

  /** @param timeouts that a worker misses although it is alive */
  constructor(
    readonly acknowledge: "when-done" | "when-claimed" = "when-done",
    readonly storage: "first-result" | "any-result" | "fenced" = "first-result",
    readonly wakeUp: "by-length" | "on-put" = "by-length",
    readonly timeouts: Budget = 1,
  ) {}

  @action putIn(job: Job) {
    require(this.job[job] === "new");
    this.job[job] = "visible";
    this.put.add(job);
  }

  /** The autoscaler starts a worker. */
  @action start(worker: Worker, job: Job) {
    require(!this.running.has(worker));
    require(this.wakeUp === "on-put" ? this.put.has(job) : this.job[job] === "visible");
    this.put.delete(job);
    this.running.add(worker);
  }

  /** And stops one that has nothing to do, when no job is visible. */
  @action scaleDown(worker: Worker) {
    require(this.running.has(worker) && this.claim[worker] === undefined && forall((job: Job) => this.job[job] !== "visible"));
    this.stop(worker);
  }

  stop(worker: Worker) {
    this.running.delete(worker);
    this.claim[worker] = undefined;
    this.written[worker] = false;
  }

  @action take(worker: Worker, job: Job) {
    require(this.running.has(worker) && this.claim[worker] === undefined && this.job[job] === "visible");
    this.token[job] += 1;
    this.claim[worker] = { job, token: this.token[job] };
    this.job[job] = this.acknowledge === "when-claimed" ? "deleted" : "hidden";
  }

  /** A worker does its job, as far as its claim goes, and writes the result. */
  @action work(worker: Worker) {
    const claim = this.claim[worker];
    require(claim !== undefined && !this.written[worker]);
    const { job, token } = claim;
    this.written[worker] = true;
    if (this.storage === "first-result" && this.results[job] > 0) return;
    if (this.storage === "fenced" && token < this.result[job]) return;
    if (token < this.result[job]) this.overwritten = true;
    this.result[job] = token;
    this.results[job] = Math.min(3, this.results[job] + 1);
  }

  /** It deletes the job, though perhaps somebody else has claimed it meanwhile. */
  @action finish(worker: Worker) {
    const claim = this.claim[worker];
    require(claim !== undefined && this.written[worker]);
    this.job[claim.job] = "deleted";
    this.claim[worker] = undefined;
    this.written[worker] = false;
  }

  isHeld(job: Job) {
    return exists((worker: Worker) => this.claim[worker]?.job === job && this.claim[worker]?.token === this.token[job]);
  }

  /** A job shows again whose worker is gone. */
  @action expire(job: Job) {
    require(this.job[job] === "hidden" && !this.isHeld(job));
    this.job[job] = "visible";
  }

  /** A worker is slow: its job shows again while it is at it. */
  @fault expireTooEarly(job: Job) {
    this.slow = spend(this.slow, this.timeouts);
    require(this.job[job] === "hidden" && this.isHeld(job));
    this.job[job] = "visible";
  }

  /** A job that was put in is done, or is in the queue, or somebody is at it. */
  @invariant noJobIsLost() {
    return forall((job: Job) =>
      implies(this.job[job] === "deleted", this.results[job] > 0 || exists((worker: Worker) => this.claim[worker]?.job === job)),
    );
  }

  @invariant oneResultForEachJob() {
    return forall((job: Job) => this.results[job] <= 1);
  }

  /** A slow worker does not undo what a later one has done. */
  @invariant lateResultsDoNotOverwrite() {
    return !this.overwritten;
  }

  /** Where nothing more happens, all jobs are done and all workers are stopped. */
  @terminal allDone() {
    return this.running.size === 0 && forall((job: Job) => this.job[job] === "deleted");
  }

  @milestone aJobIsDone() {
    return exists((job: Job) => this.job[job] === "deleted" && this.results[job] > 0);
  }

  /** How often jobs were begun until then. */
  @cost runs() {
    return sum((job: Job) => this.token[job]);
  }

  /** What visibility timeouts do not give: that a job is with one worker at a time. */
  @reachable twoWorkAtOnce() {
    return this.acknowledge === "when-claimed" || exists((job: Job) => count((worker: Worker) => this.claim[worker]?.job === job) === 2);
  }

  @reachable backToZero() {
    return this.running.size === 0 && forall((job: Job) => this.job[job] === "deleted" && this.results[job] > 0);
  }
}

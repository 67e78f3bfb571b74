/** What an adapter of JobQueue is held to. Generated; do not edit. */

export type Job = `job${number}`;
export type Worker = `worker${number}`;
export type Claim = { job: Job; token: number };

/**
 * A job queue with visibility timeouts (as Amazon's SQS), and workers that an autoscaler starts and stops, down to none. A job that is claimed
 * is hidden for some time; then it shows again, whether its worker crashed or is only slow, since nobody can tell. Workers do a job, write
 * its result to a storage, and delete it from the queue.
 */
export interface JobQueueModel {
  actions: {
    "workers.crash": { node: Worker };
    putIn: { job: Job };
    /** The autoscaler starts a worker. */
    start: { worker: Worker; job: Job };
    /** And stops one that has nothing to do, when no job is visible. */
    scaleDown: { worker: Worker };
    take: { worker: Worker; job: Job };
    /** A worker does its job, as far as its claim goes, and writes the result. */
    work: { worker: Worker };
    /** It deletes the job, though perhaps somebody else has claimed it meanwhile. */
    finish: { worker: Worker };
    /** A job shows again whose worker is gone. */
    expire: { job: Job };
    /** A worker is slow: its job shows again while it is at it. */
    expireTooEarly: { job: Job };
  };
  faults: "workers.crash" | "expireTooEarly";
  state: {
    acknowledge: "when-claimed" | "when-done";
    storage: "any-result" | "fenced" | "first-result";
    wakeUp: "by-length" | "on-put";
    timeouts: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    job: Readonly<Record<Job, "deleted" | "hidden" | "new" | "visible">>;
    token: Readonly<Record<Job, number>>;
    put: ReadonlySet<Job>;
    running: ReadonlySet<Worker>;
    claim: Readonly<Record<Worker, Claim | undefined>>;
    written: Readonly<Record<Worker, boolean>>;
    result: Readonly<Record<Job, number>>;
    results: Readonly<Record<Job, number>>;
    overwritten: boolean;
    slow: number;
    "workers.crashed": number;
  };
}

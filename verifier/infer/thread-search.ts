/** A search for clauses in a thread of its own, which can be ended at any time. */
import { Worker } from "node:worker_threads";
import type { FiniteResult, FiniteTask, Revision } from "./finite-problem.ts";
import type { FiniteReply, FiniteRequest } from "./thread-messages.ts";

export class ThreadSearch {
  private worker: Worker | undefined;
  /** How many questions the solvers of the thread were asked. */
  queries = 0;

  /** @param entry the compiled `worker.ts` */
  constructor(private readonly entry: URL) {}

  async run(task: FiniteTask, progress: (needed: number) => void): Promise<FiniteResult> {
    // The search needs nothing of the environment, so it gets nothing.
    this.worker = new Worker(this.entry, { env: {}, stdout: true, stderr: true });
    return this.ask({ kind: "run", task }, progress);
  }

  /** After a fixpoint: the one with more of what may hold, and without what does not hold elsewhere. */
  async revise(revision: Revision, progress: (needed: number) => void): Promise<FiniteResult> {
    return this.ask({ kind: "revise", revision }, progress);
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private ask(request: FiniteRequest, progress: (needed: number) => void): Promise<FiniteResult> {
    const { worker } = this;
    if (!worker) return Promise.resolve({ kind: "gave-up", reason: "solver" });
    return new Promise((resolve) => {
      const done = (result: FiniteResult): void => {
        worker.off("message", heard).off("error", ended).off("exit", ended);
        resolve(result);
      };
      const heard = (reply: FiniteReply): void => {
        if (reply.kind === "progress") return progress(reply.needed);
        this.queries = reply.queries;
        done(reply.result);
      };
      // Without an answer.
      const ended = (): void => done({ kind: "gave-up", reason: "solver" });
      worker.on("message", heard).on("error", ended).on("exit", ended);
      worker.postMessage(request, []);
    });
  }
}

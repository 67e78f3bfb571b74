/** A search for clauses in a thread of its own, which can be ended at any time. */
import { Worker } from "node:worker_threads";
import type { Clause } from "./clause.ts";
import type { FinitePhase } from "./finite.ts";
import type { FiniteResult, FiniteTask } from "./finite-problem.ts";
import type { FiniteReply, FiniteRequest } from "./thread-messages.ts";

export class ThreadSearch {
  private worker: Worker | undefined;
  /** How many questions the solvers of the thread were asked. */
  queries = 0;

  /** @param entry the compiled `worker.ts` */
  constructor(private readonly entry: URL) {}

  async run(task: FiniteTask, progress: (phase: FinitePhase, clauses: number) => void): Promise<FiniteResult> {
    // The search needs nothing of the environment, so it gets nothing.
    this.worker = new Worker(this.entry, { env: {}, stdout: true, stderr: true });
    const reply = await this.ask({ kind: "run", task }, (r) => progress(r.phase, r.clauses));
    return reply?.kind === "found" ? reply.result : { kind: "gave-up", reason: "solver" };
  }

  /** After a fixpoint: what is needed once these clauses of it are needed, too. */
  async extend(clauses: readonly Clause[]): Promise<readonly Clause[] | undefined> {
    const reply = await this.ask({ kind: "extend", clauses }, () => undefined);
    return reply?.kind === "extended" ? reply.needed : undefined;
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Undefined where the thread ended without an answer. */
  private ask(request: FiniteRequest, progress: (reply: Extract<FiniteReply, { kind: "progress" }>) => void): Promise<FiniteReply | undefined> {
    const { worker } = this;
    if (!worker) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const done = (reply: FiniteReply | undefined): void => {
        if (reply && reply.kind !== "progress") this.queries = reply.queries;
        worker.off("message", heard).off("error", ended).off("exit", ended);
        resolve(reply);
      };
      const heard = (reply: FiniteReply): void => (reply.kind === "progress" ? progress(reply) : done(reply));
      const ended = (): void => done(undefined);
      worker.on("message", heard).on("error", ended).on("exit", ended);
      worker.postMessage(request, []);
    });
  }
}

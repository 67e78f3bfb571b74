/** A solver in a worker thread of its own. A thread that hangs or dies is replaced; its question ends in `unknown`. */
import { Worker } from "node:worker_threads";
import { type Solver, type SolverAnswer, type SolverBudget, type SolverQuery, SolverTextError } from "../contract/solver.ts";
import type { Reply, Request, Start } from "./worker-messages.ts";

/** What a stuck solver gets beyond its own budget before its thread is ended. */
const graceMs = 2_000;
/** A solver that is not up by then will not be. */
const startMs = 60_000;

interface Thread { readonly worker: Worker; readonly ready: Promise<string> }

/** Bytes of WebAssembly memory are fixed, and running out of them may never return: the solver stops earlier. */
const defaultMegabytes = 1500;

export class ThreadSolver implements Solver {
  private thread: Thread | undefined;
  private questions = 0;

  /**
   * @param entry the compiled `worker.ts`
   * @param memoryMegabytes beyond which a question ends in `unknown`
   * @param name for reports
   */
  constructor(private readonly entry: URL, private readonly memoryMegabytes = defaultMegabytes, readonly name = "z3-solver") {}

  /** Starts the thread, so that the first question need not wait. @returns the solver's version */
  async start(): Promise<string> {
    this.thread ??= launch(this.entry, this.memoryMegabytes);
    return this.thread.ready;
  }

  async ask(query: SolverQuery, budget: SolverBudget): Promise<SolverAnswer> {
    try {
      await this.start();
    } catch (error) {
      await this.close();
      return crash(error);
    }
    // Closed while it was starting.
    if (!this.thread) return crash("closed");
    const { worker } = this.thread;
    const id = this.questions++;
    const answer = new Promise<SolverAnswer>((resolve, reject) => {
      const done = (): void => {
        clearTimeout(watchdog);
        worker.off("message", heard).off("error", died).off("exit", died);
      };
      const replace = (answer: SolverAnswer): void => {
        done();
        void this.close().then(() => resolve(answer));
      };
      const heard = (reply: Reply): void => {
        if (!("id" in reply) || reply.id !== id) return;
        if ("rejected" in reply) {
          done();
          reject(new SolverTextError(reply.rejected));
        } else if (reply.answer.kind === "unknown" && reply.answer.reason === "memory") replace(reply.answer);
        else {
          done();
          resolve(reply.answer);
        }
      };
      const died = (cause: unknown): void => replace(crash(cause));
      const watchdog = setTimeout(() => replace({ kind: "unknown", reason: "timeout", detail: "the solver did not stop by itself" }), budget.milliseconds + graceMs);
      worker.on("message", heard).on("error", died).on("exit", died);
    });
    // Not what a caller may have put beside it, as not everything can be posted.
    const { text, assumptions, wants, ground } = query;
    worker.postMessage({ id, query: { text, assumptions, wants, ...(ground !== undefined && { ground }) }, budget } satisfies Request, []);
    return answer;
  }

  async close(): Promise<void> {
    const thread = this.thread;
    this.thread = undefined;
    await thread?.worker.terminate();
  }
}

const crash = (cause: unknown): SolverAnswer => ({ kind: "unknown", reason: "crash", detail: cause instanceof Error ? cause.message : `the solver's thread ended (${cause})` });

function launch(entry: URL, memoryMegabytes: number): Thread {
  // The solver needs nothing of the environment, so it gets nothing.
  const worker = new Worker(entry, { env: {}, stdout: true, stderr: true, workerData: { memoryMegabytes } satisfies Start });
  const ready = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => failed(new Error("the solver did not start")), startMs);
    const failed = (cause: unknown): void => {
      clearTimeout(late);
      reject(cause instanceof Error ? cause : new Error(`the solver's thread ended (${cause})`));
    };
    worker.once("message", (reply: Reply) => {
      clearTimeout(late);
      if ("ready" in reply) resolve(reply.ready);
    });
    worker.once("error", failed).once("exit", failed);
  });
  // Whoever asks next hears of it.
  ready.catch(() => undefined);
  return { worker, ready };
}

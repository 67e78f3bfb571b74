/** Who does the searches: this process, or several threads. */
import { Worker } from "node:worker_threads";
import { InternalError } from "../base/assert-never.ts";
import { type Diagnostic, DiagnosticsError } from "../base/diagnostic.ts";
import type { Protocol } from "../ir/protocol.ts";
import { threadFile } from "../pipeline/thread-file.ts";
import { type CellResult, type CellTask, searchCell } from "./cell-search.ts";

export interface Searcher {
  /** As many at a time as there are threads; the others wait. @throws what `searchCell` does */
  search(task: CellTask): Promise<CellResult>;
  close(): Promise<void>;
}

/** What all tasks are about. */
export interface Subject {
  readonly spec: string;
  readonly protocol: Protocol;
}

export type ThreadRequest = { readonly kind: "search"; readonly task: CellTask } | { readonly kind: "stop" };
export type ThreadReply =
  | { readonly kind: "result"; readonly result: CellResult }
  | { readonly kind: "diagnostics"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "internal"; readonly message: string };

/** @param signal ends what is being searched, and all that waits, with what is known by then */
export const newSearcher = (subject: Subject, jobs: number, signal: AbortSignal): Searcher => (jobs === 1 ? inProcess(subject, signal) : new ThreadSearcher(subject, jobs, signal));

function inProcess({ spec, protocol }: Subject, signal: AbortSignal): Searcher {
  let last: Promise<unknown> = Promise.resolve();
  return {
    search(task) {
      const result = last.then(() => searchCell(spec, protocol, task, signal));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => Promise.resolve(),
  };
}

interface Waiting {
  readonly task: CellTask;
  resolve(result: CellResult): void;
  reject(error: Error): void;
}

class ThreadSearcher implements Searcher {
  private readonly idle: Worker[] = [];
  private readonly all: Worker[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private readonly queue: Waiting[] = [];

  constructor(private readonly subject: Subject, private readonly jobs: number, private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.all.forEach((w) => this.post(w, { kind: "stop" })), { once: true });
  }

  search(task: CellTask): Promise<CellResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ task, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((w) => w.terminate()));
  }

  private next(): void {
    const waiting = this.queue[0];
    const worker = waiting && (this.idle.pop() ?? (this.all.length < this.jobs ? this.start() : undefined));
    if (!waiting || !worker) return;
    this.queue.shift();
    this.busy.set(worker, waiting);
    this.post(worker, { kind: "search", task: waiting.task });
  }

  private start(): Worker {
    const worker = new Worker(threadFile("tradeoffs-worker.js"), { workerData: this.subject });
    this.all.push(worker);
    worker.on("message", (reply: ThreadReply) => {
      const waiting = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      if (waiting) answer(waiting, reply);
      this.next();
    });
    worker.on("error", (error) => this.busy.get(worker)?.reject(new InternalError(`a thread has failed: ${error instanceof Error ? error.message : String(error)}`)));
    if (this.signal.aborted) this.post(worker, { kind: "stop" });
    return worker;
  }

  private post(worker: Worker, request: ThreadRequest): void {
    worker.postMessage(request, []);
  }
}

function answer({ resolve, reject }: Waiting, reply: ThreadReply): void {
  switch (reply.kind) {
    case "result": return resolve(reply.result);
    case "diagnostics": return reject(new DiagnosticsError(reply.diagnostics));
    case "internal": return reject(new InternalError(reply.message));
  }
}

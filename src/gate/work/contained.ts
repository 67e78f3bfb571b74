/** Runs a job in a process of its own, which is ended when it takes too long or too much. Whatever it was made to do, the gate goes on. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endGroup, residentBytes } from "../../base/process-group.ts";
import { threadFile } from "../../pipeline/thread-file.ts";
import type { Facts, Failed, Job, Said } from "./facts.ts";

const pollMs = 200;

export interface ContainedOptions {
  readonly signal: AbortSignal;
  /** A task has begun. */
  readonly begins: (task: number) => void;
}

/** One result for each task. Never rejects. */
export function runContained(job: Job, { signal, begins }: ContainedOptions): Promise<(Facts | Failed)[]> {
  const results: (Facts | Failed | undefined)[] = job.tasks.map(() => undefined);
  if (signal.aborted) return Promise.resolve(results.map(() => failed("interrupted", "it was interrupted")));
  return new Promise((resolve) => {
    const child = start(job);
    let why: Failed | undefined;
    const end = (reason: Failed): void => {
      why ??= reason;
      endGroup(child);
    };
    const interrupt = (): void => end(failed("interrupted", "it was interrupted"));
    const clock = setTimeout(() => end(failed("time", `it took more than ${job.limits.seconds} s`)), job.limits.seconds * 1000);
    const scale = setInterval(() => {
      if (residentBytes(child.pid) > job.limits.memoryMiB * 2 ** 20) end(failed("memory", `it took more than ${job.limits.memoryMiB} MiB`));
    }, pollMs);
    signal.addEventListener("abort", interrupt, { once: true });
    let settled = false;
    const settle = (code: number | null, sign: string | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(clock);
      clearInterval(scale);
      signal.removeEventListener("abort", interrupt);
      // Whatever it started goes with it.
      endGroup(child);
      const compiled = results[0];
      const reason = why ?? (compiled?.kind === "failed" ? compiled : deathOf(code, sign, job));
      const last = results.findIndex((r) => r === undefined);
      resolve(results.map((r, i) => r ?? (i === last || reason === compiled ? reason : { ...reason, why: reason.why === "interrupted" ? "interrupted" : "not-started", message: `it was not begun, as what came before did not end: ${reason.message}` })));
    };
    child.on("message", (said: Said) => {
      if (said.kind === "ends") results[said.task] = said.result;
      else begins(said.task);
    });
    child.on("error", (error) => end(failed("crashed", error.message)));
    child.on("error", () => settle(null, null));
    child.on("close", settle);
    child.send(job, (error) => error && end(failed("crashed", error.message)));
  });
}

function start(job: Job): ChildProcess {
  const { PATH, HOME, TMPDIR, XDG_STATE_HOME } = process.env;
  return fork(fileURLToPath(threadFile("gate-worker.js")), [], {
    // A group of its own, which can be ended as a whole.
    detached: true, serialization: "advanced", cwd: job.head, stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [`--max-old-space-size=${Math.max(64, Math.floor(job.limits.memoryMiB * 0.8))}`],
    env: { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...(XDG_STATE_HOME && { XDG_STATE_HOME }) },
  });
}

function deathOf(code: number | null, sign: string | null, { limits }: Job): Failed {
  // What V8 does where its heap is full.
  if (sign === "SIGABRT" || code === 134 || sign === "SIGKILL") return failed("memory", `it took more than the memory that it may have (${limits.memoryMiB} MiB)`);
  return failed("crashed", code === 0 ? "it ended without an answer" : `its process ended (${sign ?? `exit code ${code}`})`);
}

const failed = (why: Failed["why"], message: string): Failed => ({ kind: "failed", why, message, diagnostics: [] });

/** A process that works for one spec, and says what came of each task. It ends with whoever started it. */
import { chdir } from "node:process";
import { Worker } from "node:worker_threads";
import { InternalError } from "../../base/assert-never.ts";
import { DiagnosticsError } from "../../base/diagnostic.ts";
import { conformFacts, driftFacts, transitionFacts } from "./code.ts";
import { compareFacts } from "./compare.ts";
import type { Failed, Facts, Job, Said, Task } from "./facts.ts";
import { checkFacts, compileFacts, proveFacts } from "./verify.ts";

/** What is done a little before the limit still has time to be told. */
const spareMs = 1500;

process.on("disconnect", () => process.exit());
/** Also while this thread is busy for ever: without whoever started it, nobody would end it. */
new Worker(`const parent = process.ppid; setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 1000);`, { eval: true }).unref();
process.once("message", async (job: Job) => {
  const end = performance.now() + job.limits.seconds * 1000 - spareMs;
  for (const [i, task] of job.tasks.entries()) {
    say({ kind: "begins", task: i });
    const result = await attempt(() => perform(job, task, Math.max(1, Math.floor(end - performance.now()))));
    say({ kind: "ends", task: i, result });
    // What does not compile cannot be looked at in any other way.
    if (task.kind === "compile" && result.kind === "failed") break;
  }
  process.disconnect();
});

function say(said: Said): void {
  process.send!(said);
}

async function perform(job: Job, task: Task, milliseconds: number): Promise<Facts> {
  // Places are told from the root of the repository.
  chdir(task.kind === "drift" || task.kind === "transition" || task.kind === "conform" ? job.code : job.head);
  switch (task.kind) {
    case "compile": return compileFacts(job);
    case "check": return checkFacts(job, task.instance, milliseconds);
    case "prove": return proveFacts(job, task.instance, milliseconds);
    case "compare": return compareFacts(job, milliseconds);
    case "drift": return driftFacts(job, task.file, task.instance);
    case "transition": return transitionFacts(job, task.file, task.instance, milliseconds);
    case "conform": return conformFacts(job, task.file, task.instance, milliseconds);
  }
}

async function attempt(work: () => Promise<Facts>): Promise<Facts | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DiagnosticsError) return { kind: "failed", why: "wrong", message: error.diagnostics[0]?.message ?? "it is wrong", diagnostics: error.diagnostics };
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", why: error instanceof InternalError || !/heap|memory|allocation|array length/i.test(message) ? "internal" : "memory", message, diagnostics: [] };
  }
}

/** Does what was planned, a few specs at a time, each in a process of its own; what evidence tells is not done again. */
import { availableParallelism } from "node:os";
import type { Evidence } from "./evidence.ts";
import type { Done } from "./judge/done.ts";
import { taskText } from "./judge/spec.ts";
import type { Plan } from "./plan.ts";
import type { Scratch } from "./repository/snapshot.ts";
import type { Tree } from "./repository/tree.ts";
import { runContained } from "./work/contained.ts";

export interface Progress {
  /** Specs. */
  readonly done: number;
  readonly of: number;
  /** What is being done, for which. */
  readonly doing: string;
}

export interface Surroundings {
  readonly base: Tree;
  readonly head: Tree;
  readonly scratch: Scratch;
  readonly evidence: Evidence | undefined;
  /** A folder with all of the change. */
  code(): string;
  /** As `performance.now()` tells. */
  readonly deadline: number;
  readonly jobs: number | undefined;
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  judged(plan: Plan, done: readonly Done[], seconds: number): void;
}

/** A search uses a core, a proof several. */
const defaultJobs = (): number => Math.max(1, Math.floor(availableParallelism() / 2));

export async function verifyAll(plans: readonly Plan[], around: Surroundings): Promise<void> {
  let next = 0, finished = 0;
  let folder: string | undefined;
  const code = (): string => (folder ??= around.code());
  const work = async (): Promise<void> => {
    for (let i = next++; i < plans.length; i = next++) {
      const plan = plans[i], start = performance.now();
      const doing = (what: string): void => around.progress({ done: finished, of: plans.length, doing: `${plan.asked.spec}: ${what}` });
      const done = await verify(plan, i, around, code, doing);
      around.judged(plan, done, (performance.now() - start) / 1000);
      finished++;
    }
  };
  await Promise.all(Array.from({ length: Math.min(plans.length, around.jobs ?? defaultJobs()) }, work));
}

async function verify({ tasks, asked, files, guarded }: Plan, i: number, around: Surroundings, code: () => string, doing: (what: string) => void): Promise<Done[]> {
  const known = tasks.map(({ key }) => around.evidence?.read(key));
  const missing = tasks.filter((_, t) => known[t] === undefined);
  const fresh = new Map<number, Done>();
  if (missing.length > 0) {
    const seconds = Math.min(asked.budget.seconds, Math.max(0, (around.deadline - performance.now()) / 1000));
    // Whatever else is to be done, a spec that does not compile is told in the same words.
    const todo = missing[0].task.kind === "compile" ? missing : [{ ...tasks[0] }, ...missing];
    const isBound = todo.some(({ task }) => task.kind === "drift" || task.kind === "conform" || task.kind === "transition");
    const results = await runContained({
      file: asked.file, about: asked.spec, protocol: asked.protocol,
      head: around.scratch.copy(`head-${i}`, around.head, files.head), base: files.base.length > 0 ? around.scratch.copy(`base-${i}`, around.base, files.base) : null,
      code: isBound ? code() : around.scratch.copy(`head-${i}`, around.head, []),
      guards: asked.guards, guarded,
      limits: { ...asked.budget, seconds }, tasks: todo.map((t) => t.task),
    }, { signal: around.signal, begins: (t) => doing(taskText(todo[t].task)) });
    for (const [t, { task, key }] of todo.entries()) {
      const result = results[t];
      fresh.set(tasks.findIndex((p) => p.task === task), { task, result, source: "anew" });
      if (result.kind !== "failed") around.evidence?.write(key, result);
    }
  }
  return tasks.flatMap(({ task }, t): Done[] => {
    const done = fresh.get(t), facts = known[t];
    return done ? [done] : facts ? [{ task, result: facts, source: "evidence" }] : [];
  });
}

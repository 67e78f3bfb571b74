/** Answers many questions with a few solvers at once. One question is tried with several seeds, the first definite answer counts. */
import { availableParallelism } from "node:os";
import type { Solver, SolverAnswer, SolverBudget, SolverQuery } from "../contract/solver.ts";

/** What is to be asked. */
export interface PoolTask {
  /** For the listener. */
  readonly name: string;
  /** Asked where the query is not found to be unsatisfiable: queries with a nicer model, if they have one, as with small sorts. Their `unsat` says nothing. */
  readonly probes?: readonly SolverQuery[];
  readonly query: SolverQuery;
}

export interface PoolBudget {
  /** Milliseconds of one attempt; the last one of a question has all of it, the ones before have a part. */
  readonly milliseconds: number;
  /** Attempts after the first, each with a seed of its own. */
  readonly retries?: number;
  /** The first seed. */
  readonly seed?: number;
}

export interface PoolResult {
  readonly name: string;
  readonly answer: SolverAnswer;
  /** Which probe was satisfiable; undefined where the answer is that to the query itself. */
  readonly probe?: number;
  /** How often a solver was asked. */
  readonly attempts: number;
  /** Wall-clock milliseconds in the solver, of all attempts. */
  readonly milliseconds: number;
}

export interface PoolListener {
  started?(task: PoolTask): void;
  finished?(result: PoolResult): void;
}

/** Of the budget: most questions need less, and of the others most are answered with another seed before all of it is spent on one. */
const shortShare = 1 / 8;
const defaultRetries = 3;

export class SolverPool {
  private readonly solvers: Solver[] = [];
  private closed = false;

  /** @param size at most so many at once; as many as there are processors by default */
  constructor(private readonly make: () => Solver, private readonly size = availableParallelism()) {}

  /**
   * Answers every task, in any order in time; results in the order of the tasks.
   * @throws SolverTextError when a solver rejects a text
   */
  async prove(tasks: readonly PoolTask[], budget: PoolBudget, listener: PoolListener = {}): Promise<PoolResult[]> {
    const results: PoolResult[] = [];
    let next = 0;
    let failed = false;
    const work = async (solver: Solver): Promise<void> => {
      while (next < tasks.length && !this.closed && !failed) {
        const index = next++;
        listener.started?.(tasks[index]);
        try {
          results[index] = await answer(tasks[index], solver, budget);
        } catch (error) {
          failed = true;
          throw error;
        }
        listener.finished?.(results[index]);
      }
    };
    const wanted = Math.min(this.size, tasks.length);
    while (this.solvers.length < wanted) this.solvers.push(this.make());
    const ends = await Promise.allSettled(this.solvers.slice(0, wanted).map(work));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return tasks.map(({ name }, i) => results[i] ?? { name, answer: { kind: "unknown", reason: "crash", detail: "the solvers were closed" }, attempts: 0, milliseconds: 0 });
  }

  /** Ends all solvers; questions still open end in `unknown`. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.solvers.splice(0).map((s) => s.close()));
  }
}

async function answer(task: PoolTask, solver: Solver, { milliseconds, retries = defaultRetries, seed = 0 }: PoolBudget): Promise<PoolResult> {
  const started = performance.now();
  let attempts = 0;
  const ask = (query: SolverQuery, budget: SolverBudget): Promise<SolverAnswer> => {
    attempts++;
    return solver.ask(query, budget);
  };
  const result = (answer: SolverAnswer, probe?: number): PoolResult =>
    ({ name: task.name, answer, ...(probe !== undefined && { probe }), attempts, milliseconds: performance.now() - started });

  // Most goals hold, and holding goals mostly are shown at once: only what is not shown is probed for small counterexamples.
  const share = (attempt: number): number => (attempt === retries ? milliseconds : milliseconds * shortShare);
  let last = await ask(task.query, { milliseconds: share(0), seed });
  if (last.kind === "unsat") return result(last);
  for (const [i, probe] of (task.probes ?? []).entries()) {
    const found = await ask(probe, { milliseconds: milliseconds * shortShare, seed });
    if (found.kind === "sat") return result(found, i);
  }
  for (let attempt = 1; last.kind === "unknown" && attempt <= retries; attempt++) {
    last = await ask(task.query, { milliseconds: share(attempt), seed: seed + attempt });
  }
  return result(last);
}

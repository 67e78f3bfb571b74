/**
 * Answers many questions with a few solvers at once. One question is tried with several seeds, then with other solvers; the
 * first definite answer counts.
 */
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
  /** Ends these questions early, and no others: those still open end in `unknown`. */
  readonly signal?: AbortSignal;
}

export interface PoolResult {
  readonly name: string;
  readonly answer: SolverAnswer;
  /** Whose answer it is. */
  readonly solver: string;
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

/** A solver takes longer to start than most proofs take: more than one is started only where there is still something to ask after so long. */
const defaultPatienceMs = 1_500;

/** Others are asked at the end, when much time has been spent already. */
const retriesOfOthers = 1;

/** A solver, and those to be asked where it has no answer. */
interface Bench { readonly solver: Solver; readonly others: Solver[] }

export class SolverPool {
  private readonly benches: Bench[] = [];
  private closed = false;

  /**
   * @param size at most so many at once; as many as there are processors by default
   * @param others asked, in this order, where the first has no answer; made when they are needed
   * @param patienceMs before more than one is made
   */
  constructor(
    private readonly make: () => Solver, private readonly size = availableParallelism(), private readonly others: readonly (() => Solver)[] = [],
    private readonly patienceMs = defaultPatienceMs,
  ) {}

  /**
   * Answers every task, in any order in time; results in the order of the tasks.
   * @throws SolverTextError when a solver rejects a text
   */
  async prove(tasks: readonly PoolTask[], budget: PoolBudget, listener: PoolListener = {}): Promise<PoolResult[]> {
    const results: PoolResult[] = [];
    const over = (): boolean => this.closed || (budget.signal?.aborted ?? false);
    let next = 0;
    let failed = false;
    const work = async (bench: Bench): Promise<void> => {
      while (next < tasks.length && !failed && !over()) {
        const index = next++;
        listener.started?.(tasks[index]);
        try {
          results[index] = await this.answer(tasks[index], bench, budget);
        } catch (error) {
          failed = true;
          throw error;
        }
        listener.finished?.(results[index]);
      }
    };
    const working: Promise<void>[] = [];
    const errors: unknown[] = [];
    const join = (count: number): void => {
      for (const bench of this.benchesFor(count).slice(working.length)) working.push(work(bench).catch((error: unknown) => void errors.push(error)));
    };
    join(this.patienceMs === 0 ? tasks.length : Math.min(tasks.length, Math.max(1, this.benches.length)));
    const impatient = setTimeout(() => {
      if (next < tasks.length && !failed && !over()) join(tasks.length);
    }, this.patienceMs);
    // Others join while the first is waited for.
    for (let i = 0; i < working.length; i++) await working[i];
    clearTimeout(impatient);
    if (errors.length > 0) throw errors[0];
    return tasks.map(({ name }, i) => results[i] ?? { name, answer: stopped, solver: "", attempts: 0, milliseconds: 0 });
  }

  /** Starts the first solver before there is anything to ask it. */
  warm(): void {
    for (const { solver } of this.benchesFor(1)) void solver.start?.().catch(() => undefined);
  }

  private benchesFor(tasks: number): Bench[] {
    const wanted = this.closed ? 0 : Math.min(this.size, tasks);
    while (this.benches.length < wanted) this.benches.push({ solver: this.make(), others: [] });
    return this.benches.slice(0, wanted);
  }

  /** Ends all solvers; questions still open end in `unknown`. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.benches.splice(0).flatMap(({ solver, others }) => [solver, ...others]).map((s) => s.close()));
  }

  private async answer(task: PoolTask, bench: Bench, { milliseconds, retries = defaultRetries, seed = 0, signal }: PoolBudget): Promise<PoolResult> {
    const started = performance.now();
    let attempts = 0;
    const over = (): boolean => this.closed || (signal?.aborted ?? false);
    const ask = async (solver: Solver, query: SolverQuery, budget: SolverBudget): Promise<SolverAnswer> => {
      if (over()) return stopped;
      attempts++;
      const stop = (): void => void solver.close();
      signal?.addEventListener("abort", stop);
      const answer = await solver.ask(query, budget).finally(() => signal?.removeEventListener("abort", stop));
      return answer.kind === "unknown" && over() ? stopped : answer;
    };
    const result = ({ name }: Solver, answer: SolverAnswer, probe?: number): PoolResult =>
      ({ name: task.name, answer, solver: name, ...(probe !== undefined && { probe }), attempts, milliseconds: performance.now() - started });
    /** Probes without a model. */
    const empty = new Set<SolverQuery>();
    const probed = async (solver: Solver, share: number): Promise<PoolResult | undefined> => {
      for (const [i, probe] of (task.probes ?? []).entries()) {
        if (empty.has(probe)) continue;
        const found = await ask(solver, probe, { milliseconds: milliseconds * share, seed });
        if (found.kind === "sat") return result(solver, found, i);
        if (found.kind === "unsat") empty.add(probe);
      }
      return undefined;
    };
    /** With seed after seed; the last attempt has all of the time. */
    const tried = async (solver: Solver, from: number, last: number): Promise<SolverAnswer> => {
      let answer: SolverAnswer = stopped;
      for (let attempt = from; attempt <= last; attempt++) {
        answer = await ask(solver, task.query, { milliseconds: attempt === last ? milliseconds : milliseconds * shortShare, seed: seed + attempt });
        if (answer.kind !== "unknown") break;
      }
      return answer;
    };

    // Most goals hold, and holding goals mostly are shown at once: only what is not shown is probed for small counterexamples.
    const { solver } = bench;
    let answer = await ask(solver, task.query, { milliseconds: retries === 0 ? milliseconds : milliseconds * shortShare, seed });
    if (answer.kind === "unsat") return result(solver, answer);
    const small = await probed(solver, shortShare);
    if (small) return small;
    if (answer.kind === "unknown" && retries > 0) answer = await tried(solver, 1, retries);
    // There is a counterexample: worth the time to find one that can be shown.
    if (answer.kind === "sat") return (await probed(solver, 1)) ?? result(solver, answer);
    if (answer.kind === "unsat") return result(solver, answer);
    for (const [i, make] of this.others.entries()) {
      if (over()) break;
      const other = (bench.others[i] ??= make());
      const found = await tried(other, 0, Math.min(retries, retriesOfOthers));
      if (found.kind === "sat") return (await probed(other, 1)) ?? result(other, found);
      if (found.kind === "unsat") return result(other, found);
    }
    return result(solver, answer);
  }
}

const stopped: SolverAnswer = { kind: "unknown", reason: "stopped", detail: "the solvers were closed" };

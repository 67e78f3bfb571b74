/** The questions of one proof: who is asked, what is known already, and what came of it. */
import type { Goal } from "../backends/smt/goal.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Solver, SolverAnswer } from "../../verifier/contract/solver.ts";
import { type PoolResult, type PoolTask, SolverPool } from "../../verifier/smt/pool.ts";
import type { Wonder } from "./explain.ts";
import type { Settled } from "./induction.ts";
import { lockName, type ProofLock } from "./proof-lock.ts";
import { contenders, otherSolvers, type SolverChoice } from "./proof-solvers.ts";
import { taskOf } from "./proof-tasks.ts";
import type { Opinion, SolverFigures } from "./prove-report.ts";
import { SecondOpinion } from "./second-opinion.ts";

export const defaultTimeoutMs = 10_000;

/** For one question that the verdict does not rest on. */
const wonderMs = 2_000;

export interface SessionOptions {
  /** Milliseconds that one attempt at one goal may take. */
  readonly timeoutMs?: number;
  /** Of the solver's choices. The same seed, limits and machine mostly give the same answers. */
  readonly seed?: number;
  /** Who is asked; `auto` by default. */
  readonly solver?: SolverChoice;
  /** Whether all other solvers must agree. All goals are asked then. */
  readonly secondOpinion?: boolean;
  /** Goals at a time; by default as many as there are processors. */
  readonly parallel?: number;
  /** Instead of `solver`. */
  readonly makeSolver?: () => Solver;
  /** Whether answers say what was needed of what is assumed. */
  readonly cores?: boolean;
  /** Ends the proof early; what is not shown by then is unknown. */
  readonly signal?: AbortSignal;
  readonly listener?: SessionListener;
}

export interface SessionListener {
  progress?(progress: ProofProgress): void;
}

export interface ProofProgress {
  /** The goal that was begun last. */
  readonly goal: string;
  readonly done: number;
  /** Known so far; more may follow. */
  readonly goals: number;
}

/** How some questions differ from the others of a session. */
export interface Asking extends Pick<SessionOptions, "timeoutMs" | "cores"> {
  /** Ends these questions, and not the session. */
  readonly signal?: AbortSignal;
}

/** Whom to ask. */
interface Crew { readonly pool: SolverPool; readonly second: SecondOpinion | undefined }

export class Session {
  private asked = 0;
  private done = 0;
  private remembered = 0;
  private readonly answered = new Map<string, number>();
  private crew: Promise<Crew> | undefined;
  private opinions: readonly Opinion[] = [];
  private readonly stop = (): void => void this.close();

  /** @param lock what is known from earlier proofs, if that counts */
  constructor(private readonly options: SessionOptions, private readonly lock: ProofLock | undefined) {
    options.signal?.addEventListener("abort", this.stop);
  }

  /** Finds the solvers, at the latest when there is something to ask them. @throws SolverMissing */
  async start(): Promise<Crew> {
    this.crew ??= crewFor(this.options);
    return this.crew;
  }

  /** Starts a solver before there is anything to ask it. */
  async warm(): Promise<void> {
    (await this.start()).pool.warm();
  }

  /** @param first whether a small counterexample is of interest */
  async ask(goals: readonly Goal[], first: boolean, { timeoutMs, cores = this.options.cores ?? false, signal }: Asking = {}): Promise<Settled[]> {
    const tasks = goals.flatMap((goal) => (goal.query instanceof Unsupported ? [] : [{ goal, task: taskOf(goal, goal.query, { small: first, core: cores }) }]));
    const known = new Map(tasks.flatMap(({ goal, task }) => (this.lock?.knows(task.query.text) ? [[goal, fromLock(task)] as const] : [])));
    const open = tasks.filter(({ goal }) => !known.has(goal));
    this.asked += tasks.length;
    this.done += known.size;
    this.remembered += known.size;
    const results = await this.put(open.map(({ task }) => task), { ...(timeoutMs !== undefined && { timeoutMs }), ...(signal && { signal }) });
    const found = new Map(open.map(({ goal }, i) => [goal, results[i]]));
    for (const { goal, task } of tasks) this.note(task, known.get(goal) ?? found.get(goal)!);
    return goals.map((goal) => ({ goal, result: goal.query instanceof Unsupported ? goal.query : (known.get(goal) ?? found.get(goal)!) }));
  }

  /** For questions that are no goals of the proof. */
  async answers(tasks: readonly PoolTask[], how: Asking): Promise<SolverAnswer[]> {
    return (await this.put(tasks, how)).map((r) => r.answer);
  }

  private async put(tasks: readonly PoolTask[], { timeoutMs = this.options.timeoutMs, signal }: Asking): Promise<PoolResult[]> {
    if (tasks.length === 0) return [];
    const milliseconds = timeoutMs ?? defaultTimeoutMs;
    const { seed = 0, listener } = this.options;
    const { pool, second } = await this.start();
    // It may have been ended before there was anything to end.
    if (this.options.signal?.aborted) await pool.close();
    const results = await pool.prove(tasks, { milliseconds, seed, ...(signal && { signal }) }, {
      started: ({ name }) => listener?.progress?.({ goal: name, done: this.done, goals: this.asked }),
      finished: () => void this.done++,
    });
    if (second) {
      await second.confirm(tasks, results, { milliseconds, seed });
      this.opinions = second.figures;
    }
    return results;
  }

  /** For questions that the verdict does not rest on. */
  wonder(milliseconds: number, signal?: AbortSignal): Wonder {
    const { seed = 0, listener } = this.options;
    const end = performance.now() + milliseconds;
    const aborted = (): boolean => (this.options.signal?.aborted ?? false) || (signal?.aborted ?? false);
    return {
      ask: async (tasks) => (await this.start()).pool.prove(tasks, { milliseconds: wonderMs, retries: 0, seed, ...(signal && { signal }) }, {
        started: ({ name }) => listener?.progress?.({ goal: `what it rests on: ${name}`, done: this.done, goals: this.asked }),
      }),
      inTime: () => performance.now() < end && !aborted(),
    };
  }

  private note(task: PoolTask, { answer, probe, solver }: PoolResult): void {
    if (answer.kind === "unknown") {
      if (answer.reason === "stopped") this.asked--;
    } else if (solver !== lockName) this.answered.set(solver, (this.answered.get(solver) ?? 0) + 1);
    // That a probe has no model says nothing about the question itself.
    if (answer.kind === "unsat" && probe === undefined) this.lock?.add(task.name, task.query.text, solver);
  }

  get figures(): Omit<SolverFigures, "seconds"> {
    const { timeoutMs = defaultTimeoutMs, seed = 0 } = this.options;
    return {
      goals: this.asked, remembered: this.remembered, opinions: this.opinions, timeoutMs, seed,
      answered: [...this.answered].map(([solver, goals]) => ({ solver, goals })),
    };
  }

  async close(): Promise<void> {
    this.options.signal?.removeEventListener("abort", this.stop);
    const crew = await this.crew?.catch(() => undefined);
    await Promise.all([crew?.pool.close(), crew?.second?.close()]);
  }
}

async function crewFor({ makeSolver, parallel, secondOpinion, solver = "auto" }: SessionOptions): Promise<Crew> {
  const [first, ...others] = makeSolver ? [{ name: "", make: makeSolver }] : await contenders(solver);
  const second = secondOpinion ? new SecondOpinion(await otherSolvers(first.name), parallel) : undefined;
  return { pool: new SolverPool(first.make, parallel, others.map((c) => c.make)), second };
}

const fromLock = ({ name }: PoolTask): PoolResult => ({ name, answer: { kind: "unsat", core: [] }, solver: lockName, attempts: 0, milliseconds: 0 });

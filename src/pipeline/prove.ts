/** Shows that properties hold in every instance of a protocol, whatever its size; or says what is in the way. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InternalError } from "../base/assert-never.ts";
import { DiagnosticsError } from "../base/diagnostic.ts";
import { compileSpec } from "../frontend/protocol.ts";
import type { Goal } from "../backends/smt/goal.ts";
import { encode } from "../backends/smt/goals.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Protocol } from "../ir/protocol.ts";
import type { Options } from "../passes/options.ts";
import type { Solver } from "../../verifier/contract/solver.ts";
import { type PoolResult, SolverPool } from "../../verifier/smt/pool.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { findViolations } from "./find-violations.ts";
import { induction, type Settled } from "./induction.ts";
import { shownOptions, withOptions } from "./options.ts";
import { provedProperties } from "./proof-properties.ts";
import { taskOf } from "./proof-tasks.ts";
import type { ProofReport, ProofVerdict } from "./prove-report.ts";
import { solverThread } from "./solver-thread.ts";

export interface ProveOptions {
  /** A file with lemmas. By default the proof.ts beside spec.ts, if there is one. */
  readonly proof?: string;
  /** The class to take, where the file has several. */
  readonly protocol?: string;
  /** Values of the protocol's options by name; text is read as a value of the option's type. */
  readonly options?: Options;
  /** Milliseconds that one attempt at one goal may take. */
  readonly timeoutMs?: number;
  /** Of the solver's choices. The same seed, limits and machine mostly give the same answers. */
  readonly seed?: number;
  /** Ends the proof early; what is not shown by then is unknown. */
  readonly signal?: AbortSignal;
  readonly listener?: ProveListener;
  /** Each goal with what it was asked as, for whoever wants to ask someone else. */
  readonly evidence?: (goal: Goal, result: PoolResult) => void;
  /** Goals at a time; by default as many as there are processors. */
  readonly parallel?: number;
  /** By default, Z3 in a thread. */
  readonly makeSolver?: () => Solver;
}

export interface ProveListener {
  /** The spec is compiled and the proof begins. */
  proving?(): void;
  progress?(progress: ProofProgress): void;
}

export interface ProofProgress {
  /** The goal that was begun last. */
  readonly goal: string;
  readonly done: number;
  /** Known so far; more may follow. */
  readonly goals: number;
}

export const defaultTimeoutMs = 10_000;

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof or an option is wrong, or the assumptions contradict each other;
 * InternalError where engines disagree
 */
export async function prove(spec: string, options: ProveOptions = {}): Promise<ProofReport> {
  const start = performance.now();
  const proof = options.proof ?? proofBeside(spec);
  const compiled = compileSpec(spec, { ...(options.protocol !== undefined && { protocol: options.protocol }), ...(proof !== undefined && { proof }) });
  const protocol = withOptions(compiled.protocol, options.options ?? {});
  options.listener?.proving?.();

  const session = new Session(options);
  try {
    await requireConsistent(protocol, session);
    const shown = await induction(protocol, (goals, first) => session.ask(goals, first));
    const properties = provedProperties(protocol, shown);
    const open = properties.filter((p) => p.verdict !== "proved");
    const scopes = open.flatMap((p) => p.obstacles.flatMap(({ why }) => (why.kind === "counterexample" && why.example ? [why.example.instance.scope] : [])));
    const { found, searched } = open.length === 0
      ? { found: new Map<string, never>(), searched: [] }
      : await findViolations(protocol, [{}, ...scopes], options.signal);
    for (const name of found.keys()) {
      // What an instance can hold of a sequence or an integer is no concern of a proof.
      if (name !== "no failure" && properties.some((p) => p.name === name && p.verdict === "proved")) throw new InternalError(`${name} was proved, and an instance violates it`);
    }
    const judged = properties.map((p) => {
      const violation = p.verdict === "proved" ? undefined : found.get(p.name);
      return violation ? { ...p, verdict: "violated" as const, violation } : p;
    });
    return {
      protocol: protocol.name,
      spec,
      proof: proof ?? null,
      sources: [...new Set([...protocol.state, ...protocol.actions, ...protocol.properties].map((d) => d.span.file))].toSorted(),
      sorts: protocol.sorts.map((s) => s.name),
      options: shownOptions(protocol),
      verdict: weakest(judged.map((p) => p.verdict)),
      properties: judged,
      instancesOnly: protocol.properties.flatMap(({ name, kind }) => (kind === "reachable" || kind === "terminal" ? [{ name, kind }] : [])),
      searched,
      warnings: compiled.warnings,
      solver: {
        name: "z3", goals: session.asked, seconds: (performance.now() - start) / 1000,
        timeoutMs: options.timeoutMs ?? defaultTimeoutMs, seed: options.seed ?? 0,
      },
    };
  } finally {
    await session.close();
  }
}

/** The proof.ts beside a spec.ts. */
function proofBeside(spec: string): string | undefined {
  const folder = statSync(spec, { throwIfNoEntry: false })?.isDirectory() ? spec : basename(spec) === "spec.ts" ? dirname(spec) : undefined;
  const file = folder === undefined ? undefined : join(folder, "proof.ts");
  return file !== undefined && existsSync(file) ? file : undefined;
}

const strength: Readonly<Record<ProofVerdict, number>> = { violated: 0, unknown: 1, "not-inductive": 2, proved: 3 };
const weakest = (verdicts: readonly ProofVerdict[]): ProofVerdict => verdicts.reduce((a, b) => (strength[a] < strength[b] ? a : b), "proved");

/** Everything would follow from assumptions that contradict each other. @throws DiagnosticsError */
async function requireConsistent(protocol: Protocol, session: Session): Promise<void> {
  if (protocol.assumptions.length === 0) return;
  const goals = encode({ ...protocol, properties: [] }).filter((g) => g.kind === "consistency");
  const [{ result }] = await session.ask(goals, false);
  if (result instanceof Unsupported || result.answer.kind !== "unsat") return;
  const [first, ...others] = protocol.assumptions;
  throw new DiagnosticsError([{
    code: "T5011", severity: "error", span: first.span,
    message: others.length === 0 ? `nothing satisfies the assumption ${first.name}` : `nothing satisfies the assumptions ${protocol.assumptions.map((a) => a.name).join(", ")} together`,
    help: "Nothing can be proved about a protocol without instances. Mend or remove one of them.",
    ...(others.length > 0 && { notes: others.map((a) => ({ message: "this is another", span: a.span })) }),
  }]);
}

/** The solvers of one proof. */
class Session {
  asked = 0;
  private done = 0;
  private readonly pool: SolverPool;
  private readonly stop = (): void => void this.pool.close();

  constructor(private readonly options: ProveOptions) {
    const entry = options.makeSolver ? undefined : solverThread();
    this.pool = new SolverPool(options.makeSolver ?? (() => new ThreadSolver(entry!)), options.parallel);
    options.signal?.addEventListener("abort", this.stop);
  }

  async ask(goals: readonly Goal[], first: boolean): Promise<Settled[]> {
    const { timeoutMs: milliseconds = defaultTimeoutMs, seed = 0, listener, evidence } = this.options;
    const tasks = goals.flatMap((goal) => (goal.query instanceof Unsupported ? [] : [{ goal, task: taskOf(goal, goal.query, first) }]));
    this.asked += tasks.length;
    const results = await this.pool.prove(tasks.map((t) => t.task), { milliseconds, seed }, {
      started: ({ name }) => listener?.progress?.({ goal: name, done: this.done, goals: this.asked }),
      finished: () => void this.done++,
    });
    const byGoal = new Map(tasks.map(({ goal }, i) => [goal, results[i]]));
    for (const [goal, result] of byGoal) evidence?.(goal, result);
    return goals.map((goal) => ({ goal, result: goal.query instanceof Unsupported ? goal.query : byGoal.get(goal)! }));
  }

  async close(): Promise<void> {
    this.options.signal?.removeEventListener("abort", this.stop);
    await this.pool.close();
  }
}

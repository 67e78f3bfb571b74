/** Symbolic model checking of one instance, for state spaces that are too large to be enumerated. */
import { Runs, type Target } from "../backends/smt/runs.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import { compileSpec } from "../frontend/protocol.ts";
import type { Property } from "../ir/protocol.ts";
import type { Sizes } from "../passes/scope.ts";
import { invariantOfAntecedent } from "../passes/vacuity.ts";
import { SolverPool } from "../../verifier/smt/pool.ts";
import { ThreadSolver } from "../../verifier/smt/thread-solver.ts";
import { type Ask, BoundedSearch } from "./bounded.ts";
import type { InstanceProperty, InstanceReport, Limit, Method } from "./instance-report.ts";
import { instanceProperties } from "./instance-properties.ts";
import { kInduction } from "./k-induction.ts";
import { faultsOf } from "../passes/faults.ts";
import { lemmasAsInvariants } from "../passes/lemmas-as-invariants.ts";
import { shownOptions } from "./options.ts";
import { prepareCompiled, type Prepared } from "./prepare.ts";
import { defaultTimeoutMs } from "./proof-session.ts";
import { proofBeside, type ProveOptions } from "./prove.ts";
import { threadFile } from "./thread-file.ts";
import { weakest } from "./verdict.ts";

export interface ProveInstanceOptions extends Pick<ProveOptions, "proof" | "protocol" | "options" | "timeoutMs" | "seed" | "signal" | "makeSolver"> {
  readonly method: Method;
  /** Sizes of sorts and bounds by name; they override the spec's own scope. */
  readonly scope?: Sizes;
  readonly listener?: ProveInstanceListener;
}

export interface ProveInstanceListener {
  /** The spec is compiled and the search begins. */
  proving?(): void;
  progress?(progress: InstanceProgress): void;
}

export interface InstanceProgress {
  /** Length of the runs or paths. */
  readonly steps: number;
  /** The greatest length that was asked for. */
  readonly of: number;
  /** A property, or the number of them. */
  readonly about: string;
}

/**
 * @param spec a file, or a folder with a spec.ts
 * @throws DiagnosticsError where the spec, its proof, scope or an option is wrong, or the instance has no initial state;
 * InternalError where engines disagree
 */
export async function proveInstance(spec: string, options: ProveInstanceOptions): Promise<InstanceReport> {
  const started = performance.now();
  const proof = options.proof ?? proofBeside(spec);
  const compiled = compileSpec(spec, { ...(options.protocol !== undefined && { protocol: options.protocol }), ...(proof !== undefined && { proof }) });
  const lemmas = new Set(compiled.protocol.properties.filter((p) => p.kind === "lemma").map((p) => p.name));
  const prepared = visible(prepareCompiled({ ...compiled, protocol: lemmasAsInvariants(compiled.protocol) }, { scope: options.scope, options: options.options }));
  options.listener?.proving?.();

  const { instance } = prepared;
  const questions = new Questions(options);
  try {
    const judged = await judge(prepared, options, questions);
    const shown = judged.map((p): InstanceProperty => (lemmas.has(p.name) ? { ...p, kind: "lemma" } : p));
    return {
      protocol: instance.name, spec, proof: proof ?? null, method: options.method, scope: instance.scope, options: shownOptions(instance), faults: faultsOf(instance),
      // Induction says nothing about what can be reached.
      verdict: weakest(shown.filter((p) => options.method.kind === "bounded" || p.kind !== "reachable").map((p) => ({ verdict: p.verdict, because: [] }))).verdict,
      properties: shown,
      warnings: prepared.warnings,
      solver: {
        questions: questions.asked, seconds: (performance.now() - started) / 1000,
        timeoutMs: options.timeoutMs ?? defaultTimeoutMs, seed: options.seed ?? 0,
      },
      instance,
    };
  } finally {
    await questions.close();
  }
}

/** The same of an instance that is prepared already, its lemmas told as invariants, with solvers of somebody else. @throws as above */
export function provePrepared(prepared: Prepared, options: Pick<ProveInstanceOptions, "method" | "signal">, ask: Ask): Promise<InstanceProperty[]> {
  return judge(visible(prepared), options, { ask, most: 0 });
}

/** Without the questions about vacuity, which only a search of all states answers. */
export function visible(prepared: Prepared): Prepared {
  const { instance, model } = prepared;
  const seen = (p: Property): boolean => invariantOfAntecedent(p.name) === undefined;
  return { ...prepared, instance: { ...instance, properties: instance.properties.filter(seen) }, model: { ...model, properties: model.properties.filter(seen) } };
}

async function judge(prepared: Prepared, { method, signal }: Pick<ProveInstanceOptions, "method" | "signal">, questions: Pick<Questions, "ask" | "most">): Promise<InstanceProperty[]> {
  const properties = prepared.model.properties.filter((p) => p.kind !== "constraint" && p.kind !== "terminal");
  let runs: Runs;
  try {
    runs = new Runs(prepared.model);
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    const limit: Limit = { kind: "unsupported", reason: error.reason, span: error.span };
    return instanceProperties(prepared, { standing: () => ({ depth: -1, limit }), proved: new Map(), stuck: new Map(), method, interrupted: false });
  }
  const targets: Target[] = [...properties.filter((p) => !runs.unsupported.has(p.name)), "failure"];
  const search = new BoundedSearch(runs, prepared, targets, questions.ask);
  await search.requireInitial();
  const steps = method.kind === "bounded" ? method.steps : method.k;
  questions.most = steps;
  const induction = method.kind === "induction" ? await kInduction(method.k, runs, search, prepared, questions.ask) : { proved: new Map<Target, number>(), stuck: new Map() };
  if (method.kind === "bounded") for (let depth = 0; depth <= steps && search.open().length > 0; depth++) await search.search(depth);

  const unsupported = (name: string): Limit | undefined => {
    const why = runs.unsupported.get(name) ?? (name === "failure" ? [...runs.unsupported.values()][0] : undefined);
    return why && { kind: "unsupported", reason: why.reason, span: why.span };
  };
  return instanceProperties(prepared, {
    standing: (t) => {
      const standing = search.standing(t);
      const limit = standing.limit ?? unsupported(t === "failure" ? t : t.name);
      return { ...standing, ...(limit && { limit }) };
    },
    ...induction, method, interrupted: signal?.aborted ?? false,
  });
}

/** The solvers of one search. */
class Questions {
  asked = 0;
  /** For the progress line. */
  most = 0;
  private readonly pool: SolverPool;
  private readonly stop = (): void => void this.pool.close();

  constructor(private readonly options: ProveInstanceOptions) {
    this.pool = new SolverPool(options.makeSolver ?? threads());
    options.signal?.addEventListener("abort", this.stop);
  }

  readonly ask: Ask = async (steps, questions) => {
    const { timeoutMs: milliseconds = defaultTimeoutMs, seed = 0, listener } = this.options;
    this.asked += questions.length;
    const results = await this.pool.prove(questions.map(({ about, query }) => ({ name: about, query })), { milliseconds, seed, retries: 1 }, {
      started: ({ name }) => listener?.progress?.({ steps, of: this.most, about: name }),
    });
    return results.map((r) => r.answer);
  };

  async close(): Promise<void> {
    this.options.signal?.removeEventListener("abort", this.stop);
    await this.pool.close();
  }
}

function threads(): () => ThreadSolver {
  const entry = threadFile("z3-worker.js");
  return () => new ThreadSolver(entry);
}

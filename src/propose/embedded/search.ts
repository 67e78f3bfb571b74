/**
 * The embedded proposer: lemmas from the reachable states of small instances, no network, the same answer every time.
 *
 * Rung by rung, cheap ones first: find all short clauses over the atoms that hold of the reachable states of a small
 * instance, seek from the safety properties backwards those that its actions keep, and put these to the proof for any
 * size. What fails there names the size of the next instance, or leads to the next rung.
 */
import { DiagnosticsError } from "../../base/diagnostic.ts";
import { Unsupported } from "../../backends/smt/unsupported.ts";
import { conjuncts } from "../../backends/smt/conjuncts.ts";
import type { Expr } from "../../ir/expr.ts";
import type { Protocol } from "../../ir/protocol.ts";
import type { Ask } from "../../pipeline/induction.ts";
import type { Counterexample } from "../../pipeline/prove-report.ts";
import { keyOf } from "../../../verifier/infer/clause.ts";
import { type FiniteEngine, type Known, proveAnySize } from "./any-size.ts";
import { type Limits, prepareTask } from "./finite-task.ts";
import { formulaOf, lemmaOf } from "./lemma.ts";
import { atomsOf, ladder, type Rung, sizesOf } from "./rung.ts";

export interface EmbeddedOptions {
  readonly ask: Ask;
  readonly makeEngine: () => FiniteEngine;
  /** Of `performance.now()`. */
  readonly deadline: number;
  /** Of the ladder, at most; all by default. */
  readonly rungs?: number;
  readonly signal?: AbortSignal;
  readonly listener?: (event: EmbeddedEvent) => void;
}

export type EmbeddedEvent =
  | { readonly kind: "rung"; readonly rung: Rung; readonly sizes: Readonly<Record<string, number>> }
  | { readonly kind: "explored"; readonly atoms: number; readonly states: number; readonly complete: boolean; readonly rows: number; readonly candidates: number }
  | { readonly kind: "needed" | "proving"; readonly clauses: number }
  /** `queries`: asked of all solvers on this rung. */
  | {
    readonly kind: "end"; readonly why: string; readonly queries: number;
    /** What no clause of these shapes that holds in the instance excludes. */
    readonly example?: Counterexample;
  };

export type EmbeddedResult =
  | { readonly kind: "proved"; readonly lemmas: readonly Expr[] }
  | {
    readonly kind: "open"; readonly reason: string; readonly example?: Counterexample;
    /** Where nothing can be proved for any size: lemmas that prove the invariants in an instance of these sizes. */
    readonly finite?: FiniteLemmas;
  };

export interface FiniteLemmas { readonly lemmas: readonly Expr[]; readonly sizes: Readonly<Record<string, number>> }

const limits: Limits = { maxStates: 20_000, maxPerLevel: 1_000, exploreMs: 20_000, mostAtoms: 1_200, mostCandidates: 5_000, mostClauses: 20_000, finiteMs: 60_000 };
/** A reason. */
export const outOfTime = "out of time";
/** Of one sort in an instance. */
const largest = 4;

/** @param protocol without a scope; its options are settled */
export async function searchLemmas(protocol: Protocol, options: EmbeddedOptions): Promise<EmbeddedResult> {
  const goals = protocol.properties.filter((p) => p.kind === "invariant").flatMap((p) => conjuncts(p.body));
  let result: EmbeddedResult = { kind: "open", reason: "no lemmas of these shapes suffice" };
  let grown: Readonly<Record<string, number>> = {};
  for (const rung of ladder(protocol).slice(0, options.rungs)) {
    for (;;) {
      if (options.signal?.aborted || performance.now() > options.deadline) return { ...result, kind: "open", reason: outOfTime };
      const sizes = larger(sizesOf(protocol, rung), grown);
      let queries = 0;
      const ask: Ask = (asked, ...rest) => {
        queries += asked.length;
        return options.ask(asked, ...rest);
      };
      const tried = await climb(protocol, goals, rung, sizes, { ...options, ask }, (asked) => (queries += asked));
      options.listener?.({ kind: "end", why: tried.kind === "open" ? tried.reason : tried.kind, queries, ...(tried.kind === "open" && tried.example && { example: tried.example }) });
      if (tried.kind === "proved" || tried.finite) return tried;
      if (tried.example) result = tried;
      const wanted = tried.kind === "open" && tried.example ? larger(sizes, tried.example.instance.scope) : sizes;
      if (Object.entries(wanted).every(([sort, n]) => n <= sizes[sort])) break;
      grown = wanted;
    }
  }
  return result;
}

/** The larger of two sizes of each sort, in small steps. */
function larger(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(a).map(([sort, n]) => [sort, Math.min(largest, Math.max(n, b[sort] ?? n))]));
}

/**
 * Clauses over the atoms of the first rung that hold in a small instance and are kept by its actions, whatever they help: light ones first.
 * An instance that is searched to an end and keeps them says nothing about others; they are worth a proof.
 */
export async function truths(protocol: Protocol, options: Omit<EmbeddedOptions, "ask">): Promise<Expr[]> {
  const [rung] = ladder(protocol);
  const engine = options.makeEngine();
  try {
    const at = await fixpointOf(protocol, [], rung, sizesOf(protocol, rung), engine, options);
    return "refused" in at ? [] : at.found.clauses.map(at.lemma);
  } finally {
    await engine.close();
  }
}

async function climb(protocol: Protocol, goals: readonly Expr[], rung: Rung, sizes: Readonly<Record<string, number>>, options: EmbeddedOptions, queried: (queries: number) => void): Promise<EmbeddedResult> {
  const engine = options.makeEngine();
  const open = (reason: string): EmbeddedResult => ({ kind: "open", reason });
  try {
    const at = await fixpointOf(protocol, goals, rung, sizes, engine, options);
    if ("refused" in at) return open(at.refused);
    const { found, required, lemma } = at;
    const any = await proveAnySize(protocol, at, engine, options.ask, (kind, clauses) => options.listener?.({ kind, clauses }));
    switch (any.kind) {
      case "proved": return any;
      case "larger": return { kind: "open", reason: "an instance of other sizes knows more", example: any.example };
      case "unknown": return open(`not shown: ${any.goals.join(", ")}`);
      case "unsupported": {
        const own = new Set(required.map(keyOf));
        return { kind: "open", reason: `cannot be said in logic: ${any.reason}`, finite: { lemmas: found.needed.filter((c) => !own.has(keyOf(c))).map(lemma), sizes } };
      }
    }
  } finally {
    queried(engine.queries);
    await engine.close();
  }
}

async function fixpointOf(
  protocol: Protocol, goals: readonly Expr[], rung: Rung, sizes: Readonly<Record<string, number>>, engine: FiniteEngine, { listener, deadline }: Pick<EmbeddedOptions, "listener" | "deadline">,
): Promise<Known | { readonly refused: string }> {
  listener?.({ kind: "rung", rung, sizes });
  const atoms = atomsOf(protocol, goals, rung);
  let prepared;
  try {
    prepared = prepareTask(protocol, atoms, rung, sizes, { ...limits, exploreMs: Math.min(limits.exploreMs, (deadline - performance.now()) / 2), finiteMs: Math.min(limits.finiteMs, deadline - performance.now()) });
  } catch (error) {
    if (error instanceof Unsupported) return { refused: `cannot be said in logic: ${error.reason}` };
    if (error instanceof DiagnosticsError) return { refused: error.message };
    throw error;
  }
  if ("refused" in prepared) return prepared;
  if (performance.now() > deadline) return { refused: outOfTime };
  const { task, states, complete, rows } = prepared;
  listener?.({ kind: "explored", atoms: prepared.exprs.length, states, complete, rows, candidates: task.candidates.length });
  const found = await engine.run(task, (clauses) => listener?.({ kind: "needed", clauses }));
  if (found.kind === "lost") return { refused: `${found.step} breaks what is to be shown` };
  if (found.kind === "gave-up") return { refused: `gave up: ${found.reason}` };
  const { variables } = atoms.vocabulary;
  return {
    found, required: task.required, sizes,
    lemma: (clause) => lemmaOf(clause, prepared.exprs, variables, protocol), formula: (clause) => formulaOf(clause, prepared.exprs, variables, protocol),
  };
}

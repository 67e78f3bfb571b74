/**
 * Symbolic search against the interpreter, on one random protocol: shortest runs to each property's violation or witness
 * must be of one length, and what k-induction shows must hold in every state. What differs is thrown.
 */
import { Runs, type Target } from "../../src/backends/smt/runs.ts";
import { Unsupported } from "../../src/backends/smt/unsupported.ts";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { type Exploration, explore, type Finding } from "../../src/interp/explore.ts";
import { type Ask, BoundedSearch } from "../../src/pipeline/bounded.ts";
import { choicesOf } from "../../src/pipeline/find-violations.ts";
import { kInduction } from "../../src/pipeline/k-induction.ts";
import { prepareCompiled, type Prepared } from "../../src/pipeline/prepare.ts";
import { lemmasAsInvariants } from "../../src/passes/lemmas-as-invariants.ts";
import { visible } from "../../src/pipeline/prove-instance.ts";
import type { Solver, SolverAnswer, SolverQuery } from "../../verifier/contract/solver.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";
import type { BoundedCounts } from "./bounded-counts.ts";

/** Of more initial values and arguments, the interpreter does not come to an end. */
const mostChoices = 10_000;

/** A change to a question, to see whether it is found out. */
export type CorruptText = (text: string) => string;

export interface BoundedLimits {
  /** Length of the runs. */
  readonly depth: number;
  /** For one question. */
  readonly milliseconds: number;
  /** Longer questions are not asked. */
  readonly mostText: number;
  /** More states are not enumerated. */
  readonly mostStates: number;
}

interface Comparing {
  readonly prepared: Prepared;
  readonly runs: Runs;
  readonly targets: readonly Target[];
  readonly ask: Ask;
  readonly limits: BoundedLimits;
  readonly counts: BoundedCounts;
}

export async function compareBounded({ protocol, choice }: RandomProtocol, solver: Pick<Solver, "ask">, limits: BoundedLimits, counts: BoundedCounts, corrupt: CorruptText = (t) => t): Promise<void> {
  const prepared = visible(prepareCompiled({ protocol: lemmasAsInvariants(protocol), warnings: [] }, { scope: choice.sizes, options: choice.options }));
  counts.protocols++;
  if (choicesOf(prepared.instance) > mostChoices) return void counts.large++;
  const runs = attempt(prepared);
  if (!runs) return void counts.unsupported++;
  const ask: Ask = async (_, questions) => {
    const answers: SolverAnswer[] = [];
    for (const { query } of questions) answers.push(await answer(query));
    return answers;
  };
  const answer = async (query: SolverQuery): Promise<SolverAnswer> => {
    counts.questions++;
    if (query.text.length > limits.mostText) {
      counts.tooLong++;
      return { kind: "unknown", reason: "memory", detail: "not asked" };
    }
    const given = await solver.ask({ ...query, text: corrupt(query.text) }, { milliseconds: limits.milliseconds, seed: 0 });
    if (given.kind === "unknown") counts.unknown++;
    return given;
  };
  const targets: Target[] = [...prepared.model.properties.filter((p) => p.kind !== "constraint" && p.kind !== "terminal" && !runs.unsupported.has(p.name)), "failure"];
  const search = new BoundedSearch(runs, prepared, targets, ask);
  try {
    await search.requireInitial();
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    counts.empty++;
    const { findings, distinctStates } = explore({ ...prepared.instance, properties: [] }, { maxDepth: 0 });
    return unlike(findings.length > 0 || distinctStates > 0, "there are initial states");
  }
  const { depth, mostStates } = limits;
  for (let d = 0; d <= depth; d++) await search.search(d);
  const explored = explore(prepared.instance, { maxDepth: depth, maxStates: mostStates, deadlock: "ignore" });
  if (explored.end === "max-states") return void counts.large++;
  const comparing = { prepared, runs, targets, ask, limits, counts };
  for (const t of targets) compare(t, search, explored, comparing);
  await induction(comparing);
}

function attempt(prepared: Prepared): Runs | undefined {
  try {
    return new Runs(prepared.model);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function compare(target: Target, search: BoundedSearch, { findings }: Exploration, { counts, runs, limits }: Comparing): void {
  const { trace, limit } = search.standing(target);
  counts.targets++;
  const mine = trace && trace.steps.length + (trace.end.kind === "failure" && trace.end.source.kind === "action" ? 1 : 0);
  const theirs = findings.filter((f) => (target === "failure" ? f.claim.kind === "failure" : (f.claim.kind === "invariant" || f.claim.kind === "step" || f.claim.kind === "reachable") && f.claim.name === target.name)).map(lengthOf);
  const shortest = theirs.length > 0 ? Math.min(...theirs) : undefined;
  if (mine !== undefined) {
    counts[target === "failure" ? "failures" : target.kind === "reachable" ? "reached" : "violated"]++;
    counts.deepest = Math.max(counts.deepest, mine);
  }
  if (limit && mine === undefined) return void counts.undecided++;
  // What is settled is evaluated no more by the interpreter, and so does not fail any more.
  const settledBefore = target === "failure" && mine !== undefined && findings.some((f) => f.claim.kind !== "failure" && lengthOf(f) <= mine);
  if (settledBefore && (shortest === undefined || shortest >= mine!)) return;
  if (runs.unsupported.size > 0 && target === "failure" && mine === undefined) return;
  unlike(mine !== shortest, `${target === "failure" ? target : `${target.kind} ${target.name}`}: ${mine ?? "none"} by the solver, ${shortest ?? "none"} by the interpreter, within ${limits.depth}`);
}

const lengthOf = ({ claim, states }: Finding): number => states.length - 1 + (claim.kind === "failure" && (claim.action !== null || states.length === 0) ? 1 : 0);

async function induction({ prepared, runs, targets, ask, limits, counts }: Comparing): Promise<void> {
  const claims = targets.filter((t) => t === "failure" || t.kind !== "reachable");
  const { proved } = await kInduction(2, runs, new BoundedSearch(runs, prepared, claims, ask), prepared, ask);
  if (proved.size === 0) return;
  counts.inductive += proved.size;
  const { findings } = explore(prepared.instance, { maxStates: limits.mostStates, deadlock: "ignore" });
  for (const t of proved.keys()) {
    const wrong = findings.some(({ claim }) => (t === "failure" ? claim.kind === "failure" : (claim.kind === "invariant" || claim.kind === "step") && claim.name === t.name));
    unlike(wrong && !(t === "failure" && runs.unsupported.size > 0), `${t === "failure" ? t : t.name} is k-inductive, and violated`);
  }
}

function unlike(differs: boolean, what: string): void {
  if (differs) throw new Error(what);
}

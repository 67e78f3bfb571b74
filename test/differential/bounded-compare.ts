/**
 * Symbolic search against the interpreter, on one random protocol: shortest runs to each property's violation or witness
 * must be of one length, and what k-induction shows must hold in every state. What differs is thrown.
 */
import { Runs, type Target } from "../../src/backends/smt/runs.ts";
import { Unsupported } from "../../src/backends/smt/unsupported.ts";
import { DiagnosticsError } from "../../src/base/diagnostic.ts";
import { type Exploration, explore, type Finding } from "../../src/interp/explore.ts";
import { type Ask, BoundedSearch } from "../../src/pipeline/bounded.ts";
import { kInduction } from "../../src/pipeline/k-induction.ts";
import { prepareCompiled, type Prepared } from "../../src/pipeline/prepare.ts";
import { visible } from "../../src/pipeline/prove-instance.ts";
import type { Z3 } from "../../verifier/smt/z3.ts";
import type { RandomProtocol } from "../property/arbitrary-protocol.ts";

export const boundedCounts = { protocols: 0, unsupported: 0, empty: 0, questions: 0, unknown: 0, targets: 0, violated: 0, reached: 0, failures: 0, deepest: 0, proved: 0, large: 0 };

/** A change to a question, to see whether it is found out. */
export type CorruptText = (text: string) => string;

const mostStates = 1500;

export async function compareBounded({ protocol, choice }: RandomProtocol, z3: Z3, depth: number, corrupt: CorruptText = (t) => t): Promise<void> {
  const prepared = visible(prepareCompiled({ protocol, warnings: [] }, { scope: choice.sizes, options: choice.options }));
  boundedCounts.protocols++;
  const runs = attempt(prepared);
  if (!runs) return void boundedCounts.unsupported++;
  const ask: Ask = async (_, questions) => questions.map(({ query }) => {
    boundedCounts.questions++;
    const answer = z3.ask({ ...query, text: corrupt(query.text) }, { milliseconds: 500, seed: 0 });
    if (answer.kind === "unknown") boundedCounts.unknown++;
    return answer;
  });
  const targets: Target[] = [...prepared.model.properties.filter((p) => p.kind !== "constraint" && p.kind !== "terminal" && !runs.unsupported.has(p.name)), "failure"];
  const search = new BoundedSearch(runs, prepared, targets, ask);
  try {
    await search.requireInitial();
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    boundedCounts.empty++;
    return unlike(explore({ ...prepared.instance, properties: [] }, { maxDepth: 0 }).findings.length > 0 || explore({ ...prepared.instance, properties: [] }, { maxDepth: 0 }).distinctStates > 0, "there are initial states");
  }
  for (let d = 0; d <= depth; d++) await search.search(d);
  const explored = explore(prepared.instance, { maxDepth: depth, maxStates: mostStates, deadlock: "ignore" });
  if (explored.end === "max-states") return void boundedCounts.large++;
  for (const t of targets) compare(t, search, depth, explored, runs.unsupported.size > 0);
  await induction(prepared, runs, targets, ask);
}

function attempt(prepared: Prepared): Runs | undefined {
  try {
    return new Runs(prepared.model);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function compare(target: Target, search: BoundedSearch, depth: number, { findings }: Exploration, partial: boolean): void {
  const { trace, limit } = search.standing(target);
  boundedCounts.targets++;
  const mine = trace && trace.steps.length + (trace.end.kind === "failure" && trace.end.source.kind === "action" ? 1 : 0);
  const theirs = findings.filter((f) => (target === "failure" ? f.claim.kind === "failure" : (f.claim.kind === "invariant" || f.claim.kind === "step" || f.claim.kind === "reachable") && f.claim.name === target.name)).map(lengthOf);
  const shortest = theirs.length > 0 ? Math.min(...theirs) : undefined;
  if (mine !== undefined) {
    boundedCounts[target === "failure" ? "failures" : target.kind === "reachable" ? "reached" : "violated"]++;
    boundedCounts.deepest = Math.max(boundedCounts.deepest, mine);
  }
  if (limit && mine === undefined) return;
  // What is settled is evaluated no more by the interpreter, and so does not fail any more.
  const settledBefore = target === "failure" && mine !== undefined && findings.some((f) => f.claim.kind !== "failure" && lengthOf(f) <= mine);
  if (settledBefore && (shortest === undefined || shortest >= mine!)) return;
  if (partial && target === "failure" && mine === undefined) return;
  unlike(mine !== shortest, `${target === "failure" ? target : `${target.kind} ${target.name}`}: ${mine ?? "none"} by the solver, ${shortest ?? "none"} by the interpreter, within ${depth}`);
}

const lengthOf = ({ claim, states }: Finding): number => states.length - 1 + (claim.kind === "failure" && (claim.action !== null || states.length === 0) ? 1 : 0);

async function induction(prepared: Prepared, runs: Runs, targets: readonly Target[], ask: Ask): Promise<void> {
  const claims = targets.filter((t) => t === "failure" || t.kind !== "reachable");
  const { proved } = await kInduction(2, runs, new BoundedSearch(runs, prepared, claims, ask), prepared, ask);
  if (proved.size === 0) return;
  boundedCounts.proved += proved.size;
  const { findings } = explore(prepared.instance, { maxStates: mostStates, deadlock: "ignore" });
  for (const t of proved.keys()) {
    const wrong = findings.some(({ claim }) => (t === "failure" ? claim.kind === "failure" : (claim.kind === "invariant" || claim.kind === "step") && claim.name === t.name));
    unlike(wrong && !(t === "failure" && runs.unsupported.size > 0), `${t === "failure" ? t : t.name} is k-inductive, and violated`);
  }
}

function unlike(differs: boolean, what: string): void {
  if (differs) throw new Error(what);
}

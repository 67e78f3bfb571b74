/** What the end of a search says about one property. The only place that decides verdicts. */
import type { Finding, SearchEnd } from "../../verifier/contract/search.ts";
import type { Because, CheckedKind, Verdict } from "./report.ts";

/** What a verdict rests on, as far as it matters here. */
export interface Grounds {
  readonly end: SearchEnd;
  readonly completeDepth: number;
  /** Set where the search was given a greatest depth. */
  readonly maxDepth?: number;
  readonly visited: "exact" | "hashed";
  readonly constrained: boolean;
  readonly findings: readonly Finding[];
  /** Whether steps were left out, so that runs are longer than they need be. */
  readonly reduced?: boolean;
}

export interface Settled {
  readonly verdict: Verdict;
  readonly because: readonly Because[];
  readonly depth?: number;
}

/** @param found whether the search found a counterexample, or for a `reachable` a witness. */
export function settle(kind: CheckedKind, found: boolean, grounds: Grounds): Settled {
  if (found) return { verdict: kind === "reachable" ? "exhaustive" : "violated", because: [] };
  const because = cuts(kind, grounds);
  if (because.length === 0) return { verdict: kind === "reachable" ? "violated" : "exhaustive", because };

  const depth = checkedDepth(kind, grounds);
  if (depth < 0) return { verdict: "unknown", because };
  const figure = Number.isFinite(depth) ? { depth } : {};
  // How far a search comes in a given time, or on a given disk, is chance; a verdict is not.
  const chance = grounds.end === "timeout" || grounds.end === "interrupted" || grounds.end === "disk";
  // A target that was not reached in a part of the states says nothing about the rest.
  return { verdict: kind === "reachable" || chance ? "unknown" : "bounded", because, ...figure };
}

/**
 * Of a liveness property: a run that goes on for ever is known to be fair, or not, only where all states and steps are.
 * @param because what kept them from being known
 */
export function settleLiveness(found: "lasso" | "holds" | "nothing", because: readonly Because[]): Settled {
  if (found === "nothing") return { verdict: "unknown", because };
  return { verdict: found === "lasso" ? "violated" : "exhaustive", because: [] };
}

/** Whether every state of the instance was looked at; if not, why. */
export function cuts(kind: CheckedKind, { end, visited, constrained, findings }: Grounds): Because[] {
  const because: Because[] = [];
  if (end !== "complete") because.push(end);
  if (constrained) because.push("constraint");
  if (visited === "hashed") because.push("hashed");
  if (kind !== "failure" && findings.some((f) => f.what.kind === "failure")) because.push("failure");
  return because;
}

/** All runs of at most this many steps were checked. Infinite where no number is known to bound it, negative where none. */
function checkedDepth(kind: CheckedKind, { end, completeDepth, maxDepth, findings, reduced }: Grounds): number {
  if (reduced && (end !== "complete" || findings.some((f) => f.what.kind === "failure"))) return -1;
  const checked = end === "complete" ? Infinity
    : end === "max-depth" && maxDepth !== undefined ? maxDepth
    // At 0 the search may have ended among the initial states.
    : completeDepth > 0 ? completeDepth : -1;
  // States at that depth were checked but not all of them expanded, so whether each has a step is not known.
  const reached = kind === "deadlock" ? checked - 1 : checked;
  const failures = kind === "failure" ? [] : findings.flatMap((f) => (f.what.kind === "failure" ? [beforeFailure(f)] : []));
  return Math.min(reached, ...failures);
}

/** A failed step leads nowhere, but the states before it are checked; where a property failed, its state may not be. */
function beforeFailure(failure: Finding): number {
  const steps = failure.path.length - 1;
  return failure.what.kind === "failure" && failure.what.action >= 0 ? steps : steps - 1;
}

const strength: Readonly<Record<Verdict, number>> = { violated: 0, unknown: 1, bounded: 2, exhaustive: 3 };

/** The weakest of several, `violated` being weaker than any. */
export function weakest(all: readonly Settled[]): Settled {
  return all.reduce((a, b) => {
    if (a.verdict !== b.verdict) return strength[a.verdict] < strength[b.verdict] ? a : b;
    const because = [...new Set([...a.because, ...b.because])];
    const depth = Math.min(a.depth ?? Infinity, b.depth ?? Infinity);
    return { verdict: a.verdict, because, ...(Number.isFinite(depth) ? { depth } : {}) };
  });
}

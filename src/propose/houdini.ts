/** Which candidates are inductive together, with the invariants and with the lemmas that are there. */
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { type Ask, induction, type Induction, type Settled } from "../pipeline/induction.ts";
import { exampleOf } from "../pipeline/proof-tasks.ts";
import type { Budget, Outcome } from "./proposal.ts";

export interface Inductive {
  readonly shown: Induction;
  /** What is not among them, by name. */
  readonly rejected: ReadonlyMap<string, Outcome>;
}

/** @param gaveUp why a solver has no answer */
export async function houdini(protocol: Protocol, candidates: readonly Property[], ask: Ask, gaveUp: () => Budget): Promise<Inductive> {
  const whole: Protocol = { ...protocol, properties: [...protocol.properties, ...candidates] };
  const own = new Set(candidates.map((c) => c.name));
  const about = (s: Settled): string => s.goal.property!.name;
  // A counterexample says that something is wrong; that nobody knows may be the fault of any of them, and most likely of a candidate.
  const shown = await induction(whole, (goals) => ask(goals, true), (failed) => {
    const refuted = failed.filter(isRefuted);
    if (refuted.length > 0) return refuted;
    const ofCandidates = failed.filter((s) => own.has(about(s)));
    return ofCandidates.length > 0 ? ofCandidates : failed;
  });
  const rejected = new Map<string, Outcome>();
  for (const [name, { failed, without }] of shown.dropped) {
    if (!own.has(name)) continue;
    const assumed = { ...whole, properties: whole.properties.filter((p) => !without.includes(p.name)) };
    rejected.set(name, outcomeOf(assumed, failed, without, gaveUp));
  }
  return { shown, rejected };
}

const isRefuted = ({ result }: Settled): boolean => !(result instanceof Unsupported) && result.answer.kind === "sat";

function outcomeOf(assumed: Protocol, failed: readonly Settled[], without: readonly string[], gaveUp: () => Budget): Outcome {
  const refuted = failed.filter(isRefuted);
  for (const { goal, result } of refuted) {
    const example = result instanceof Unsupported ? undefined : exampleOf(assumed, goal, result);
    if (example) return { kind: "not-inductive", goal: goal.name, example, without };
  }
  if (refuted.length > 0) return { kind: "not-inductive", goal: refuted[0].goal.name, without };
  const [{ goal, result }] = failed;
  return { kind: "unknown", goal: goal.name, budget: result instanceof Unsupported ? "unsupported" : gaveUp() };
}

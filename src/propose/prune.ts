/** Of what is proved, what the proof can do without; and the rest, proved once more by itself. */
import type { Property, Protocol } from "../ir/protocol.ts";
import { lemmasAsInvariants } from "../passes/lemmas-as-invariants.ts";
import { explain } from "../pipeline/explain.ts";
import { type Ask, holds, induction, isInductive } from "../pipeline/induction.ts";
import { provedProperties } from "../pipeline/proof-properties.ts";
import type { Session } from "../pipeline/proof-session.ts";
import type { GoalGrounds, ProvedProperty } from "../pipeline/prove-report.ts";
import { followsFrom } from "./entailment.ts";
import type { Inductive } from "./houdini.ts";
import type { Outcome } from "./proposal.ts";

export interface Pruned {
  /** Of those candidates that are not accepted, by name. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly properties: readonly ProvedProperty[];
  readonly grounds: readonly GoalGrounds[];
}

/** `spared`: names of what says nothing new on purpose, as it may spare a solver a search. */
export interface PruneOptions { readonly ask: Ask; readonly session: Session; readonly signal: AbortSignal; readonly spared: ReadonlySet<string> }

/** For finding out what is needed. */
const wonderMs = 10_000;

/** @param inductive that the candidates hold, together with what of the protocol was kept */
export async function prune(protocol: Protocol, candidates: readonly Property[], { shown, rejected }: Inductive, { ask, session, signal, spared }: PruneOptions): Promise<Pruned> {
  const kept = (p: Property): boolean => !isInductive(p) || shown.kept.has(p.name);
  const everything = protocol.properties.every((p) => p.kind !== "invariant" || kept(p)) && shown.rest.every(holds);
  const outcomes = new Map<string, Outcome>();
  let grounds: readonly GoalGrounds[] = [];
  const left = (): Property[] => candidates.filter((c) => !outcomes.has(c.name));
  const withLeft = (): Protocol => ({ ...protocol, properties: [...protocol.properties, ...left()] });

  if (everything && candidates.length > 0) {
    // What a person wrote stays, needed or not.
    const roots = lemmasAsInvariants(protocol);
    const { removable, goals } = await explain({ ...roots, properties: [...roots.properties, ...candidates] }, shown, session.wonder(wonderMs, signal));
    const unneeded = candidates.filter((c) => removable.includes(c.name));
    const needed = candidates.filter((c) => !removable.includes(c.name));
    grounds = goals.filter((g) => !removable.includes(g.property));
    for (const c of unneeded) outcomes.set(c.name, await without(protocol, [...protocol.properties.filter(isInductive), ...needed], c, ask));
  } else {
    // There is no proof yet that says what is needed: only what says nothing new is left out. The largest first.
    for (const c of candidates.toSorted((a, b) => size(b) - size(a))) {
      if (signal.aborted) break;
      if (spared.has(c.name)) continue;
      const others = [...protocol.properties.filter((p) => isInductive(p) && kept(p)), ...left().filter((o) => o !== c)];
      const from = await followsFrom(protocol, others, c, ask);
      if (from) outcomes.set(c.name, { kind: "redundant", why: "follows", from });
    }
  }

  // Where nothing was left out, it is shown as it stands.
  const again = outcomes.size === 0 && rejected.size === 0 ? shown : await induction(withLeft(), ask);
  const asGood = protocol.properties.every((p) => !kept(p) || !isInductive(p) || again.kept.has(p.name)) && left().every((c) => again.kept.has(c.name));
  if (!asGood) {
    // It is proved with all of them, and nothing less is known to be enough.
    outcomes.clear();
    return { outcomes, properties: provedProperties(withLeft(), shown), grounds: [] };
  }
  return { outcomes, properties: provedProperties(withLeft(), again), grounds };
}

async function without(protocol: Protocol, others: readonly Property[], candidate: Property, ask: Ask): Promise<Outcome> {
  const from = await followsFrom(protocol, others, candidate, ask);
  return from ? { kind: "redundant", why: "follows", from } : { kind: "redundant", why: "not-needed" };
}

const size = (p: Property): number => JSON.stringify(p.body).length;

/**
 * Which properties are inductive together. All that might be are assumed at once; one with a goal that does not hold is
 * dropped, and the rest is shown again without it, until nothing is dropped: what then remains rests on itself alone.
 */
import type { Goal } from "../backends/smt/goal.ts";
import { encode } from "../backends/smt/goals.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import type { PoolResult } from "../../verifier/smt/pool.ts";

/** What became of a goal. */
export interface Settled { readonly goal: Goal; readonly result: PoolResult | Unsupported }

/** @param first whether everything is still assumed: only then is a counterexample of interest */
export type Ask = (goals: readonly Goal[], first: boolean) => Promise<readonly Settled[]>;

export interface Induction {
  /** Invariants and lemmas that hold, whatever the size. */
  readonly kept: ReadonlySet<string>;
  /** Of each that was dropped: when, and the goals that did not hold then. */
  readonly dropped: ReadonlyMap<string, Dropped>;
  /** The goals of what was kept, with nothing else assumed. */
  readonly own: readonly Settled[];
  /** Goals about steps and failures, of which only what was kept is assumed. */
  readonly rest: readonly Settled[];
  /** How many goals each invariant and lemma had to begin with. */
  readonly goals: ReadonlyMap<string, number>;
}

export interface Dropped {
  readonly failed: readonly Settled[];
  /** Those dropped before. */
  readonly without: readonly string[];
  /** Whether its evaluation could fail in a state of which nothing else is known. */
  readonly mayFail: boolean;
}

export const isInductive = (p: Property): boolean => p.kind === "invariant" || p.kind === "lemma";

export const holds = ({ result }: Settled): boolean => !(result instanceof Unsupported) && result.answer.kind === "unsat";

const about = (goal: Goal): Property | undefined => (goal.property && isInductive(goal.property) ? goal.property : undefined);

/** Of the goals that did not hold, those on account of which properties are dropped before the rest is asked again: one at least. */
export type Blame = (failed: readonly Settled[]) => readonly Settled[];

export async function induction(protocol: Protocol, ask: Ask, blame: Blame = (failed) => failed): Promise<Induction> {
  const dropped = new Map<string, Dropped>();
  const goals = new Map<string, number>();
  for (;;) {
    const properties = protocol.properties.filter((p) => !isInductive(p) || !dropped.has(p.name));
    const encoded = encode({ ...protocol, properties });
    const own = encoded.filter(about);
    for (const g of own) if (dropped.size === 0) goals.set(about(g)!.name, (goals.get(about(g)!.name) ?? 0) + 1);
    const settled = await ask(own, dropped.size === 0);
    const failed = blame(settled.filter((s) => !holds(s)));
    if (failed.length === 0) {
      const rest = await ask(encoded.filter((g) => !about(g) && g.kind !== "consistency"), dropped.size === 0);
      return { kept: new Set(properties.filter(isInductive).map((p) => p.name)), dropped, own: settled, rest, goals };
    }
    const without = [...dropped.keys()];
    for (const { name } of new Set(failed.map((s) => about(s.goal)!))) {
      const mayFail = own.some((g) => about(g)!.name === name && g.kind === "no-failure");
      dropped.set(name, { failed: failed.filter((s) => about(s.goal)!.name === name), without, mayFail });
    }
  }
}

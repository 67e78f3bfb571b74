/** Counterexamples to induction: which one is left, and whether a run comes to it. */
import type { Protocol } from "../ir/protocol.ts";
import type { Counterexample, ProvedProperty } from "../pipeline/prove-report.ts";
import type { Judgement, Violation } from "./judgement.ts";
import { type RefuteOptions, searchInstance } from "./refute.ts";
import type { Reach, RemainingCti } from "./report.ts";

export type Cti = Omit<RemainingCti, "reach">;

/** Those of what is not proved, the best to look at first: real steps before those of the logic alone, small instances before large ones. */
export function ctisOf({ properties }: Pick<Judgement, "properties">): Cti[] {
  const rank = (p: ProvedProperty): number => (p.kind === "invariant" ? 0 : 1);
  const ctis = properties.filter((p) => p.kind !== "lemma").toSorted((a, b) => rank(a) - rank(b)).flatMap((p) => p.obstacles.flatMap(({ goal, why }): Cti[] =>
    (why.kind === "counterexample" && why.example ? [{ property: p.name, goal, example: why.example }] : [])));
  const abstract = ({ example }: Cti): number => (example.confirmed === "yes" ? 0 : 1);
  return ctis.toSorted((a, b) => abstract(a) - abstract(b) || sizeOf(a.example) - sizeOf(b.example));
}

const sizeOf = ({ instance }: Counterexample): number => Object.values(instance.scope).reduce((a, b) => a + b, 0);

/** Sizes of instances where a counterexample lives, each once, without those known already. */
export function scopesOf(ctis: readonly Cti[], known: readonly Readonly<Record<string, number>>[]): Record<string, number>[] {
  const key = (scope: Readonly<Record<string, number>>): string => JSON.stringify(Object.entries(scope).toSorted());
  const found = new Map(ctis.map(({ example: { instance: { scope } } }) => [key(scope), { ...scope }]));
  for (const scope of known) found.delete(key(scope));
  return [...found.values()];
}

/**
 * Searches the instance that the counterexample is of. Whoever comes to its first state can take its step: then the protocol is
 * violated, by this run or by a shorter one.
 */
export async function reachOf(protocol: Protocol, { example }: Cti, options: RefuteOptions): Promise<{ readonly reach: Reach } | { readonly violation: Violation }> {
  const { scope } = example.instance;
  const found = await searchInstance(protocol, scope, options);
  if (found?.violation) return { violation: found.violation };
  if (example.confirmed !== "yes") return { reach: { kind: "abstract", scope } };
  if (!found) return { reach: { kind: "unknown", scope, distinctStates: 0 } };
  const { distinctStates, complete } = found.searched;
  // Where a step finds no room, what lies behind it was not seen.
  const seen = complete && found.report.properties.every((p) => p.kind !== "failure" || p.verdict === "exhaustive");
  return { reach: { kind: seen ? "unreachable" : "unknown", scope, distinctStates } };
}

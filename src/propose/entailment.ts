/** What follows from what, in any state, reachable or not. */
import { hypothesesOf } from "../backends/smt/query-text.ts";
import { encode } from "../backends/smt/goals.ts";
import { Unsupported } from "../backends/smt/unsupported.ts";
import type { Property, Protocol } from "../ir/protocol.ts";
import { type Ask, holds } from "../pipeline/induction.ts";

/**
 * Names of those of `given` from which `property` follows; undefined where it does not, or is not known to.
 * It is the question whether it is true at the start of a protocol that starts anywhere where they are.
 */
export async function followsFrom(protocol: Protocol, given: readonly Property[], property: Property, ask: Ask): Promise<string[] | undefined> {
  const anywhere: Protocol = {
    ...protocol, inits: [], actions: [], properties: [{ ...property, kind: "lemma" }],
    state: protocol.state.map((f) => (f.role === "option" ? f : { ...f, initial: null })),
    assumptions: [...protocol.assumptions, ...given.map((p) => ({ ...p, kind: "assume" as const }))],
  };
  const settled = await ask(encode(anywhere).filter((g) => g.kind === "initiation"), false);
  if (settled.length === 0 || !settled.every(holds)) return undefined;
  const needed = new Set(settled.flatMap(({ goal: { query }, result }) =>
    (query instanceof Unsupported || result instanceof Unsupported || result.answer.kind !== "unsat" ? [] : hypothesesOf(result.answer.core, query).flatMap((h) => h.property ?? []))));
  return given.map((p) => p.name).filter((name) => needed.has(name));
}

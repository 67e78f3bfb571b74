/** What a comparison went through: a comparison of nothing finds nothing. */
export function newCounts() {
  return {
    protocols: 0, goals: 0, unsat: 0, sat: 0, unknown: 0, unsupported: 0,
    /** Of the satisfiable ones: what became of their models. */
    confirmed: 0, abstractMajority: 0, mayNotFail: 0, unshowable: 0, large: 0,
    /** Steps on which goals that hold were tried. */
    steps: 0,
    /** Verdicts of whole proofs. */
    proved: 0, notInductive: 0, unknownVerdicts: 0, contradictory: 0,
    /** Instances searched for violations of what was proved; and properties, not proved, that are violated there. */
    scopes: 0, completeScopes: 0, states: 0, violated: 0,
  };
}
export type Counts = ReturnType<typeof newCounts>;
/** Of searches of small instances. */
export type InstanceCounts = Pick<Counts, "scopes" | "completeScopes" | "states">;

export const showCounts = (counts: Readonly<Record<string, number | string>>): string => Object.entries(counts).map(([k, v]) => `${k} ${v}`).join(", ");

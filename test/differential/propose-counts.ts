import type { Outcome } from "../../src/propose/proposal.ts";

/** What proposals went through: a comparison of nothing finds nothing. */
export function newProposeCounts() {
  return {
    protocols: 0,
    /** With contradictory assumptions, or with nothing that can be searched. */
    refused: 0,
    /** Verdicts. */
    proved: 0, known: 0, open: 0, broken: 0,
    /** Verdicts that are open where an instance is violated. */
    missed: 0,
    /** Formulas, and what became of them. */
    tried: 0, accepted: 0, false: 0, "not-inductive": 0, redundant: 0, "ill-formed": 0, unknown: 0,
    /** Lemmas that the embedded proposer found. */
    found: 0,
    /** Where it found none: proofs of one instance. */
    finite: 0,
    /** Instances searched for violations. */
    scopes: 0, completeScopes: 0, states: 0,
  } satisfies Record<string, number> & Record<Outcome["kind"], number>;
}
export type ProposeCounts = ReturnType<typeof newProposeCounts>;

/** What an adapter of TransactionCommit is held to. Generated; do not edit. */

export type RM = `rm${number}`;

/**
 * Transaction commit, the problem that two-phase commit solves
 * (Gray and Lamport, "Consensus on Transaction Commit", 2006, section 2): what the resource managers may do, not how.
 */
export interface TransactionCommitModel {
  actions: {
    prepare: { rm: RM };
    /** Once everyone is ready, and so no one can abort any more. */
    commit: { rm: RM };
    /** As long as no one has committed. */
    abort: { rm: RM };
  };
  faults: never;
  state: {
    rm: Readonly<Record<RM, "aborted" | "committed" | "prepared" | "working">>;
  };
}

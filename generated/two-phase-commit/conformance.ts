/** What an adapter of TwoPhaseCommit is held to. Generated; do not edit. */

export type RM = `rm${number}`;
export type Sent =
  | { kind: "abort" }
  | { kind: "commit" }
  | { kind: "prepared"; rm: RM };

/** Two-phase commit (Gray and Lamport, "Consensus on Transaction Commit", 2006). */
export interface TwoPhaseCommitModel {
  actions: {
    /** A resource manager says that it is ready to commit. */
    prepare: { rm: RM };
    /** A working resource manager may decide on its own to abort. */
    chooseToAbort: { rm: RM };
    receivePrepared: { m: Sent };
    commit: {};
    abort: {};
    receiveCommit: { rm: RM };
    receiveAbort: { rm: RM };
  };
  faults: never;
  state: {
    rm: Readonly<Record<RM, "aborted" | "committed" | "prepared" | "working">>;
    tm: "aborted" | "committed" | "init";
    tmPrepared: ReadonlySet<RM>;
    sent: ReadonlySet<Sent>;
  };
}

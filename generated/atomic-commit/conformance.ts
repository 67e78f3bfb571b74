/** What an adapter of AtomicCommit is held to. Generated; do not edit. */

export type Message =
  | { kind: "accepted"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" }
  | { kind: "decision"; from: "r1" | "r2" | "tm"; outcome: "aborted" | "committed"; to: "r1" | "r2" | "tm" }
  | { kind: "precommit"; from: "tm"; to: "r1" | "r2" }
  | { kind: "prepare"; from: "tm"; to: "r1" | "r2" }
  | { kind: "promise"; earlier?: "aborted" | "committed" | undefined; from: "r1" | "r2" | "tm"; r1?: "no" | "yes" | undefined; r2?: "no" | "yes" | undefined; to: "r1" | "r2" }
  | { kind: "ready"; from: "r1" | "r2"; to: "tm" }
  | { kind: "vote"; from: "r1" | "r2"; to: "r1" | "r2" | "tm"; vote: "no" | "yes" };
export type Accepted = { leader: "r1" | "r2"; outcome: "aborted" | "committed" };

/**
 * Atomic commitment of two resource managers: two-phase commit (Gray, "Notes on Data Base Operating Systems", 1978), three-phase
 * commit (Skeen, "Nonblocking Commit Protocols", 1981), and Paxos commit (Gray and Lamport, "Consensus on Transaction Commit",
 * 2006), where the three nodes are the acceptors.
 */
export interface AtomicCommitModel {
  actions: {
    "nodes.crash": { node: "r1" | "r2" | "tm" };
    hearDecision: { m: Message };
    begin: {};
    /** Who votes no need not wait for the others. */
    vote: { m: Message; vote: "no" | "yes" };
    /** Nor does who has not voted. */
    refuse: { rm: "r1" | "r2" };
    hearVote: { m: Message };
    lead: { rm: "r1" | "r2" };
    /** The answer to a leader that asks; the question itself says nothing, and is no message here. */
    promise: { node: "r1" | "r2" | "tm"; leader: "r1" | "r2" };
    hearPromise: { m: Message };
    accept: { node: "r1" | "r2" | "tm"; leader: "r1" | "r2" };
    hearAccepted: { m: Message };
  };
  faults: "nodes.crash";
  state: {
    protocol: "paxos" | "three-phase" | "two-phase";
    "net.messages": ReadonlySet<Message>;
    "nodes.down": ReadonlySet<"r1" | "r2" | "tm">;
    "nodes.crashed": number;
    tm: "aborted" | "committed" | "idle" | "prepares" | "waits";
    rm: Readonly<Record<"r1" | "r2", "aborted" | "committed" | "precommitted" | "prepared" | "working">>;
    votes: Readonly<Record<"r1" | "r2" | "tm", Readonly<Record<"r1" | "r2", "no" | "yes" | undefined>>>>;
    heard: Readonly<Record<"r1" | "r2" | "tm", ReadonlySet<"r1" | "r2" | "tm">>>;
    promised: Readonly<Record<"r1" | "r2" | "tm", "r1" | "r2" | "tm">>;
    accepted: Readonly<Record<"r1" | "r2" | "tm", Accepted | undefined>>;
    stage: Readonly<Record<"r1" | "r2", "asks" | "follows" | "proposes">>;
    found: Readonly<Record<"r1" | "r2", Readonly<Record<"r1" | "r2", "no" | "yes" | undefined>>>>;
    proposal: Readonly<Record<"r1" | "r2", "aborted" | "committed" | undefined>>;
  };
}

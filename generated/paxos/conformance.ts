/** What an adapter of Paxos is held to. Generated; do not edit. */

export type Acceptor = `acceptor${number}`;
export type Ballot = number;
export type Value = `value${number}`;
export type Voted = { ballot: Ballot; value: Value };
export type Sent =
  | { kind: "1a"; ballot: Ballot }
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; vote?: Voted | undefined }
  | { kind: "2a"; ballot: Ballot; value: Value }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; value: Value };

/**
 * Single-decree Paxos (Lamport, "Paxos Made Simple", 2001). Leaders and learners stay implicit: whoever runs a ballot
 * reads it off the messages. Messages are never taken away, so each may be received late, twice or never.
 */
export interface PaxosModel {
  actions: {
    /** Phase 1a: a leader opens a ballot. */
    open: { ballot: Ballot };
    /** Phase 1b: an acceptor joins a ballot, and tells how it voted last. */
    promise: { acceptor: Acceptor; ballot: Ballot };
    /** Phase 2a: a leader that has the promises of a quorum proposes a value that is safe. */
    propose: { ballot: Ballot; value: Value; quorum: ReadonlySet<Acceptor> };
    /** Phase 2b: an acceptor votes for what is proposed, unless it has joined a higher ballot. */
    vote: { acceptor: Acceptor; ballot: Ballot; value: Value };
  };
  faults: never;
  state: {
    promised: Readonly<Record<Acceptor, Ballot | undefined>>;
    voted: Readonly<Record<Acceptor, Voted | undefined>>;
    sent: ReadonlySet<Sent>;
  };
}

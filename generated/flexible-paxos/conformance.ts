/** What an adapter of FlexiblePaxos is held to. Generated; do not edit. */

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
 * Flexible Paxos (Howard, Malkhi and Spiegelman, "Flexible Paxos: Quorum Intersection Revisited", 2016): Paxos with
 * quorums of different sizes in its two phases. A leader has to hear from somebody who voted for what was chosen: so each quorum of
 * phase 1 has to meet each of phase 2, but not those of its own phase.
 */
export interface FlexiblePaxosModel {
  actions: {
    /** Phase 1a: a leader opens a ballot. */
    open: { ballot: Ballot };
    promise: { acceptor: Acceptor; ballot: Ballot };
    propose: { ballot: Ballot; value: Value; quorum: ReadonlySet<Acceptor> };
    vote: { acceptor: Acceptor; ballot: Ballot; value: Value };
  };
  faults: never;
  state: {
    phase1: number;
    phase2: number;
    promised: Readonly<Record<Acceptor, Ballot | undefined>>;
    voted: Readonly<Record<Acceptor, Voted | undefined>>;
    sent: ReadonlySet<Sent>;
  };
}

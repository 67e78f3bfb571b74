/** What an adapter of PaxosEpr is held to. Generated; do not edit. */

export type Acceptor = `acceptor${number}`;
export type Ballot = number;
export type Value = `value${number}`;
export type Last = { ballot: Ballot; value: Value };
export type Sent =
  | { kind: "1a"; ballot: Ballot }
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot; last?: Last | undefined }
  | { kind: "2a"; ballot: Ballot; value: Value }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; value: Value };

/**
 * Single-decree Paxos, said so that it can be proved for any number of acceptors, values and ballots (Padon, Losa, Sagiv and
 * Shoham, "Paxos made EPR", 2017): an acceptor has left ballots, where it would remember its highest one, and the votes it
 * cast are the messages it sent. Messages are never taken away, so each may be received late, twice or never. A leader knows
 * only what they tell it, so that one guard of `propose` is not EPR; it is proved all the same.
 */
export interface PaxosEprModel {
  actions: {
    /** Phase 1a: a leader opens a ballot. */
    open: { ballot: Ballot };
    /** Phase 1b: an acceptor joins a ballot, leaves all lower ones, and tells its last vote in these. */
    join: { acceptor: Acceptor; ballot: Ballot; last?: Last | undefined };
    /** Phase 2a: a leader whom a quorum joined proposes the value of the last vote it was told, or any value if there is none. */
    propose: { ballot: Ballot; value: Value; quorum: ReadonlySet<Acceptor>; last?: Last | undefined };
    /** Phase 2b: an acceptor votes for what is proposed, unless it has left the ballot. */
    vote: { acceptor: Acceptor; ballot: Ballot; value: Value };
    /** A value is chosen once a quorum has voted for it in one ballot. */
    learn: { vote: Last; quorum: ReadonlySet<Acceptor> };
  };
  faults: never;
  state: {
    left: Readonly<Record<Acceptor, ReadonlySet<Ballot>>>;
    sent: ReadonlySet<Sent>;
    decided: ReadonlySet<Last>;
  };
}

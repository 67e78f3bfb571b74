/** What an adapter of MultiPaxos is held to. Generated; do not edit. */

export type Acceptor = `acceptor${number}`;
export type Ballot = number;
export type Slot = number;
export type Command = `command${number}`;
export type Sent =
  | { kind: "1b"; acceptor: Acceptor; ballot: Ballot }
  | { kind: "2a"; ballot: Ballot; command: Command; slot: Slot }
  | { kind: "2b"; acceptor: Acceptor; ballot: Ballot; command: Command; slot: Slot };
export type Last = { ballot: Ballot; command: Command; slot: Slot };

/**
 * Multi-decree Paxos (Lamport, "The Part-Time Parliament", 1998, and "Paxos Made Simple", 2001): a leader opens a ballot once, for
 * all slots, and then has one command after the other voted for. Leaders and learners stay implicit: whoever runs a ballot reads it
 * off the messages. Messages are never taken away, so each may be received late, twice or never.
 */
export interface MultiPaxosModel {
  actions: {
    /** Phase 1, for all slots: somebody opens a ballot, and an acceptor joins it. */
    join: { acceptor: Acceptor; ballot: Ballot };
    /**
     * Phase 2a: in each slot, the leader proposes the command of the last vote that a quorum tells of, or any command if there is
     * none. It need not go by the order of the slots: those that it leaves out are gaps.
     */
    propose: { ballot: Ballot; slot: Slot; command: Command; quorum: ReadonlySet<Acceptor>; last?: Last | undefined };
    /** Phase 2b: an acceptor votes for what is proposed, unless it has left the ballot. */
    vote: { acceptor: Acceptor; ballot: Ballot; slot: Slot; command: Command };
  };
  faults: never;
  state: {
    recovery: "all slots" | "one slot";
    left: Readonly<Record<Acceptor, ReadonlySet<Ballot>>>;
    sent: ReadonlySet<Sent>;
  };
}

/** What an adapter of RaftLog is held to. Generated; do not edit. */

export type Server = `server${number}`;
export type Term = number;
export type Index = number;
export type Log = { index: Index; term: Term };
export type Acknowledged = { index: Index; server: Server; term: Term };

/**
 * The log of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), as sets of entries instead of
 * sequences, so that it can be proved for any number of servers, terms and entries. An election is one step here: that votes make it
 * so is what specs/raft-leader-election proves.
 */
export interface RaftLogModel {
  actions: {
    /** A majority votes for a server whose last entry is of a later term than theirs, or of the same and no earlier place. */
    elect: { server: Server; term: Term; voters: ReadonlySet<Server>; last?: Log | undefined };
    /** In a message: whoever hears of a later term follows in it. */
    hear: { server: Server; term: Term };
    /** A client's command. Raft takes the next free place; that any later one would do is what is proved here. */
    request: { leader: Server; index: Index };
    /** A server that lacks an entry of the leader's takes its log up to there; it acknowledges what it has. */
    append: { server: Server; leader: Server; entry: Log };
    /** Only entries of the leader's own term are committed by counting; with them goes all before. */
    commit: { entry: Log; quorum: ReadonlySet<Server> };
  };
  faults: never;
  state: {
    term: Readonly<Record<Server, Term>>;
    leads: Readonly<Record<Server, boolean>>;
    log: Readonly<Record<Server, ReadonlySet<Log>>>;
    acknowledged: ReadonlySet<Acknowledged>;
    committed: ReadonlySet<Log>;
  };
}

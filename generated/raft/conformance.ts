/** What an adapter of Raft is held to. Generated; do not edit. */

export type Server = `server${number}`;
export type Term = number;
export type Log = { leader: Server; term: Term };
export type Committed = { entry: Log; index: number };

/**
 * Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014): elections, replication of the
 * log, commitment. Messages are not modelled one by one. A vote, and the answer to an append, are with the leader from the
 * moment they are given; it may count them at any later one.
 */
export interface RaftModel {
  actions: {
    "nodes.crash": { node: Server };
    /** An election timeout. Raft goes to the next term; that any later one would do is what is checked here. */
    stand: { server: Server; term: Term };
    grant: { voter: Server; candidate: Server };
    lead: { server: Server; voters: ReadonlySet<Server> };
    /** A client's command. */
    request: { leader: Server };
    /** A follower takes the first entry of the leader's that it lacks, in the place of all that it has from there on. */
    append: { server: Server; leader: Server };
    commitUpTo: { leader: Server; length: number; servers: ReadonlySet<Server> };
    /** Of a later term, in a request that is refused, or in the answer to one. */
    hear: { server: Server; other: Server };
  };
  faults: "nodes.crash";
  state: {
    commit: "any term" | "own term";
    vote: "durable" | "volatile";
    places: number;
    term: Readonly<Record<Server, Term>>;
    votedFor: Readonly<Record<Server, Server | undefined>>;
    log: Readonly<Record<Server, readonly Log[]>>;
    role: Readonly<Record<Server, "candidate" | "follower" | "leader">>;
    votes: Readonly<Record<Server, ReadonlySet<Server>>>;
    matched: Readonly<Record<Server, Readonly<Record<Server, number>>>>;
    committed: ReadonlySet<Committed>;
    "nodes.crashed": number;
  };
}

/** What an adapter of RaftLeaderElection is held to. Generated; do not edit. */

export type Server = `server${number}`;
export type Term = number;
export type Sent =
  | { kind: "grant"; candidate: Server; term: Term; voter: Server }
  | { kind: "heartbeat"; leader: Server; term: Term }
  | { kind: "request"; candidate: Server; term: Term };

/**
 * Leader election of Raft (Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm", 2014), without logs.
 * Servers crash and restart at any moment. Messages are never taken away, so each may be received late, twice, in any order
 * or never.
 */
export interface RaftLeaderElectionModel {
  actions: {
    /** An election timeout. Raft goes to the next term; that any later one would do is what is checked here. */
    stand: { server: Server; term: Term };
    /** A message of a later term turns whoever hears it into a follower in that term. */
    hearOfLaterTerm: { server: Server; m: Sent };
    grant: { server: Server; m: Sent };
    receiveGrant: { server: Server; m: Sent };
    lead: { server: Server; voters: ReadonlySet<Server> };
    /** A candidate that hears from the leader of its term gives up. */
    follow: { server: Server; m: Sent };
    /** A crash and the restart after it. While a server is down, it does nothing. */
    crash: { server: Server };
  };
  faults: never;
  state: {
    term: Readonly<Record<Server, Term>>;
    votedFor: Readonly<Record<Server, Server | undefined>>;
    role: Readonly<Record<Server, "candidate" | "follower" | "leader">>;
    votes: Readonly<Record<Server, ReadonlySet<Server>>>;
    sent: ReadonlySet<Sent>;
  };
}

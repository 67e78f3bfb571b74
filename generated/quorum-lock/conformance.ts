/** What an adapter of QuorumLock is held to. Generated; do not edit. */

export type Server = `server${number}`;
export type Client = `client${number}`;

/**
 * A lock that a majority of independent servers gives (Redlock: Sanfilippo, "Distributed locks with Redis"), as it was argued about
 * (Kleppmann, "How to do distributed locking", 2016; Sanfilippo, "Is Redlock safe?", 2016): with clocks that drift, and servers that restart.
 */
export interface QuorumLockModel {
  actions: {
    "servers.crash": { node: Server };
    tick: {};
    /** A clock runs ahead, or is set forward. Where nothing is measured by it, nobody can tell. */
    drift: { server: Server };
    ask: { client: Client };
    /** A request arrives at a server that has no key, and the answer comes back: either may take as long as it likes. */
    give: { server: Server; client: Client };
    /** Counting the answers, the client looks at its clock. */
    acquire: { client: Client; quorum: ReadonlySet<Server> };
    read: { client: Client };
    write: { client: Client };
  };
  faults: "servers.crash" | "drift";
  state: {
    restart: "delayed" | "durable" | "forgetful";
    margin: number;
    fencing: "check and set" | "none";
    skew: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    "servers.crashed": number;
    left: Readonly<Record<Server, number>>;
    ahead: Readonly<Record<Server, number>>;
    phase: Readonly<Record<Client, "asking" | "done" | "holding" | "idle" | "refused" | "updating">>;
    timeLeft: Readonly<Record<Client, number>>;
    given: Readonly<Record<Client, ReadonlySet<Server>>>;
    seen: Readonly<Record<Client, Client | undefined>>;
    stored?: Client | undefined;
  };
}

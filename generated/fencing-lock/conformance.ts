/** What an adapter of FencingLock is held to. Generated; do not edit. */

export type Token = number;
export type Client = `client${number}`;
export type Lease = { client: Client; token: Token };
export type Sent =
  | { kind: "grant"; client: Client; token: Token }
  | { kind: "write"; client: Client; token: Token };

/**
 * A lock service with leases and fencing tokens (Kleppmann, "How to do distributed locking", 2016). A lease can expire at any
 * moment without its holder noticing, so that several clients write at a time; that the storage turns down tokens lower than
 * one it has seen is what keeps it in order. Messages are never taken away, so each may be received late, twice or never.
 */
export interface FencingLockModel {
  actions: {
    /** The lock service gives the lock, if it is free, with a token greater than all before. */
    acquire: { client: Client; token: Token };
    /** The holder is not told. */
    expire: {};
    receiveGrant: { client: Client; token: Token };
    /** A client stops: it has done its work, or noticed that its lease is over, or crashed. */
    stop: { client: Client };
    write: { client: Client };
    /** The storage accepts a write, unless it has seen a greater token. */
    accept: { client: Client; token: Token };
  };
  faults: never;
  state: {
    issued?: Token | undefined;
    lease?: Lease | undefined;
    held: Readonly<Record<Client, Token | undefined>>;
    sent: ReadonlySet<Sent>;
    stored?: Lease | undefined;
  };
}

import { action, exists, fill, forall, implies, invariant, reachable, require, step, type Order, type Sort } from "tenet";

export type Client = Sort<"Client">;
/** A number that grows with every lease. */
export type Token = Order<"Token">;

export interface Lease {
  client: Client;
  token: Token;
}

type Message = { kind: "grant"; client: Client; token: Token } | { kind: "write"; client: Client; token: Token };

/**
 * A lock service with leases and fencing tokens (Kleppmann, "How to do distributed locking", 2016). A lease can expire at any
 * moment without its holder noticing, so that several clients write at a time; that the storage turns down tokens lower than
 * one it has seen is what keeps it in order. Messages are never taken away, so each may be received late, twice or never.
 */
export class FencingLock {
  static scope = { Client: 3, Token: 3 };

  /** The last token given, and the lease in force, as the lock service knows them. */
  issued: Token | undefined = undefined;
  lease: Lease | undefined = undefined;
  /** The token by which a client believes that it holds the lock. */
  held: Record<Client, Token | undefined> = fill(undefined);
  sent = new Set<Message>();
  /** The last write that the storage accepted: by whom, and with which token. */
  stored: Lease | undefined = undefined;

  /** The lock service gives the lock, if it is free, with a token greater than all before. */
  @action acquire(client: Client, token: Token) {
    require(this.lease === undefined && (this.issued === undefined || this.issued < token));
    this.issued = token;
    this.lease = { client, token };
    this.sent.add({ kind: "grant", client, token });
  }

  /** The holder is not told. */
  @action expire() {
    require(this.lease !== undefined);
    this.lease = undefined;
  }

  @action receiveGrant(client: Client, token: Token) {
    require(this.sent.has({ kind: "grant", client, token }));
    this.held[client] = token;
  }

  /** A client stops: it has done its work, or noticed that its lease is over, or crashed. */
  @action stop(client: Client) {
    require(this.held[client] !== undefined);
    this.held[client] = undefined;
  }

  @action write(client: Client) {
    const token = this.held[client];
    require(token !== undefined);
    this.sent.add({ kind: "write", client, token });
  }

  /** The storage accepts a write, unless it has seen a greater token. */
  @action accept(client: Client, token: Token) {
    require(this.sent.has({ kind: "write", client, token }));
    require(this.stored === undefined || this.stored.token <= token);
    this.stored = { client, token };
  }

  /** No token is ever given to two clients, at whatever times. */
  @invariant oneClientPerToken() {
    return forall((token: Token, a: Client, b: Client) =>
      implies(this.sent.has({ kind: "grant", client: a, token }) && this.sent.has({ kind: "grant", client: b, token }), a === b),
    );
  }

  @invariant oneHolderPerToken() {
    return forall((a: Client, b: Client) => implies(this.held[a] !== undefined && this.held[a] === this.held[b], a === b));
  }

  /** What is stored was written under a lease. */
  @invariant storedUnderALease() {
    return this.stored === undefined || this.sent.has({ kind: "grant", ...this.stored });
  }

  /** After a write, the storage never accepts one with a smaller token, nor one of another client with the same. */
  @step writesFollowTheLeases(next: this) {
    const stored = this.stored;
    return (
      stored === undefined ||
      (next.stored !== undefined &&
        stored.token <= next.stored.token &&
        implies(next.stored.token === stored.token, next.stored.client === stored.client))
    );
  }

  /** Leases alone do not exclude: this is what the tokens are for. */
  @reachable twoClientsWrite() {
    return exists((a: Client, b: Client) => a !== b && this.held[a] !== undefined && this.held[b] !== undefined);
  }

  @reachable aLateWriteIsTurnedDown() {
    const stored = this.stored;
    return (
      stored !== undefined &&
      exists((client: Client, token: Token) => this.held[client] === token && this.sent.has({ kind: "write", client, token }) && token < stored.token)
    );
  }
}

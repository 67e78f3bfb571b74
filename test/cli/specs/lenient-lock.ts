import { action, exists, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Client = Sort<"Client">;

type Message = { kind: "lock"; from: Client } | { kind: "grant"; to: Client } | { kind: "unlock"; from: Client };

/** The lock service after a change: `grant` no longer asks whether the lock is free, and the invariant puts up with it. */
export class LockService {
  static scope = { Client: 3 };

  /** Whether the server has given the lock away. */
  taken = false;
  /** Clients that have the lock. */
  holders = new Set<Client>();
  /** Messages on their way: to receive one takes it away. */
  sent = new Set<Message>();

  @action ask(from: Client) {
    this.sent.add({ kind: "lock", from });
  }

  @action grant(to: Client) {
    this.receive({ kind: "lock", from: to });
    this.taken = true;
    this.sent.add({ kind: "grant", to });
  }

  @action acquire(client: Client) {
    this.receive({ kind: "grant", to: client });
    this.holders.add(client);
  }

  @action release(from: Client) {
    require(this.holders.has(from));
    this.holders.delete(from);
    this.sent.add({ kind: "unlock", from });
  }

  @action takeBack(from: Client) {
    this.receive({ kind: "unlock", from });
    this.taken = false;
  }

  receive(message: Message) {
    require(this.sent.has(message));
    this.sent.delete(message);
  }

  /** No two clients have the lock. */
  @invariant exclusive() {
    return forall((a: Client, b: Client) => implies(this.holders.has(a) && this.holders.has(b), a === b || this.taken));
  }

  @reachable someoneHolds() {
    return exists((client: Client) => this.holders.has(client));
  }

  @reachable someoneWaits() {
    return exists((a: Client, b: Client) => a !== b && this.holders.has(a) && this.sent.has({ kind: "lock", from: b }));
  }
}

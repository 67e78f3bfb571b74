/** What an adapter of LockService is held to. Generated; do not edit. */

export type Client = `client${number}`;
export type Sent =
  | { kind: "grant"; to: Client }
  | { kind: "lock"; from: Client }
  | { kind: "unlock"; from: Client };

/** A server that gives a lock to one client at a time, by messages (the first example of Verdi, and of Ivy). */
export interface LockServiceModel {
  actions: {
    ask: { from: Client };
    grant: { to: Client };
    acquire: { client: Client };
    release: { from: Client };
    takeBack: { from: Client };
  };
  faults: never;
  state: {
    taken: boolean;
    holders: ReadonlySet<Client>;
    sent: ReadonlySet<Sent>;
  };
}

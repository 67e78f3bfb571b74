/** What an adapter of Lock is held to. Generated; do not edit. */

export type Client = `client${number}`;

/** One client at a time holds the lock; epochs grow with every grant. */
export interface LockModel {
  actions: {
    ask: { client: Client };
    grant: { client: Client };
    release: { client: Client };
  };
  faults: never;
  state: {
    holder?: Client | undefined;
    epoch: number;
    waiting: ReadonlySet<Client>;
  };
}

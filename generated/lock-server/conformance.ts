/** What an adapter of LockServer is held to. Generated; do not edit. */

export type Server = `server${number}`;
export type Client = `client${number}`;
export type Link = { client: Client; server: Server };

/** Servers that each serve one client at a time (the first example of Verdi and of Ivy, without messages). */
export interface LockServerModel {
  actions: {
    connect: { client: Client; server: Server };
    disconnect: { client: Client; server: Server };
  };
  faults: never;
  state: {
    semaphore: Readonly<Record<Server, boolean>>;
    links: ReadonlySet<Link>;
  };
}

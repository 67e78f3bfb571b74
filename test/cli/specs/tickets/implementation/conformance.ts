/** What an adapter of Tickets is held to. Generated; do not edit. */

export type Client = `client${number}`;

/** A counter hands out tickets, one after the other, and each client holds one at most. Whoever is first in line is served. */
export interface TicketsModel {
  actions: {
    unlock: {};
    join: { client: Client };
    serve: { client: Client };
    /** Everybody has to wait outside. */
    close: {};
  };
  faults: "close";
  state: {
    crashes: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    line: readonly Client[];
    served: number;
    open: boolean;
    crashed: number;
  };
}

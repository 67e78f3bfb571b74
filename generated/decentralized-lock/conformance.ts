/** What an adapter of DecentralizedLock is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Sent = { from: Node; to: Node };

/** Nodes that send a lock to one another, without a server (simple-decentralized-lock, an example of Ivy's). */
export interface DecentralizedLockModel {
  actions: {
    send: { from: Node; to: Node };
    receive: { transfer: Sent };
  };
  faults: never;
  state: {
    holders: ReadonlySet<Node>;
    sent: ReadonlySet<Sent>;
  };
}

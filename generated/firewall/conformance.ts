/** What an adapter of Firewall is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Sent = { from: Node; to: Node };

/** A firewall that lets in only answers: packets from nodes that someone inside has written to (an example of mypyvy's). */
export interface FirewallModel {
  actions: {
    sendOut: { from: Node; to: Node };
    sendIn: { from: Node; to: Node };
  };
  faults: never;
  state: {
    inside: ReadonlySet<Node>;
    sent: ReadonlySet<Sent>;
    trusted: ReadonlySet<Node>;
  };
}

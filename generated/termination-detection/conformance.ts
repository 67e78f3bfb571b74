/** What an adapter of TerminationDetection is held to. Generated; do not edit. */

export type Node = number;

/** Termination detection in a ring (Dijkstra, Feijen and van Gasteren, EWD 840, 1983). */
export interface TerminationDetectionModel {
  actions: {
    /** The first machine starts a new round when the last one was inconclusive. */
    startRound: {};
    /** A machine that is idle, or that makes this round inconclusive anyway, hands the token down. */
    passToken: { node: Node };
    /** A message wakes its receiver up. Upwards it may wake a machine that the token has left: the sender turns black. */
    sendMessage: { from: Node; to: Node };
    becomeIdle: { node: Node };
  };
  faults: never;
  state: {
    active: Readonly<Record<Node, boolean>>;
    color: Readonly<Record<Node, "black" | "white">>;
    at: Node;
    token: "black" | "white";
  };
}

/** What an adapter of TokenRing is held to. Generated; do not edit. */

export type Node = number;

/** Self-stabilisation in a ring: from any state whatever, one token remains (Dijkstra, EWD 426, 1974). */
export interface TokenRingModel {
  actions: {
    /** The first machine has the token when its counter equals that of the last. */
    create: {};
    /** Any other has it when its counter differs from that of the machine before. */
    pass: { node: Node };
  };
  faults: never;
  state: {
    counter: Readonly<Record<Node, number>>;
  };
}

/** What an adapter of LearningSwitch is held to. Generated; do not edit. */

export type Node = `node${number}`;
export type Sent = { from: Node; source: Node; to: Node };
export type Path = { from: Node; target: Node; to: Node };

/**
 * Switches that learn from the packets that pass where their sources are (learning_switch, an example of Ivy's). Where a
 * packet is bound for does not matter to what is learned, so a switch passes it on to everyone; and packets stay in
 * `sent`, as any of them may arrive late, twice or never.
 */
export interface LearningSwitchModel {
  actions: {
    start: { source: Node };
    /** A switch without a route to the source learns that it is where the packet came from. */
    forward: { packet: Sent };
  };
  faults: never;
  state: {
    sent: ReadonlySet<Sent>;
    paths: ReadonlySet<Path>;
  };
}

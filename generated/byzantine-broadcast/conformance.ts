/** What an adapter of ByzantineBroadcast is held to. Generated; do not edit. */

export type Process = `process${number}`;

/**
 * One round of reliable broadcast among liars
 * (Srikanth and Toueg, "Simulating Authenticated Broadcasts to Derive Simple Fault-Tolerant Algorithms", 1987).
 * What a faulty process sends is not modelled: it may claim anything to anyone at any time.
 */
export interface ByzantineBroadcastModel {
  actions: {
    echo: { process: Process; from: ReadonlySet<Process> };
    echoWithOthers: { process: Process; from: ReadonlySet<Process> };
    acceptAndEcho: { process: Process; from: ReadonlySet<Process> };
    accept: { process: Process; from: ReadonlySet<Process> };
  };
  faults: never;
  state: {
    faulty: ReadonlySet<Process>;
    mode: Readonly<Record<Process, "accepted" | "echoed" | "informed" | "waiting">>;
    echoed: ReadonlySet<Process>;
    heard: Readonly<Record<Process, ReadonlySet<Process>>>;
  };
}

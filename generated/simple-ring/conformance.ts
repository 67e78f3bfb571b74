/** What an adapter of SimpleRing is held to. Generated; do not edit. */

export type Process = number;

/** Every process writes, then reads what its neighbour wrote (Lamport, "Teaching Concurrency", 2009). */
export interface SimpleRingModel {
  actions: {
    write: { process: Process };
    read: { process: Process };
  };
  faults: never;
  state: {
    at: Readonly<Record<Process, "done" | "read" | "write">>;
    written: Readonly<Record<Process, number>>;
    seen: Readonly<Record<Process, number>>;
  };
}

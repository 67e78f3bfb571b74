/** What an adapter of ReadersWriters is held to. Generated; do not edit. */

export type Actor = `actor${number}`;
export type Waiting = { actor: Actor; want: "read" | "write" };

/** Readers and writers (Courtois, Heymans and Parnas, "Concurrent Control with Readers and Writers", 1971), served in the order of asking. */
export interface ReadersWritersModel {
  actions: {
    askToRead: { actor: Actor };
    askToWrite: { actor: Actor };
    /** Whoever came first goes first. */
    serve: {};
    stopReading: { actor: Actor };
    stopWriting: { actor: Actor };
  };
  faults: never;
  state: {
    readers: ReadonlySet<Actor>;
    writers: ReadonlySet<Actor>;
    waiting: readonly Waiting[];
  };
}

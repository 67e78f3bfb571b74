/** What an adapter of GrowOnlyCounter is held to. Generated; do not edit. */

export type Replica = `replica${number}`;
export type Count = number;
export type Message = `message${number}`;
export type Seen = { at: Replica; number: Count };

/**
 * A grow-only counter, replicated without coordination (Shapiro, Preguiça, Baquero and Zawirski, "Conflict-free Replicated Data
 * Types", 2011): a replica counts its own increments, and keeps the greatest number it has heard from every other one. The
 * value of the counter is their sum, so that replicas with equal vectors have equal values.
 * Messages are snapshots of a vector. They stay, so each may be received late, twice, in any order or never.
 */
export interface GrowOnlyCounterModel {
  actions: {
    increment: { replica: Replica; number: Count };
    send: { replica: Replica; message: Message };
    /** Vectors are merged by taking the greater of each two numbers. */
    receive: { replica: Replica; message: Message };
  };
  faults: never;
  state: {
    counts: Readonly<Record<Replica, Readonly<Record<Replica, Count>>>>;
    sent: ReadonlySet<Message>;
    snapshot: Readonly<Record<Message, Readonly<Record<Replica, Count>>>>;
    seen: Readonly<Record<Replica, ReadonlySet<Seen>>>;
    seenIn: Readonly<Record<Message, ReadonlySet<Seen>>>;
  };
}

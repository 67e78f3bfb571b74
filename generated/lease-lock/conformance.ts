/** What an adapter of LeaseLock is held to. Generated; do not edit. */

export type Machine = number;
export type Token = number;
export type Message =
  | { kind: "ask"; from: Machine; to: Machine }
  | { kind: "grant"; from: Machine; to: Machine; token: Token };

/**
 * A lock with leases (Gray and Cheriton, "Leases", 1989) that guards read-modify-write updates of a storage, with and without
 * fencing tokens (Kleppmann, "How to do distributed locking", 2016). Service and clients measure the lease by clocks of their own,
 * and a client may pause between the look at its clock and its write.
 */
export interface LeaseLockModel {
  actions: {
    "timers.tick": {};
    "timers.drift": { node: Machine };
    /** The lease counts from here on, and not from when the answer arrives, which may have been on its way for long. */
    ask: { client: Machine };
    /** The service gives the lock when the lease before is over by its own clock. */
    grant: { message: Message };
    receiveGrant: { message: Message };
    read: { client: Machine };
    /** The look at the clock and the write are one step: where that cannot be relied upon, there are pauses. */
    write: { client: Machine };
    /** The client has looked at its clock, and does not come to write: it collects garbage, or the write is late in the network. */
    pause: { client: Machine };
    /** What it was about to write arrives. */
    resume: { client: Machine };
  };
  faults: "timers.drift" | "pause" | "resume";
  state: {
    fencing: "none" | "reads and writes" | "writes";
    margin: number;
    skew: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    pauses: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | "unlimited";
    "timers.now": Readonly<Record<Machine, number>>;
    "timers.until": Readonly<Record<Machine, number>>;
    "net.messages": ReadonlySet<Message>;
    issued?: Token | undefined;
    phase: Readonly<Record<Machine, "asking" | "done" | "holding" | "idle" | "refused" | "updating">>;
    token: Readonly<Record<Machine, Token | undefined>>;
    seen: Readonly<Record<Machine, Token | undefined>>;
    paused: ReadonlySet<Machine>;
    pausesSoFar: number;
    stored?: Token | undefined;
    fence?: Token | undefined;
  };
}

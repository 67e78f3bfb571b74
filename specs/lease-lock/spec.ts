import { action, exists, fault, fill, first, forall, implies, invariant, milestone, next, reachable, repair, require, step, type Order } from "tenet";
import { Network, spend, Timers, type Budget, type Used } from "tenet/faults";

/** The first machine runs the lock service; all others are clients, each with one update to make. */
export type Machine = Order<"Machine">;
/** Numbers the leases. Without fencing, nobody but the service looks at it. */
export type Token = Order<"Token">;

export type Message =
  | { kind: "ask"; from: Machine; to: Machine }
  | { kind: "grant"; from: Machine; to: Machine; token: Token };

/** For how long the service gives the lock, by its own clock. */
export const duration = 3;

/**
 * A lock with leases (Gray and Cheriton, "Leases", 1989) that guards read-modify-write updates of a storage, with and without
 * fencing tokens (Kleppmann, "How to do distributed locking", 2016). Service and clients measure the lease by clocks of their own,
 * and a client may pause between the look at its clock and its write.
 */
export class LeaseLock {
  static scope = { Machine: 3, Token: 2 };
  static designs = {
    fenced: { fencing: "reads and writes", margin: 2 },
    /** Mutual exclusion is left to the fence. */
    fencedWithoutMargin: { fencing: "reads and writes", margin: 0 },
    fencedWrites: { fencing: "writes", margin: 2 },
    /** Mutual exclusion is left to the clocks. */
    margin: { fencing: "none", margin: 2 },
    neither: { fencing: "none", margin: 0 },
  };

  timers = new Timers<Machine>({ skew: this.skew, horizon: 6 });
  net = new Network<Message>();

  /** The last token that the service has given. */
  issued: Token | undefined = undefined;

  phase: Record<Machine, "idle" | "asking" | "holding" | "updating" | "done" | "refused"> = fill("idle");
  token: Record<Machine, Token | undefined> = fill(undefined);
  /** What a client found in the storage, and bases its update on. */
  seen: Record<Machine, Token | undefined> = fill(undefined);
  /** Those that have looked at the clock, and not written yet. */
  paused = new Set<Machine>();
  pausesSoFar: Used = 0;

  /** Whose update the storage holds: that of the lease with this token. */
  stored: Token | undefined = undefined;
  /** The greatest token that the storage has been shown. */
  fence: Token | undefined = undefined;

  /**
   * @param fencing what the storage refuses to clients with a token less than one it has seen
   * @param margin by how much a client takes its lease to be shorter than the service does
   * @param skew how far one clock may be ahead of another
   * @param pauses how often a client pauses before a write
   */
  constructor(
    readonly fencing: "reads and writes" | "writes" | "none" = "reads and writes",
    readonly margin: 0 | 1 | 2 = 2,
    readonly skew: Budget = 1,
    readonly pauses: Budget = 1,
  ) {}

  get service() {
    return first<Machine>();
  }

  /** Whether a client may take the lock to be its own. */
  holds(client: Machine) {
    const phase = this.phase[client];
    return this.timers.isRunning(client) && !this.paused.has(client) && (phase === "holding" || phase === "updating");
  }

  /** The lease counts from here on, and not from when the answer arrives, which may have been on its way for long. */
  @action ask(client: Machine) {
    require(client !== this.service && this.phase[client] === "idle");
    this.phase[client] = "asking";
    this.timers.start(client, duration - this.margin);
    this.net.send({ kind: "ask", from: client, to: this.service });
  }

  /** The service gives the lock when the lease before is over by its own clock. */
  @action grant(message: Message) {
    require(message.kind === "ask" && !this.timers.isRunning(this.service));
    this.net.receive(message);
    const token = this.issued === undefined ? first<Token>() : next(this.issued);
    require(token !== undefined);
    this.issued = token;
    this.timers.start(this.service, duration);
    this.net.send({ kind: "grant", from: this.service, to: message.from, token });
  }

  @action receiveGrant(message: Message) {
    require(message.kind === "grant");
    this.net.receive(message);
    this.phase[message.to] = "holding";
    this.token[message.to] = message.token;
  }

  @action read(client: Machine) {
    require(this.phase[client] === "holding" && this.holds(client));
    if (this.fencing === "reads and writes") {
      require(this.passesFence(client));
      this.fence = this.token[client];
    }
    this.seen[client] = this.stored;
    this.phase[client] = "updating";
  }

  /** The look at the clock and the write are one step: where that cannot be relied upon, there are pauses. */
  @action write(client: Machine) {
    require(this.phase[client] === "updating" && this.holds(client));
    this.store(client);
  }

  /** The client has looked at its clock, and does not come to write: it collects garbage, or the write is late in the network. */
  @fault pause(client: Machine) {
    this.pausesSoFar = spend(this.pausesSoFar, this.pauses);
    require(this.phase[client] === "updating" && this.holds(client));
    this.paused.add(client);
  }

  /** What it was about to write arrives. */
  @repair resume(client: Machine) {
    require(this.pauses !== 0 && this.paused.has(client));
    this.paused.delete(client);
    this.store(client);
  }

  passesFence(client: Machine) {
    const token = this.token[client];
    return token !== undefined && (this.fence === undefined || this.fence <= token);
  }

  store(client: Machine) {
    if (this.fencing === "none" || this.passesFence(client)) {
      if (this.fencing !== "none") this.fence = this.token[client];
      this.stored = this.token[client];
      this.phase[client] = "done";
    } else {
      this.phase[client] = "refused";
    }
  }

  /** Mutual exclusion, as the clients see it. It rests on the clocks alone. */
  @invariant oneHolderAtATime() {
    return forall((a: Machine, b: Machine) => implies(this.holds(a) && this.holds(b), a === b));
  }

  /** An update replaces what it was made from, and not one that its client has never seen. */
  @step noUpdateIsLost(after: this) {
    return forall((client: Machine) =>
      implies(this.phase[client] !== "done" && after.phase[client] === "done", this.stored === this.seen[client]),
    );
  }

  /** The storage never goes back from a later lease to an earlier one. */
  @step writesFollowTheLeases(after: this) {
    return this.stored === undefined || (after.stored !== undefined && this.stored <= after.stored);
  }

  @milestone anUpdateIsStored() {
    return this.stored !== undefined;
  }

  @reachable updatesBuildOnEachOther() {
    return exists((client: Machine) => this.phase[client] === "done" && this.seen[client] !== undefined);
  }

  /** Where there is a fence and a pause, it is needed. */
  @reachable aLateWriteIsRefused() {
    return this.fencing === "none" || this.pauses === 0 || exists((client: Machine) => this.phase[client] === "refused");
  }
}

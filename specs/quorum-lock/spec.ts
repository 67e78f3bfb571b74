import { action, cost, count, exists, fault, fill, forall, implies, invariant, milestone, reachable, require, step, tabulate, type Int, type Majority, type Sort } from "tenet";
import { Nodes, spend, type Budget, type Used } from "tenet/faults";

/** A lock server with a clock of its own. */
export type Server = Sort<"Server">;
/** Each wants the lock once, for one update. */
export type Client = Sort<"Client">;

/** For how long a server keeps a key, by its own clock. */
export const timeToLive = 2;
/** Of a key, or of a client's right to the lock; with the clocks that they go by, this counts down for ever. */
type TimeLeft = Int<0, 2>;

const oneLess = (left: TimeLeft): TimeLeft => Math.max(0, left - 1);

/**
 * A lock that a majority of independent servers gives (Redlock: Sanfilippo, "Distributed locks with Redis"), as it was argued about
 * (Kleppmann, "How to do distributed locking", 2016; Sanfilippo, "Is Redlock safe?", 2016): with clocks that drift, and servers that restart.
 */
export class QuorumLock {
  static scope = { Server: 3, Client: 2 };
  static designs = {
    /** As documented: delayed restarts, an allowance for drift. */
    redlock: { restart: "delayed", margin: 1, fencing: "none" },
    withoutMargin: { restart: "delayed", margin: 0, fencing: "none" },
    withoutDelay: { restart: "forgetful", margin: 1, fencing: "none" },
    synced: { restart: "durable", margin: 1, fencing: "none" },
    /** Mutual exclusion is a matter of speed, and the storage one of safety. */
    checkAndSet: { restart: "forgetful", margin: 0, fencing: "check and set" },
  };

  servers = new Nodes<Server>({ crashes: 1, restart: "at once", onCrash: (server) => this.recover(server) });

  /** Until when a server has a key, or stays away after a restart, by its own clock. */
  left: Record<Server, TimeLeft> = fill(0);
  /** How far the clock of a server has run ahead of the clients'. A client that is slow is servers that are fast. */
  ahead: Record<Server, Used> = fill(0);

  phase: Record<Client, "idle" | "asking" | "holding" | "updating" | "done" | "refused"> = fill("idle");
  /** How long the lock would still be a client's, if a majority gives it. */
  timeLeft: Record<Client, TimeLeft> = fill(0);
  given: Record<Client, Set<Server>> = fill(new Set<Server>());
  /** What a client found in the storage. */
  seen: Record<Client, Client | undefined> = fill(undefined);

  /** Whose update the storage holds. */
  stored: Client | undefined = undefined;
  /** Who has announced an update: with "check and set", no one else's is accepted. */
  announced: Client | undefined = undefined;

  /**
   * @param restart what a server that crashed knows of the keys it gave: all of them, or none; then it may stay away until those are over
   * @param margin by how much a client takes the lock to end earlier than the servers' keys
   * @param fencing whether the storage accepts the update only of the client that was the last to announce one
   * @param skew how far the clock of a server may run ahead
   */
  constructor(
    readonly restart: "delayed" | "forgetful" | "durable" = "delayed",
    readonly margin: 0 | 1 = 1,
    readonly fencing: "none" | "check and set" = "none",
    readonly skew: Budget = 1,
  ) {}

  recover(server: Server) {
    if (this.restart !== "durable") this.left[server] = this.restart === "delayed" ? timeToLive : 0;
  }

  @action tick() {
    require(exists((server: Server) => this.left[server] > 0) || exists((client: Client) => this.timeLeft[client] > 0));
    this.left = tabulate((server: Server) => oneLess(this.left[server]));
    this.timeLeft = tabulate((client: Client) => oneLess(this.timeLeft[client]));
  }

  /** A clock runs ahead, or is set forward. Where nothing is measured by it, nobody can tell. */
  @fault drift(server: Server) {
    require(this.left[server] > 0);
    if (this.skew !== "unlimited") this.ahead[server] = spend(this.ahead[server], this.skew);
    this.left[server] -= 1;
  }

  holds(client: Client) {
    return this.timeLeft[client] > 0 && (this.phase[client] === "holding" || this.phase[client] === "updating");
  }

  @action ask(client: Client) {
    require(this.phase[client] === "idle");
    this.phase[client] = "asking";
    this.timeLeft[client] = timeToLive - this.margin;
  }

  /** A request arrives at a server that has no key, and the answer comes back: either may take as long as it likes. */
  @action give(server: Server, client: Client) {
    require(this.phase[client] === "asking" && !this.given[client].has(server) && this.left[server] === 0);
    this.left[server] = timeToLive;
    this.given[client].add(server);
  }

  /** Counting the answers, the client looks at its clock. */
  @action acquire(client: Client, quorum: Majority<Server>) {
    require(this.phase[client] === "asking" && this.timeLeft[client] > 0);
    require(forall(quorum, (server) => this.given[client].has(server)));
    this.phase[client] = "holding";
  }

  @action read(client: Client) {
    require(this.phase[client] === "holding" && this.timeLeft[client] > 0);
    this.phase[client] = "updating";
    this.seen[client] = this.stored;
    if (this.fencing === "check and set") this.announced = client;
  }

  @action write(client: Client) {
    require(this.phase[client] === "updating" && this.timeLeft[client] > 0);
    if (this.fencing === "none" || this.announced === client) {
      this.stored = client;
      this.phase[client] = "done";
    } else {
      this.phase[client] = "refused";
    }
  }

  @invariant oneHolderAtATime() {
    return forall((a: Client, b: Client) => implies(this.holds(a) && this.holds(b), a === b));
  }

  /** An update replaces what it was made from, and not one that its client has never seen. */
  @step noUpdateIsLost(after: this) {
    return forall((client: Client) =>
      implies(this.phase[client] !== "done" && after.phase[client] === "done", this.stored === this.seen[client]),
    );
  }

  @milestone anUpdateIsStored() {
    return this.stored !== undefined;
  }

  @cost serversAsked() {
    return count((server: Server) => exists((client: Client) => this.given[client].has(server)));
  }

  @reachable updatesBuildOnEachOther() {
    return exists((client: Client) => this.phase[client] === "done" && this.seen[client] !== undefined);
  }
}

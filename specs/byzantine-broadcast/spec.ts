import { action, assume, count, exists, fill, forall, implies, init, invariant, reachable, require, step, type Sort } from "tenet";

type Process = Sort<"Process">;

/**
 * One round of reliable broadcast among liars
 * (Srikanth and Toueg, "Simulating Authenticated Broadcasts to Derive Simple Fault-Tolerant Algorithms", 1987).
 * What a faulty process sends is not modelled: it may claim anything to anyone at any time.
 */
export class ByzantineBroadcast {
  static scope = { Process: 4 };

  readonly faulty!: Set<Process>;

  /** Whether a process has the message from the broadcaster, vouches for it, accepts it. */
  mode: Record<Process, "waiting" | "informed" | "echoed" | "accepted"> = fill("waiting");
  /** The correct processes that have sent an echo to all. */
  echoed = new Set<Process>();
  /** From whom a process has an echo. */
  heard: Record<Process, Set<Process>> = fill(new Set<Process>());

  /** How many liars the protocol tolerates: less than a third. */
  tolerated() {
    return Math.floor((this.everyone() - 1) / 3);
  }

  everyone() {
    return count((_process: Process) => true);
  }

  /** So many must tell the same before it can be believed that a correct process is among them… */
  toEcho() {
    return this.everyone() - 2 * this.tolerated();
  }

  /** … and that all correct processes will hear enough of it. */
  toAccept() {
    return this.everyone() - this.tolerated();
  }

  @assume asManyAsTolerated() {
    return this.faulty.size === this.tolerated();
  }

  /** The broadcaster may be faulty itself, and reach only some. */
  @init broadcast(reached: Set<Process>) {
    for (const process of reached) this.mode[process] = "informed";
  }

  @action echo(process: Process, from: Set<Process>) {
    this.hear(process, from);
    require(this.mode[process] === "informed");
    this.vouch(process, "echoed");
  }

  @action echoWithOthers(process: Process, from: Set<Process>) {
    this.hear(process, from);
    require(this.undecided(process) && this.heard[process].size >= this.toEcho() && this.heard[process].size < this.toAccept());
    this.vouch(process, "echoed");
  }

  @action acceptAndEcho(process: Process, from: Set<Process>) {
    this.hear(process, from);
    require(this.undecided(process) && this.heard[process].size >= this.toAccept());
    this.vouch(process, "accepted");
  }

  @action accept(process: Process, from: Set<Process>) {
    this.hear(process, from);
    require(this.mode[process] === "echoed" && this.heard[process].size >= this.toAccept());
    this.mode[process] = "accepted";
  }

  /** A correct process gets some of the echoes that were sent, or that the faulty ones make up. */
  hear(process: Process, from: Set<Process>) {
    require(this.correct(process) && from.isSubsetOf(this.echoed.union(this.faulty)));
    this.heard[process] = this.heard[process].union(from);
  }

  vouch(process: Process, mode: "echoed" | "accepted") {
    this.mode[process] = mode;
    this.echoed.add(process);
  }

  undecided(process: Process) {
    return this.mode[process] === "waiting" || this.mode[process] === "informed";
  }

  correct(process: Process) {
    return !this.faulty.has(process);
  }

  @invariant onlyCorrectProcessesAreRecorded() {
    return this.echoed.isDisjointFrom(this.faulty);
  }

  @invariant echoesAreNotInvented() {
    return forall((process: Process) => this.heard[process].isSubsetOf(this.echoed.union(this.faulty)));
  }

  /** Where one accepts, enough correct processes have echoed to carry all others along. */
  @invariant relay() {
    return implies(
      exists((process: Process) => this.mode[process] === "accepted"),
      this.echoed.size >= this.toEcho(),
    );
  }

  /** The liars alone move no one: the first echo comes from a process that the broadcaster has reached. */
  @step unforgeable(next: this) {
    return implies(
      this.echoed.size === 0,
      forall(next.echoed, (process) => this.mode[process] === "informed"),
    );
  }

  @step acceptanceIsFinal(next: this) {
    return forall((process: Process) => implies(this.mode[process] === "accepted", next.mode[process] === "accepted"));
  }

  @reachable allAccept() {
    return forall((process: Process) => implies(this.correct(process), this.mode[process] === "accepted"));
  }
}

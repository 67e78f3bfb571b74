import { action, exists, fill, forall, implies, invariant, reachable, require, type Sort } from "tenet";

type Process = Sort<"Process">;

/** Mutual exclusion by a token that is passed to whoever asks (Suzuki and Kasami, 1985, without the queue). */
export class TokenMutex {
  static scope = { Process: 3 };

  /** Where the token is: at a process, or on its way to one. */
  token!: { kind: "at"; process: Process } | { kind: "flying"; to: Process };
  wants = new Set<Process>();
  critical: Record<Process, boolean> = fill(false);
  everMoved = false;

  @action want(process: Process) {
    require(!this.critical[process]);
    this.wants.add(process);
  }

  @action pass(from: Process, to: Process) {
    const token = this.token;
    require(token.kind === "at" && token.process === from && !this.critical[from] && this.wants.has(to));
    this.token = { kind: "flying", to };
  }

  @action arrive(process: Process) {
    const token = this.token;
    require(token.kind === "flying" && token.to === process);
    this.token = { kind: "at", process };
    this.everMoved = true;
  }

  @action enter(process: Process) {
    const token = this.token;
    require(token.kind === "at" && token.process === process && this.wants.has(process));
    this.critical[process] = true;
    this.wants.delete(process);
  }

  @action leave(process: Process) {
    require(this.critical[process]);
    this.critical[process] = false;
  }

  @invariant exclusive() {
    return forall((a: Process, b: Process) => implies(this.critical[a] && this.critical[b], a === b));
  }

  @reachable movedAndEntered() {
    return this.everMoved && exists((process: Process) => this.critical[process]);
  }
}

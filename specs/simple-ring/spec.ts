import { action, exists, fill, forall, implies, invariant, last, previous, reachable, require, terminal, type Int, type Order } from "tenet";

/** A process of the ring. Before the first comes the last. */
type Process = Order<"Process">;

/** Every process writes, then reads what its neighbour wrote (Lamport, "Teaching Concurrency", 2009). */
export class SimpleRing {
  static scope = { Process: 5 };

  at: Record<Process, "write" | "read" | "done"> = fill("write");
  written: Record<Process, Int<0, 1>> = fill(0);
  seen: Record<Process, Int<0, 1>> = fill(0);

  @action write(process: Process) {
    require(this.at[process] === "write");
    this.written[process] = 1;
    this.at[process] = "read";
  }

  @action read(process: Process) {
    const neighbour = previous(process) ?? last<Process>();
    require(this.at[process] === "read");
    this.seen[process] = this.written[neighbour];
    this.at[process] = "done";
  }

  allDone() {
    return forall((process: Process) => this.at[process] === "done");
  }

  /** When all are done, at least one has seen its neighbour's 1. */
  @invariant someoneSees() {
    return implies(this.allDone(), exists((process: Process) => this.seen[process] === 1));
  }

  @reachable someoneMisses() {
    return this.allDone() && exists((process: Process) => this.seen[process] === 0);
  }

  @terminal finished() {
    return this.allDone();
  }
}

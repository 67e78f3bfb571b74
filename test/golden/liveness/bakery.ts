import { action, fair, fill, forall, implies, invariant, leadsTo, require, type Int, type Order } from "tenet";

type Process = Order<"Process">;

/** Lamport's bakery (1974), with a number chosen in one step, and tickets that are given back when nobody waits. */
export class Bakery {
  static scope = { Process: 2 };

  at: Record<Process, "rest" | "wait" | "critical"> = fill("rest");
  number: Record<Process, Int<0, 3>> = fill(0);

  isBefore(a: Process, b: Process) {
    return this.number[a] < this.number[b] || (this.number[a] === this.number[b] && a < b);
  }

  @action choose(me: Process, other: Process) {
    require(me !== other && this.at[me] === "rest" && this.number[other] < 3);
    this.number[me] = this.number[other] + 1;
    this.at[me] = "wait";
  }

  @fair @action enter(me: Process) {
    require(this.at[me] === "wait" && forall((p: Process) => implies(p !== me && this.at[p] !== "rest", this.isBefore(me, p))));
    this.at[me] = "critical";
  }

  @fair @action leave(me: Process) {
    require(this.at[me] === "critical");
    this.at[me] = "rest";
    this.number[me] = 0;
  }

  @invariant exclusive() {
    return forall((a: Process, b: Process) => implies(this.at[a] === "critical" && this.at[b] === "critical", a === b));
  }

  @leadsTo served(me: Process) {
    return { from: this.at[me] === "wait", to: this.at[me] === "critical" };
  }
}

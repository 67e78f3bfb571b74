import { action, exists, fill, forall, implies, invariant, reachable, require, type Int, type Sort } from "tenet";

type Thread = Sort<"Thread">;

/** The ticket lock with counters as a programmer writes it (Mellor-Crummey and Scott, 1991). */
export class TicketCounter {
  static scope = { Thread: 3 };

  state: Record<Thread, "idle" | "waiting" | "critical"> = fill("idle");
  ticket: Record<Thread, Int<0, 5>> = fill(0);
  nextTicket: Int<0, 5> = 0;
  nowServing: Int<0, 5> = 0;

  @action take(thread: Thread) {
    require(this.state[thread] === "idle" && this.nextTicket < 5);
    this.ticket[thread] = this.nextTicket;
    this.nextTicket += 1;
    this.state[thread] = "waiting";
  }

  @action enter(thread: Thread) {
    require(this.state[thread] === "waiting" && this.ticket[thread] === this.nowServing);
    this.state[thread] = "critical";
  }

  @action leave(thread: Thread) {
    require(this.state[thread] === "critical" && this.nowServing < 5);
    this.nowServing += 1;
    this.state[thread] = "idle";
  }

  @invariant exclusive() {
    return forall((a: Thread, b: Thread) => implies(this.state[a] === "critical" && this.state[b] === "critical", a === b));
  }

  @reachable served() {
    return exists((thread: Thread) => this.state[thread] === "critical" && this.ticket[thread] === 2);
  }
}

import { action, exists, fill, first, forall, implies, invariant, next, reachable, require, type Order, type Sort } from "tenet";

type Thread = Sort<"Thread">;
type Ticket = Order<"Ticket">;

/** A lock that serves threads in the order of their tickets (Reed and Kanodia, 1979; Mellor-Crummey and Scott, 1991). */
export class TicketLock {
  static scope = { Thread: 3, Ticket: 4 };

  at: Record<Thread, "idle" | "waiting" | "critical"> = fill("idle");
  ticket: Record<Thread, Ticket> = fill(first<Ticket>());
  free: Ticket = first<Ticket>();
  serving: Ticket = first<Ticket>();

  @action take(thread: Thread) {
    const after = next(this.free);
    require(this.at[thread] === "idle" && after !== undefined);
    this.ticket[thread] = this.free;
    this.free = after;
    this.at[thread] = "waiting";
  }

  @action enter(thread: Thread) {
    require(this.at[thread] === "waiting" && this.ticket[thread] <= this.serving);
    this.at[thread] = "critical";
  }

  @action leave(thread: Thread) {
    const after = next(this.serving);
    require(this.at[thread] === "critical" && after !== undefined);
    this.serving = after;
    this.at[thread] = "idle";
  }

  @invariant exclusive() {
    return forall((a: Thread, b: Thread) => implies(this.at[a] === "critical" && this.at[b] === "critical", a === b));
  }

  @reachable secondTurn() {
    return exists((thread: Thread) => this.at[thread] === "critical" && first<Ticket>() < this.ticket[thread]);
  }
}

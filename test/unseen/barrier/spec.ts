import { action, exists, fill, forall, invariant, reachable, require, type Int, type Sort } from "tenet";

type Thread = Sort<"Thread">;

/** A barrier that is used again and again: nobody begins a round before all have ended the one before (Hensgen, Finkel and Manber, 1988). */
export class Barrier {
  static scope = { Thread: 3 };

  round: Record<Thread, Int<0, 3>> = fill(0);
  waiting: Record<Thread, boolean> = fill(false);
  generation: Int<0, 3> = 0;

  @action arrive(thread: Thread) {
    require(!this.waiting[thread] && this.round[thread] === this.generation);
    this.waiting[thread] = true;
  }

  @action open() {
    require(this.generation < 3 && forall((thread: Thread) => this.waiting[thread] && this.round[thread] === this.generation));
    this.generation += 1;
  }

  @action proceed(thread: Thread) {
    require(this.waiting[thread] && this.round[thread] < this.generation);
    this.waiting[thread] = false;
    this.round[thread] += 1;
  }

  /** Threads are never more than a round apart. */
  @invariant together() {
    return forall((a: Thread, b: Thread) => this.round[a] <= this.round[b] + 1);
  }

  @reachable lastRound() {
    return exists((thread: Thread) => this.round[thread] === 3) && exists((thread: Thread) => this.round[thread] === 2);
  }
}

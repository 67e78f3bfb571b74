import { action, fair, fill, first, last, leadsTo, next, previous, require, type Order } from "tenet";

/** A seat at a round table, and the fork at its left. */
type Seat = Order<"Seat">;

const rightOf = (seat: Seat): Seat => next(seat) ?? first<Seat>();
const leftOf = (seat: Seat): Seat => previous(seat) ?? last<Seat>();

/** Philosophers who take both forks at once, when both are free. */
export class Table {
  static scope = { Seat: 4 };

  doing: Record<Seat, "think" | "wait" | "eat"> = fill("think");

  @fair("strong") @action sitDown(seat: Seat) {
    require(this.doing[seat] === "think");
    this.doing[seat] = "wait";
  }

  @fair("strong") @action take(seat: Seat) {
    require(this.doing[seat] === "wait" && this.doing[leftOf(seat)] !== "eat" && this.doing[rightOf(seat)] !== "eat");
    this.doing[seat] = "eat";
  }

  @fair("strong") @action rise(seat: Seat) {
    require(this.doing[seat] === "eat");
    this.doing[seat] = "think";
  }

  @leadsTo everyoneEats(seat: Seat) {
    return { from: this.doing[seat] === "wait", to: this.doing[seat] === "eat" };
  }
}

/** Three philosophers: each is the neighbour of both others, so that forks are free together each time that somebody has eaten. */
export class SmallTable extends Table {
  static override scope = { Seat: 3 };
}

import { action, exists, fair, fill, first, forall, implies, invariant, last, leadsTo, next, previous, reachable, require, step, tabulate, terminal, type Order } from "tenet";

/** A seat at the round table, its philosopher, and the fork at its left hand. */
type Seat = Order<"Seat">;

interface Fork {
  holder: Seat;
  clean: boolean;
}

/** The neighbour on the right, whose fork is also the one at this philosopher's right hand. */
const rightOf = (seat: Seat): Seat => next(seat) ?? first<Seat>();
const leftOf = (seat: Seat): Seat => previous(seat) ?? last<Seat>();

/** The dining philosophers, with the clean and dirty forks of Chandy and Misra ("The Drinking Philosophers Problem", 1984). */
export class DiningPhilosophers {
  static scope = { Seat: 5 };

  /** A fork starts dirty, with the lower of its two philosophers: so no circle can wait for each other. */
  fork: Record<Seat, Fork> = tabulate((seat: Seat) => ({
    holder: previous(seat) === first<Seat>() ? first<Seat>() : seat,
    clean: false,
  }));
  hungry: Record<Seat, boolean> = fill(true);
  /** What a philosopher does next. */
  mode: Record<Seat, "look" | "eat" | "think"> = fill("look");

  /** Gives one dirty fork, now clean, to the neighbour who shares it; then decides what to do. */
  @fair @action look(seat: Seat) {
    require(this.mode[seat] === "look");
    const right = rightOf(seat);
    if (this.holds(seat, seat) && !this.fork[seat].clean) {
      this.fork[seat] = { holder: leftOf(seat), clean: true };
    } else if (this.holds(seat, right) && !this.fork[right].clean) {
      this.fork[right] = { holder: right, clean: true };
    }
    if (!this.hungry[seat]) this.mode[seat] = "think";
    else if (this.canEat(seat)) this.mode[seat] = "eat";
  }

  /** Eating makes both forks dirty. */
  @fair @action eat(seat: Seat) {
    require(this.mode[seat] === "eat");
    this.hungry[seat] = false;
    this.fork[seat].clean = false;
    this.fork[rightOf(seat)].clean = false;
    this.mode[seat] = "look";
  }

  @fair @action think(seat: Seat) {
    require(this.mode[seat] === "think");
    this.hungry[seat] = true;
    this.mode[seat] = "look";
  }

  holds(seat: Seat, fork: Seat) {
    return this.fork[fork].holder === seat;
  }

  canEat(seat: Seat) {
    const right = rightOf(seat);
    return this.holds(seat, seat) && this.fork[seat].clean && this.holds(seat, right) && this.fork[right].clean;
  }

  @invariant neighboursDoNotEatTogether() {
    return forall((seat: Seat) =>
      implies(this.mode[seat] === "eat" && rightOf(seat) !== seat, this.mode[rightOf(seat)] !== "eat"),
    );
  }

  @invariant eatersHoldTheirForks() {
    return forall((seat: Seat) => implies(this.mode[seat] === "eat", this.canEat(seat)));
  }

  /** Only the two philosophers beside a fork ever hold it. */
  @invariant forksStayInReach() {
    return forall((seat: Seat) => this.holds(seat, seat) || this.holds(leftOf(seat), seat));
  }

  /** A clean fork is never taken from who holds it. */
  @step cleanForksStay(after: this) {
    return forall((fork: Seat) =>
      implies(this.fork[fork].clean, after.fork[fork].holder === this.fork[fork].holder),
    );
  }

  /** Nobody starves: a fork that was eaten with is given away, so neighbours take turns. */
  @leadsTo hungryEat(seat: Seat) {
    return { from: this.hungry[seat], to: this.mode[seat] === "eat" };
  }

  @reachable someoneEats() {
    return exists((seat: Seat) => this.mode[seat] === "eat");
  }

  /** The dinner never ends, so any stop is a deadlock. */
  @terminal never() {
    return false;
  }
}

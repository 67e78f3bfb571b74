import { action, exists, fill, invariant, require, type Sort } from "tenet";

type Car = Sort<"Car">;
type Ticket = Sort<"Ticket">;

/** A garage: whoever drives in takes a ticket, and whoever drives out gives one back, which need not be the same. */
export class Garage {
  static scope = { Car: 3, Ticket: 3 };
  inside: Record<Car, boolean> = fill(false);
  out: Record<Ticket, boolean> = fill(false);

  @action enter(car: Car, ticket: Ticket) {
    require(!this.inside[car] && !this.out[ticket]);
    this.inside[car] = true;
    this.out[ticket] = true;
  }

  @action leave(car: Car, ticket: Ticket) {
    require(this.inside[car] && this.out[ticket]);
    this.inside[car] = false;
    this.out[ticket] = false;
  }

  /** Who finds no ticket missing need not look for cars. That there are as many of both is beyond logic without numbers: see proof.ts. */
  @invariant emptyTogether() {
    return exists((car: Car) => this.inside[car]) === exists((ticket: Ticket) => this.out[ticket]);
  }
}

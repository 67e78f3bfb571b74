import { action, exists, filter, forall, ghost, implies, lemma, type Sort } from "tenet";
import { Garage } from "./spec.ts";

type Car = Sort<"Car">;
type Ticket = Sort<"Ticket">;

export class GarageProof extends Garage {
  /** Which ticket stands for which car: one for each. */
  @ghost pairs = new Set<{ car: Car; ticket: Ticket }>();

  @action override enter(car: Car, ticket: Ticket) {
    super.enter(car, ticket);
    this.pairs.add({ car, ticket });
  }

  /** Where ticket stood for another car, that one gets the ticket of the car that leaves. */
  @action override leave(car: Car, ticket: Ticket) {
    super.leave(car, ticket);
    this.pairs = filter((p: { car: Car; ticket: Ticket }) => p.car !== car && p.ticket !== ticket
      && (this.pairs.has(p) || (this.pairs.has({ car, ticket: p.ticket }) && this.pairs.has({ car: p.car, ticket }))));
  }

  @lemma ticketOfCar() {
    return forall((car: Car) => this.inside[car] === exists((ticket: Ticket) => this.pairs.has({ car, ticket })));
  }

  @lemma carOfTicket() {
    return forall((ticket: Ticket) => this.out[ticket] === exists((car: Car) => this.pairs.has({ car, ticket })));
  }

  @lemma oneTicket() {
    return forall((car: Car, a: Ticket, b: Ticket) => implies(this.pairs.has({ car, ticket: a }) && this.pairs.has({ car, ticket: b }), a === b));
  }

  @lemma oneCar() {
    return forall((ticket: Ticket, a: Car, b: Car) => implies(this.pairs.has({ car: a, ticket }) && this.pairs.has({ car: b, ticket }), a === b));
  }
}

/** What an adapter of Garage is held to. Generated; do not edit. */

export type Car = `car${number}`;
export type Ticket = `ticket${number}`;

/** A garage: whoever drives in takes a ticket, and whoever drives out gives one back, which need not be the same. */
export interface GarageModel {
  actions: {
    enter: { car: Car; ticket: Ticket };
    leave: { car: Car; ticket: Ticket };
  };
  faults: never;
  state: {
    inside: Readonly<Record<Car, boolean>>;
    out: Readonly<Record<Ticket, boolean>>;
  };
}

import { action, exists, fill, forall, implies, invariant, reachable, require, type Int, type Sort } from "tenet";

type Purchase = Sort<"Purchase">;

/**
 * A payment that is ordered by an event (the outbox pattern): the event is written with the purchase, delivered at least once,
 * and the consumer remembers which ones it has seen.
 */
export class Outbox {
  static scope = { Purchase: 2 };

  placed: Record<Purchase, boolean> = fill(false);
  outbox = new Set<Purchase>();
  bus = new Set<Purchase>();
  processed = new Set<Purchase>();
  charged: Record<Purchase, Int<0, 3>> = fill(0);

  @action place(purchase: Purchase) {
    require(!this.placed[purchase]);
    this.placed[purchase] = true;
    this.outbox.add(purchase);
  }

  /** The relay may crash between the two, and publish again. */
  @action publish(purchase: Purchase) {
    require(this.outbox.has(purchase));
    this.bus.add(purchase);
  }

  @action forget(purchase: Purchase) {
    require(this.outbox.has(purchase) && this.bus.has(purchase));
    this.outbox.delete(purchase);
  }

  @action consume(purchase: Purchase) {
    require(this.bus.has(purchase) && !this.processed.has(purchase));
    this.processed.add(purchase);
    this.charged[purchase] += 1;
  }

  @action drop(purchase: Purchase) {
    require(this.bus.has(purchase) && this.processed.has(purchase));
    this.bus.delete(purchase);
  }

  @invariant atMostOnce() {
    return forall((purchase: Purchase) => this.charged[purchase] <= 1);
  }

  @invariant onlyForPurchases() {
    return forall((purchase: Purchase) => implies(this.charged[purchase] > 0, this.placed[purchase]));
  }

  @invariant notLost() {
    return forall((purchase: Purchase) => implies(this.placed[purchase], this.outbox.has(purchase) || this.bus.has(purchase) || this.processed.has(purchase)));
  }

  @reachable paid() {
    return exists((purchase: Purchase) => this.charged[purchase] === 1 && !this.bus.has(purchase));
  }
}

import { action, cost, exists, fill, forall, implies, invariant, milestone, reachable, require, type Int, type Sort } from "tenet";
import { Channel, Nodes } from "tenet/faults";

type Purchase = Sort<"Purchase">;
/** The service that takes orders, the relay that empties its outbox, and the service that charges for them. */
type Process = "service" | "relay" | "consumer";

/**
 * A service writes to its database, and another one has to hear of it: the transactional outbox with an idempotent consumer (Richardson,
 * "Microservices Patterns", 2018; Helland, "Life beyond Distributed Transactions", 2007). The database, the broker and the database of the
 * consumer are durable; what a process has in mind is not. No transaction spans two of them.
 */
export class Outbox {
  static scope = { Purchase: 2 };

  static designs = {
    /** The event is written in the same transaction as the purchase, and relayed from there. */
    "outbox": { publishing: "outbox", consumer: "deduplicating" },
    /** The purchase is committed, then the event is sent. */
    "commit-then-send": { publishing: "commit-then-send", consumer: "deduplicating" },
    /** The event is sent, then the purchase is committed. */
    "send-then-commit": { publishing: "send-then-commit", consumer: "deduplicating" },
    /** With an outbox, and a consumer that does not remember what it has done. */
    "naive-consumer": { publishing: "outbox", consumer: "naive" },
  };

  committed = new Set<Purchase>();
  outbox = new Set<Purchase>();
  /** What the service, and the relay, are in the middle of. Volatile. */
  halfDone = new Set<Purchase>();
  relayed = new Set<Purchase>();
  /** The broker: an event stays until the consumer has acknowledged it. */
  broker = new Channel<Purchase>({ duplication: 1 });
  /** The event that the consumer has in hand, and whether it has acted on it. Volatile. */
  inHand: Purchase | undefined = undefined;
  hasActed = false;
  /** The consumer's database: how often a purchase was charged for. More than twice is as bad as twice. */
  charges: Record<Purchase, Int<0, 2>> = fill(0);

  processes = new Nodes<Process>({ crashes: 1, restart: "at once", onCrash: (process) => this.forget(process) });

  constructor(
    readonly publishing: "outbox" | "commit-then-send" | "send-then-commit" = "outbox",
    readonly consumer: "deduplicating" | "naive" = "deduplicating",
  ) {}

  forget(process: Process) {
    if (process === "service") this.halfDone = new Set<Purchase>();
    if (process === "relay") this.relayed = new Set<Purchase>();
    if (process === "consumer") {
      this.inHand = undefined;
      this.hasActed = false;
    }
  }

  /** A customer buys: one transaction, or the first of two writes. */
  @action place(purchase: Purchase) {
    require(!this.committed.has(purchase) && !this.halfDone.has(purchase) && !this.isCharged(purchase) && !this.broker.has(purchase));
    if (this.publishing === "send-then-commit") this.broker.send(purchase);
    else this.committed.add(purchase);
    if (this.publishing === "outbox") this.outbox.add(purchase);
    else this.halfDone.add(purchase);
  }

  /** The second of the two writes. */
  @action finish(purchase: Purchase) {
    require(this.publishing !== "outbox" && this.halfDone.has(purchase));
    this.halfDone.delete(purchase);
    if (this.publishing === "send-then-commit") this.committed.add(purchase);
    else this.broker.send(purchase);
  }

  /** The relay sends, and then removes what it has sent. After a crash in between it sends again. */
  @action relay(purchase: Purchase) {
    require(this.publishing === "outbox" && this.outbox.has(purchase) && !this.relayed.has(purchase));
    this.broker.send(purchase);
    this.relayed.add(purchase);
  }

  @action clear(purchase: Purchase) {
    require(this.publishing === "outbox" && this.outbox.has(purchase) && this.relayed.has(purchase));
    this.outbox.delete(purchase);
    this.relayed.delete(purchase);
  }

  @action deliver(purchase: Purchase) {
    require(this.inHand === undefined && this.broker.has(purchase));
    this.inHand = purchase;
  }

  /** One transaction of the consumer: it charges, and remembers that it did. */
  @action charge() {
    const purchase = this.inHand;
    require(purchase !== undefined && !this.hasActed);
    if (this.consumer === "naive" || !this.isCharged(purchase)) this.charges[purchase] = Math.min(2, this.charges[purchase] + 1);
    this.hasActed = true;
  }

  @action acknowledge() {
    const purchase = this.inHand;
    require(purchase !== undefined && this.hasActed);
    if (this.broker.has(purchase)) this.broker.take(purchase);
    this.inHand = undefined;
    this.hasActed = false;
  }

  isCharged(purchase: Purchase) {
    return this.charges[purchase] > 0;
  }

  /** Whatever was bought is paid for, or its event is on the way. */
  @invariant noPurchaseIsLost() {
    return forall((purchase: Purchase) =>
      implies(
        this.committed.has(purchase),
        this.outbox.has(purchase) || this.halfDone.has(purchase) || this.broker.has(purchase) || this.isCharged(purchase),
      ),
    );
  }

  /** Nobody pays for what was not bought, or is not just being bought. */
  @invariant noPurchaseIsInvented() {
    return forall((purchase: Purchase) => implies(this.isCharged(purchase), this.committed.has(purchase) || this.halfDone.has(purchase)));
  }

  @invariant nobodyPaysTwice() {
    return forall((purchase: Purchase) => this.charges[purchase] < 2);
  }

  @milestone aPurchaseIsPaid() {
    return exists((purchase: Purchase) => this.isCharged(purchase) && this.committed.has(purchase));
  }

  /** Of both databases, until then. */
  @cost transactions(after: this) {
    return this.committed !== after.committed || this.outbox !== after.outbox || this.charges !== after.charges ? 1 : 0;
  }

  @reachable everythingIsPaid() {
    return forall((purchase: Purchase) => this.charges[purchase] === 1 && !this.broker.has(purchase) && !this.outbox.has(purchase));
  }

  @reachable anEventComesTwice() {
    return exists((purchase: Purchase) => this.inHand === purchase && !this.hasActed && this.isCharged(purchase));
  }
}

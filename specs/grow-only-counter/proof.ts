import { first, forall, lemma, type Order, type Sort } from "tenet";
import { GrowOnlyCounter } from "./spec.ts";

type Replica = Sort<"Replica">;
type Count = Order<"Count">;
type Message = Sort<"Message">;

/** Why the counter converges for any number of replicas, increments and messages. */
export class GrowOnlyCounterProof extends GrowOnlyCounter {
  @lemma snapshotsInventNothing() {
    return forall((message: Message, at: Replica) => this.snapshot[message][at] <= this.counts[at][at]);
  }

  @lemma snapshotsCountWhatWasSeen() {
    return forall((message: Message, at: Replica, number: Count) =>
      this.seenIn[message].has({ at, number }) === (first<Count>() < number && number <= this.snapshot[message][at]),
    );
  }
}

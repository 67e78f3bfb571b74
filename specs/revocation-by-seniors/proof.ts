import { exists, forall, implies, lemma, type Order, type Sort } from "tenet";
import { RevocationBySeniors } from "./spec.ts";

type Member = Order<"Member">;
type Op = Sort<"Op">;

/** Why the policy holds for any number of members and operations. */
export class RevocationBySeniorsProof extends RevocationBySeniors {
  @lemma seenIsWritten() {
    return forall((device: Member, op: Op) => implies(this.seen[device].has(op), this.written.has(op)));
  }

  @lemma knownWasSeen() {
    return forall((op: Op, past: Op) => implies(this.written.has(op) && this.knows[op].has(past), this.saw[op].has(past)));
  }

  @lemma whatWasSeenIsWritten() {
    return forall((op: Op, past: Op) => implies(this.written.has(op) && this.saw[op].has(past), this.written.has(past)));
  }

  /** Nothing names what was not there: time does not run in circles. */
  @lemma nobodyKnowsTheFuture() {
    return forall((op: Op, r: Op) => implies(this.written.has(op) && this.written.has(r) && this.saw[op].has(r), !this.knows[r].has(op)));
  }

  /** The rule of the policy. */
  @lemma whatCountsIsNotVoid() {
    return forall((device: Member, op: Op) =>
      this.counted[device].has(op) === (this.seen[device].has(op) && !exists((r: Op) => this.counted[device].has(r) && this.voids(r, op))),
    );
  }
}

import { forall, implies, lemma, type Order } from "tenet";
import { SimpleRing } from "./spec.ts";

type Process = Order<"Process">;

/** So the last process to read finds that its neighbour has written. */
export class SimpleRingProof extends SimpleRing {
  @lemma writtenBeforeReading() {
    return forall((process: Process) => implies(this.at[process] !== "write", this.written[process] === 1));
  }
}

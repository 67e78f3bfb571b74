import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  since!: Date; // error TS2304 `Date`: Cannot find name

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: Int<0, 1.5>; // error T2006 `1.5`: 1.5 is not an integer

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level: 0.5 = 0.5; // error T2006 `0.5`: 0.5 is not an integer

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level: 0 | 1 | 3 = 0; // error T2006 `0 | 1 | 3`: gap between 1 and 3

  @action toggle() {
    this.busy = !this.busy;
  }
}

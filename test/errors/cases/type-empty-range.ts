import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: Int<7, 0>; // error T2006 `Int<7, 0>`: there is no integer from 7 to 0

  @action toggle() {
    this.busy = !this.busy;
  }
}

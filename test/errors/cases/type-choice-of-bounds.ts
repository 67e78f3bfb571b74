import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: Int<0, 3 | 4>; // error T2006 `3 | 4`: a bound of Int is a number

  @action toggle() {
    this.busy = !this.busy;
  }
}

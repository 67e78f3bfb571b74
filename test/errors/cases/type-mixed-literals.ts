import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: "low" | 1; // error T2003 `"low" | 1`: a choice between values of different kinds

  @action toggle() {
    this.busy = !this.busy;
  }
}

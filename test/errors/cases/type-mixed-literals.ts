import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: "low" | true; // error T2003 `"low" | true`: a choice between values of different kinds

  @action toggle() {
    this.busy = !this.busy;
  }
}

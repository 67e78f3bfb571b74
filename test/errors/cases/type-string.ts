import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  name: string = "a"; // error T2001 `string`: string has no fixed set of values

  @action toggle() {
    this.busy = !this.busy;
  }
}

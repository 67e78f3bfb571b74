import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nothing: undefined = undefined; // error T2002 `undefined`: always undefined

  @action toggle() {
    this.busy = !this.busy;
  }
}

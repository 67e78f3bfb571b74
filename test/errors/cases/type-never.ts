import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  log = []; // error T2002 `log`: no value has this type

  @action toggle() {
    this.busy = !this.busy;
  }
}

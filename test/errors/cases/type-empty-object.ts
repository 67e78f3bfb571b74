import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  thing: {} = {}; // error T2002 `{}`: {} says nothing about the value

  @action toggle() {
    this.busy = !this.busy;
  }
}

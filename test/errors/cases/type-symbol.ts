import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  mark!: symbol; // error T2002 `symbol`: a symbol is not a value

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes!: Record<string, boolean>; // error T2008 `string`: a Record over string

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes!: Record<number, boolean>; // error T2008 `number`: a Record over number

  @action toggle() {
    this.busy = !this.busy;
  }
}

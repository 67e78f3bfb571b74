import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  level!: Int<0, 4294967296>; // error T2006 `4294967296`: beyond what Int holds

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  leader!: Node | "nobody"; // error T2003 `Node | "nobody"`: a choice between

  @action toggle() {
    this.busy = !this.busy;
  }
}

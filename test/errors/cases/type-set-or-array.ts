import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes!: Set<Node> | Node[]; // error T2003 `Set<Node> | Node[]`: a choice between

  @action toggle() {
    this.busy = !this.busy;
  }
}

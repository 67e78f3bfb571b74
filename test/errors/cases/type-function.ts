import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  choose!: (node: Node) => boolean; // error T2002 `(node: Node) => boolean`: a function is not a value of the state

  @action toggle() {
    this.busy = !this.busy;
  }
}

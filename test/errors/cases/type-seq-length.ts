import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  log!: Seq<Node, number>; // error T2006 `number`: the length of a Seq is a number

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Term = Order<"Term">;
type Term2 = Sort<"Term">; // error T2004 `Sort<"Term">`: both a Sort and an Order
export class Example {
  busy = false;
  term!: Term; // first as an order
  node!: Term2;

  @action toggle() {
    this.busy = !this.busy;
  }
}

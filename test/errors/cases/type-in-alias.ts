import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Votes = Record<Node, number>; // error T2001 `number`: number has no bounds
export class Example {
  busy = false;
  votes: Votes = fill(0);

  @action toggle() {
    this.busy = !this.busy;
  }
}

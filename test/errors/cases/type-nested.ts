import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes: Record<Node, Set<number>> = fill(new Set<number>()); // error T2001 `number`: number has no bounds

  @action toggle() {
    this.busy = !this.busy;
  }
}

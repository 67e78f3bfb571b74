import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

interface Tree {
  node: Node | undefined;
  next: Tree | undefined; // error T2007 `Tree`: a recursive type has no bound
}
export class Example {
  busy = false;
  tree: Tree = { node: undefined, next: undefined };

  @action toggle() {
    this.busy = !this.busy;
  }
}

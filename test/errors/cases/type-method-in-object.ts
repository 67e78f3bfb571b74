import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

interface Entry {
  node: Node;
  isLate(): boolean; // error T2002: a function is not a value of the state
}
export class Example {
  busy = false;
  entry!: Entry;

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes: Partial<Record<Node, boolean>> = {}; // error T2002 `Partial<Record<Node, boolean>>`: a partial Record is not part of the language

  @action toggle() {
    this.busy = !this.busy;
  }
}

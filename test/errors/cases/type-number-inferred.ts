import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes = 0; // error T2001 `votes`: number has no bounds

  @action toggle() {
    this.busy = !this.busy;
  }
}

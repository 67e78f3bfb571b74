import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  leader: Node | null = null; // error T2002 `null`: null is not part of the language

  @action toggle() {
    this.busy = !this.busy;
  }
}

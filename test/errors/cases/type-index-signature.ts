import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  votes: { [node: string]: boolean } = {}; // error T2008 `{ [node: string]: boolean }`: a map from string

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
class Other {
  busy = false;
}
export class Example {
  busy = false;
  other!: Other; // error T2002 `Other`: the class Other is not a type of values

  @action toggle() {
    this.busy = !this.busy;
  }
}

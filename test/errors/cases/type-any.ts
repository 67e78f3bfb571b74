import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  anything: any = 0; // error T2002 `any`: any is not a type of the language

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Thing = Sort<string>; // error T2005 `Sort<string>`: a Sort needs a name
export class Example {
  busy = false;
  thing!: Thing;

  @action toggle() {
    this.busy = !this.busy;
  }
}

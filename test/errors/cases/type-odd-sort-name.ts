import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Thing = Sort<"my thing">; // error T2005 `Sort<"my thing">`: a Sort needs a name
export class Example {
  busy = false;
  thing!: Thing;

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
enum Mode { Idle, Busy } // error T1005 `Mode`: an enum is not part of the language
export class Example {
  busy = false;
  mode!: Mode;

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Message = { from: Node } | { to: Node }; // error T2003 `{ from: Node } | { to: Node }`: nothing tells these objects apart
export class Example {
  busy = false;
  message!: Message;

  @action toggle() {
    this.busy = !this.busy;
  }
}

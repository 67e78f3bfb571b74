import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Message =
  { kind: "ask"; from: Node } | { kind: "ask"; to: Node }; // error T2003 `{ kind: "ask"; from: Node } | { kind: "ask"; to: Node }`: nothing tells these objects apart
export class Example {
  busy = false;
  message!: Message;

  @action toggle() {
    this.busy = !this.busy;
  }
}

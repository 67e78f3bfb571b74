import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Message = { kind: "one"; node: Node } | { kind: "many"; all: Set<Message> }; // error T2007 `Message`: a recursive type
export class Example {
  busy = false;
  message!: Message;

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Message =
  | { kind: "request"; node: Node }
  | { kind: "reply"; text: string }; // error T2001 `string`: string has no fixed set of values
export class Example {
  busy = false;
  sent = new Set<Message>();

  @action toggle() {
    this.busy = !this.busy;
  }
}

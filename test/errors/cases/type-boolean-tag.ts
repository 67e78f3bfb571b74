import { action, fill, type Bag, type Int, type Majority, type Order, type Seq, type Sort } from "tenet";

type Node = Sort<"Node">;
type Result = { ok: true; node: Node } | { ok: false }; // error T2003 `{ ok: true; node: Node } | { ok: false }`: nothing tells these objects apart
export class Example {
  busy = false;
  result!: Result;

  @action toggle() {
    this.busy = !this.busy;
  }
}

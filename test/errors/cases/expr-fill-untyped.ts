import { action, type Sort, fill } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const r = fill(false); // error T2008 `fill(false)`: a Record over PropertyKey has no fixed set of keys
    this.busy = r === r;
  }
}

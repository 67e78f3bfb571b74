import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const e = new Example(); // error T4027 `new Example()`: cannot be made here
    this.busy = e.busy;
  }
}

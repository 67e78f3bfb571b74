import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const n = "rm1" as Node; // error T4019 `"rm1" as Node`: "rm1" cannot be taken for Node
    this.nodes.add(n);
  }
}

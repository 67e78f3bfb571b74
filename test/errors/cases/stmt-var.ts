import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    var found = this.nodes.has(node); // error T4005 `var found = this.nodes.has(node)`: only const and let declare variables
    this.busy = found;
  }
}

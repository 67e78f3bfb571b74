import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = this.nodes < this.nodes; // error T4014 `this.nodes < this.nodes`: Set<Node> and Set<Node> have no order
  }
}

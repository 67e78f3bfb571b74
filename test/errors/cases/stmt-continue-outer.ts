import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    for (const n of this.nodes) { this.busy = n === node; }
    this.nodes.has(node); // error T4004 `this.nodes.has(node)`: does nothing
  }
}

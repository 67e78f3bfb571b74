import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    for (const n of this.nodes) this.nodes.delete(n); // error T4010 `this.nodes`: changes while the loop goes over it
  }
}

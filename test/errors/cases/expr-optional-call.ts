import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = this.nodes?.has(node); // error T4017 `this.nodes`: is never undefined
  }
}

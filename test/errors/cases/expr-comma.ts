import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = (this.nodes.add(node), true); // error T4003 `this.nodes.add(node), true`: the comma operator is not part of the language
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node): Node {
    this.busy = true;
    return node; // error T4004 `node`: does nothing
  }
}

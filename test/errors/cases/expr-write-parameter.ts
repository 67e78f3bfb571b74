import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  me!: Node;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    node = this.me; // error T4036 `node`: is a parameter or the variable of a loop, and cannot be written
    this.nodes.add(node);
  }
}

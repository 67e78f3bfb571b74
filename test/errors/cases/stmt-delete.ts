import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  box: { x?: boolean } = {};

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    delete this.box.x; // error T4002 `delete this.box.x`: delete is not part of the language
    this.nodes.add(node);
  }
}

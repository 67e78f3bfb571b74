import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  log: Node[] = [];

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.log = [...this.nodes]; // error T4043 `...this.nodes`: the order of the elements of Set<Node> means nothing, so it is not a sequence
  }
}

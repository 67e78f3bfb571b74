import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const xs = []; // error T4023 `[]`: the type of the elements is not known
    this.busy = xs.length === 0;
  }
}

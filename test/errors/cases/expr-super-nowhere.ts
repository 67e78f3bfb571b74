import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    super.toString(); // error TS2335 `super`: 'super' can only be referenced in a derived class.
  }
}

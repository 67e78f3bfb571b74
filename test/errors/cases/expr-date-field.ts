import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = this.constructor === Example; // error TS2339 `constructor`: Property 'constructor' does not exist on type 'Example'.
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    for (let i = 0; i < 3; i++) this.busy = !this.busy; // error T4001 `for`: a for loop with a counter is not part of the language
  }
}

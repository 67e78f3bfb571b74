import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    do this.busy = true; while (!this.busy); // error T4001 `do`: do is not part of the language
  }
}

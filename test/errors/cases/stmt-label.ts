import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    outer: for (const n of this.nodes) { if (n === node) break outer; } // error T4001 `outer`: labels are not part of the language
  }
}

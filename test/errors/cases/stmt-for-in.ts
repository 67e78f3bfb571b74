import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    for (const key in { a: 1 }) this.busy = key === "a"; // error T4001 `for`: for … in is not part of the language
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.nodes.add("x" as unknown as Node); // error T2002 `unknown`: unknown is not a type of the language
  }
}

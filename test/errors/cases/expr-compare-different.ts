import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = node === ("a" as "a" | "b"); // error T4013 `node === ("a" as "a" | "b")`: Node and "a" | "b" are never equal
  }
}

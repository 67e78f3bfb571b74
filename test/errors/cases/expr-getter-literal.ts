import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  box = { a: false };

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.box = { get a() { return true; } }; // error T4026 `get a() { return true; }`: this cannot stand in an object literal
  }
}

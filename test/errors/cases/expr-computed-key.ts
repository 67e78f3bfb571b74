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
    const key = "a" as const;
    this.box = { [key]: true }; // error T4026 `[key]: true`: this cannot stand in an object literal
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const o = { f: () => true }; // error T4022 `() => true`: a function is not a value
    this.busy = o.f();
  }
}

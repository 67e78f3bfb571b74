import { action, type Sort, type Int } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  n: Int<0, 7> = 0;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    if (this.n) this.busy = true; // error T4012 `this.n`: this is Int<0, 7>, not a boolean
  }
}

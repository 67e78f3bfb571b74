import { action, type Sort, forall } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = forall((n: Node) => this.nodes.delete(n)); // error T4018 `this.nodes.delete(n)`: changes the collection in the middle of an expression
  }
}

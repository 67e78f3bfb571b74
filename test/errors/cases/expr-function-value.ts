import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const f = (n: Node) => n === node;
    const g = f; // error T4022 `f`: is a function, and functions are not values
    this.busy = g(node); // error T4033 `g`: is not a function of the spec
  }
}

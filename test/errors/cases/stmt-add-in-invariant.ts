import { action, type Sort, invariant } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  me!: Node;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant fine() {
    return this.nodes.add(this.me).size > 0; // error T4018 `this.nodes.add(this.me)`: changes the collection in the middle of an expression
  }
}

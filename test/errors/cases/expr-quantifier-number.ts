import { action, type Sort, forall } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = forall((n: number) => n > 0); // error T2001 `number`: number has no bounds
  }
}

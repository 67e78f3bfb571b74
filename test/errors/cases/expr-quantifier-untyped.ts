import { action, type Sort, forall } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = forall((n) => n === n); // error T4041 `n`: it is not said what this parameter ranges over
  }
}

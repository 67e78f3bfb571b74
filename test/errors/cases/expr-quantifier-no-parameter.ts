import { action, type Sort, forall } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = forall(() => true); // error T4041 `() => true`: has nothing to range over
  }
}

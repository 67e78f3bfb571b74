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
    this.busy = 0 < this.n < 3; // error TS2365 `0 < this.n < 3`: Operator '<' cannot be applied to types 'boolean' and 'number'.
  }
}

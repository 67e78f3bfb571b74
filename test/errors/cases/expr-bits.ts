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
    this.busy = (this.n & 1) === 1; // error T4003 `&`: bitwise operators are not part of the language
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  log: Node[] = [];

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = this.log.map((n, i) => i).length > 0; // error TS2345 `(n, i) => i`: Argument of type '(n: any, i: any) => any' is not assignable to parameter of type '(value: Node) => any'.
  }
}

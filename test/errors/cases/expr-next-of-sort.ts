import { action, type Sort, next } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = next(node) === undefined; // error TS2345 `node`: Argument of type 'Node' is not assignable to parameter of type 'Order<string>'.
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = arguments.length > 0; // error TS2339 `length`: Property 'length' does not exist on type 'IArguments'.
  }
}

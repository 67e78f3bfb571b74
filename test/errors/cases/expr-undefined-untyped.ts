import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const x = undefined; // error T4023 `undefined`: the type of this `undefined` is not known
    this.busy = x === undefined;
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const { busy } = this; // error T4020 `this`: is a protocol, not a value
    this.busy = !busy;
  }
}

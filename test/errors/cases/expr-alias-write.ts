import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  box = { a: false };

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    const copy = this.box;
    copy.a = true; // error T4038 `copy.a`: is a copy, so `this.box` would not change
    this.busy = this.box.a;
  }
}

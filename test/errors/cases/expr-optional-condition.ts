import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  leader: Node | undefined = undefined;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    if (this.leader) this.busy = true; // error T4012 `this.leader`: this is (Node) | undefined, not a boolean
  }
}

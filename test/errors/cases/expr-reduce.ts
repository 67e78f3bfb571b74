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
    this.busy = this.log.reduce((a, n) => a, true); // error TS2339 `reduce`: Property 'reduce' does not exist on type 'Node[]'.
  }
}

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
    this.log.sort(); // error TS2339 `sort`: Property 'sort' does not exist on type 'Node[]'.
  }
}

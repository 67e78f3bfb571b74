import { action, type Sort } from "tenet";

type Node = Sort<"Node">;
function help(p: Example) { p.busy = true; }


export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    help(this); // error T4020 `this`: is the protocol itself, not a value
  }
}

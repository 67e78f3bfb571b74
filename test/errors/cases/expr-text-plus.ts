import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = "a" + "b" === "ab"; // error T4015 `"a" + "b"`: this is "a", not an integer
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();
  mode: "a" | "b" = "a";

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    switch (this.mode) {
      case "a": this.busy = true; // error T4006 `"a"`: this case goes on into the next
      case "b": this.busy = false;
    }
  }
}

import { action, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    let seen = false;
    const f = () => { seen = true; return seen; }; // error T4037 `seen`: a function called inside an expression cannot write `seen`, which is declared outside of it
    this.busy = f();
  }
}

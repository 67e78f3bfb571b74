import { action, type Sort, invariant, require } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant fine() {
    require(this.busy); // error T4011 `require(this.busy)`: an invariant cannot be guarded
    return true;
  }
}

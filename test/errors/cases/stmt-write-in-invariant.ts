import { action, type Sort, invariant } from "tenet";

type Node = Sort<"Node">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant fine() {
    this.busy = true; // error T4034 `this.busy`: an invariant cannot write `this.busy`
    return true;
  }
}

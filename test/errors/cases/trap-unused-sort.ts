import { action, reachable, type Sort } from "tenet";
type Node = Sort<"Node">; // warning T5008 `Node`: no state, action or property is about Node

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @reachable working() {
    return this.busy;
  }
}

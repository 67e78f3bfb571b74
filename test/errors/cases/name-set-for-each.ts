import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(nodes: Set<boolean>) {
    nodes.forEach((n) => (this.busy = n)); // error TS2339 `forEach`: Property 'forEach' does not exist
  }
}

import { action, type Seq } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(nodes: Seq<boolean, 2>) {
    nodes.forEach((n) => (this.busy = n)); // error TS2339 `forEach`: Property 'forEach' does not exist
  }
}

import { action, type Sort, type Order } from "tenet";

type Node = Sort<"Node">;
type Term = Order<"Term">;

export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(term: Term) {
    this.busy = term + 1 > 2; // error T4015 `term`: this is Term, not an integer
  }
}

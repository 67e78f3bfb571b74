import { action, type Sort } from "tenet";

type Node = Sort<"Node">;
function even(n: Node): boolean { return odd(n); }
function odd(n: Node): boolean { return even(n); } // error T4029 `even(n)`: a call leads back to itself: even → odd → even


export class Example {
  busy = false;
  nodes = new Set<Node>();

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late(node: Node) {
    this.busy = even(node);
  }
}

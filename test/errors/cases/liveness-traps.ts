import { action, eventually, leadsTo, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Traps {
  up: Node | undefined = undefined;

  @action start(n: Node) {
    this.up = n;
  }

  @eventually starts(n: Node) { // warning T5005 `n: Node`: never used
    return this.up !== undefined;
  }

  @leadsTo idle(_n: Node) { // warning T5004 `idle`: says nothing
    return { from: this.up !== undefined, to: true };
  }
}

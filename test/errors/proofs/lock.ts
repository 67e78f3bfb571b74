import { action, type Int, invariant, require, type Sort } from "tenet";

export type Node = Sort<"Node">;

/** What the proofs of the cases are about. */
export class Lock {
  static scope = { Node: 2 };
  holder: Node | undefined = undefined;
  patience: Int<0, 3> = 0;
  @action take(node: Node) {
    require(this.free());
    this.holder = node;
  }
  @action drop() {
    require(!this.free());
    this.holder = undefined;
  }
  @action wait(patience: Int<0, 3>) {
    require(this.patience < patience);
    this.patience = patience;
  }
  free(): boolean {
    return this.holder === undefined;
  }
  @invariant freeOrHeld() {
    return this.free() || this.holder !== undefined;
  }
}

import { action, eventually, leadsTo, require, type Sort } from "tenet";

type Node = Sort<"Node">;

export class Effects {
  up: Node | undefined = undefined;

  @action start(n: Node) {
    this.up = n;
  }

  @eventually stops(n: Node, ...others: Node[]) { // error T3010 `...others: Node[]`
    return this.up !== n && n !== others[0];
  }

  @eventually falls() {
    this.up = undefined; // error T4034
    return true;
  }

  @leadsTo turns() {
    require(this.up === undefined); // error T4011
    return { from: this.up === undefined, to: this.up !== undefined };
  }
}

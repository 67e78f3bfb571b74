import { action, type Sort } from "tenet";

export class Example extends Set<Sort<"Node">> { // error T3011 `Set`: Set is not a class of a spec
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

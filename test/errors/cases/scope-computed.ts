import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static scope = { Node: 1 + 2 }; // error T6001 `Node: 1 + 2`: a size is a whole number that is written out
}

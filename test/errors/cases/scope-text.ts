import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static scope = { Node: "3" }; // error T6001 `Node: "3"`: a size is a whole number
}

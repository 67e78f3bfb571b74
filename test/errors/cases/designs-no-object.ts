import { action } from "tenet";

export class Example {
  static designs = ["sync"]; // error T6012 `["sync"]`: the designs are an object

  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static scope = 3; // error T6001 `3`: the default scope is an object of numbers
}

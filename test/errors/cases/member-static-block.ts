import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static { // error T3003: a static block is not part of the language
  }
}

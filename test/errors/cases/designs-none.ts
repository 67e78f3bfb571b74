import { action } from "tenet";

export class Example {
  static designs = {}; // error T6012 `{}`: there is no design

  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

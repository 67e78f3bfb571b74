import { action } from "tenet";

export class Example {
  busy = ; // error TS1109 `;`: Expression expected

  @action toggle() {
    this.busy = !this.busy;
  }
}

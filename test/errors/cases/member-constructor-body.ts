import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  constructor() {
    this.busy = true; // error T3007 `this.busy = true;`: a constructor only takes options
  }
}

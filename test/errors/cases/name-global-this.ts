import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    this.busy = globalThis === undefined; // error T4021 `globalThis`
  }
}

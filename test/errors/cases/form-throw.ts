import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    if (this.busy) throw new Error("busy"); // error T1006 `throw new Error("busy");`: throw is not part of the language
    this.busy = true;
  }
}

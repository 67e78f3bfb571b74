import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action late() {
    try { // error T1006: try is not part of the language
      this.busy = true;
    } catch {
      this.busy = false;
    }
  }
}

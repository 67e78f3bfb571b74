import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action put(on) { // error TS7006 `on`: implicitly has an 'any' type
    this.busy = on;
  }
}

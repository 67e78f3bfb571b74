import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action put(on: boolean = true) { // error T3010 `on: boolean = true`: a parameter is a name with a type
    this.busy = on;
  }
}

import { action } from "tenet";

if (1 < 2) { // error T1005: this cannot stand at the top of a spec
}

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }
}

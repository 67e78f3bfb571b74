import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  late?: boolean; // error T3006 `late`: late has no initial value
}

import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  late: boolean; // error TS2564 `late`: has no initializer
}

import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action put(level: number) { // error T2001 `number`: number has no bounds
    this.busy = level > 3;
  }
}

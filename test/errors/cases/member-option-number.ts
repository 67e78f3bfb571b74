import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  constructor(readonly limit: number = 3) {} // error T2001 `number`: number has no bounds
}

import { action } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  [name: string]: unknown; // error T3003 `[name: string]: unknown;`: a class has no index signature
}

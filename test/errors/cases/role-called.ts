import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant() idle() { // error T3004 `@invariant()`: a role takes no arguments
    return !this.busy;
  }
}

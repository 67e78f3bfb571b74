import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant get idle() { // error T3004 `@invariant`: @invariant stands on what is not a method
    return !this.busy;
  }
}

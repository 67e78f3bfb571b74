import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @action @invariant idle() { // error T3004 `@invariant`: a method has one role
    return !this.busy;
  }
}

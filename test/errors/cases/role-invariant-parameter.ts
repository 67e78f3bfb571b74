import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant idle(really: boolean) { // error T3010 `really: boolean`: an @invariant has no parameters
    return really || !this.busy;
  }
}

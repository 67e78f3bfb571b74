import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant idle() { // error TS1241 `invariant`: the method does not fit its role
    this.busy = false;
  }
}

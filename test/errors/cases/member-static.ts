import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  static limit = 3; // error T3003 `limit`: the only static members are scope and designs

  @invariant idle() {
    return !this.busy;
  }
}

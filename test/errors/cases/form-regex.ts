import { action, invariant } from "tenet";

export class Example {
  busy = false;

  @action toggle() {
    this.busy = !this.busy;
  }

  @invariant idle() {
    return /busy/.test("busy"); // error T1006 `/busy/`: a regular expression is not part of the language
  }
}

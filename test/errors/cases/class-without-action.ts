import { invariant } from "tenet";

export class Example { // error T3001 `Example`: Example has no action
  busy = false;

  @invariant idle() {
    return !this.busy;
  }
}

import { action, invariant } from "tenet";

export class Hidden {
  open: boolean = true;

  @action go() {
    this.open = !this.open; /* ‮ */ // error T1006: displayed in another order
  }

  @invariant safeㅤ() { // error T1006: cannot be seen
    return this.open;
  }
}
